import type { Finding } from '../../domain/findings/finding.ts';
import { earliestDue } from '../../domain/findings/finding-clock.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';

const mostRows = 500;

/** Overdue findings: how many there are, and the first of them by their deadline. */
export type OverdueFindings = { readonly count: number; readonly first: readonly Finding[] };

/** Findings with a clock that has run out by a day, `shown` of them in full. */
export const overdueFindings = async (
  { findings }: Pick<Ports, 'findings'>,
  scope: Scope,
  today: string,
  shown: number,
): Promise<OverdueFindings | Refusal> => {
  const due = ({ clocks }: Finding): string => earliestDue(clocks) ?? '';
  let count = 0;
  let first: readonly Finding[] = [];
  let cursor: string | undefined;
  do {
    const page = await findings.list(scope, { overdueOn: today, limit: mostRows, ...(cursor ? { cursor } : {}) });
    if ('refused' in page) return page;
    count += page.items.length;
    first = [...first, ...page.items].toSorted((a, b) => (due(a) < due(b) ? -1 : 1)).slice(0, shown);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return { count, first };
};
