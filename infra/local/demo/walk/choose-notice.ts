import type * as z from 'zod';
import type { noticeView } from '../../../../lib/contract/notices.ts';
import { operations } from '../../../../lib/contract/operations.ts';
import type { ApiClient } from '../api-client.ts';
import type { VisitView } from './await-notices.ts';

export type NoticeView = z.output<typeof noticeView>;

const departmentsServed = ({ attending }: VisitView): number =>
  new Set(attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves.map(({ department }) => department))))
    .size;

/** The visit whose notice shows most: many departments asked, fewer come, and it is short enough to read. */
export const mostTelling = (visits: readonly VisitView[]): VisitView | undefined => {
  const telling = (visit: VisitView) =>
    10 * Math.min(departmentsServed(visit), 4) + (departmentsServed(visit) - visit.attending.length);
  return visits
    .filter(({ mode, notice }) => mode === 'announced' && notice.url !== undefined)
    .toSorted((a, b) => telling(b) - telling(a) || (a.visitId < b.visitId ? -1 : 1))[0];
};

/** Opens a visit's notice by its signed link, as the business does, and acknowledges it. */
export const readNotice = async (api: ApiClient, visit: VisitView): Promise<NoticeView> => {
  const token = visit.notice.url?.split('/').at(-1) ?? '';
  const notice = await api.anyone.call(operations['get-notice'], { params: { token } });
  await api.anyone.call(operations['acknowledge-notice'], { params: { token }, body: {} });
  return notice;
};
