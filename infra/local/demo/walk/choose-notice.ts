import type * as z from 'zod';
import type { noticeView } from '../../../../lib/contract/notices.ts';
import { operations } from '../../../../lib/contract/operations.ts';
import type { ApiClient } from '../api-client.ts';
import type { VisitView } from './await-notices.ts';

export type NoticeView = z.output<typeof noticeView>;

/** How much a visit's notice shows: first authorities that stay away and recognise, then those that asked, then brevity. */
const tellingOf = ({ attending }: VisitView): number => {
  const served = attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves));
  const departments = new Set(served.map(({ department }) => department)).size;
  const checks = attending.reduce((sum, attendance) => sum + attendance.checks.length, 0);
  return 100 * Math.min(departments - attending.length, 1) + 10 * Math.min(departments, 3) - checks;
};

/** The announced visit whose notice shows most of what the product does and is still short enough to read. */
export const mostTelling = (visits: readonly VisitView[]): VisitView | undefined =>
  visits
    .filter(({ mode, notice }) => mode === 'announced' && notice.url !== undefined)
    .toSorted((a, b) => tellingOf(b) - tellingOf(a) || (a.visitId < b.visitId ? -1 : 1))[0];

/** Opens a visit's notice by its signed link, as the business does, and acknowledges it. */
export const readNotice = async (api: ApiClient, visit: VisitView): Promise<NoticeView> => {
  const token = visit.notice.url?.split('/').at(-1) ?? '';
  const notice = await api.anyone.call(operations['get-notice'], { params: { token } });
  await api.anyone.call(operations['acknowledge-notice'], { params: { token }, body: {} });
  return notice;
};
