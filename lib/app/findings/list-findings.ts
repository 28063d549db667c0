import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { findingView } from './finding-view.ts';

/** Findings within the reader's scope: those that run by their next deadline, overdue ones first. */
export const listFindings = async (
  { findings }: Pick<Ports, 'findings'>,
  { query, principal, now }: RequestOf<'list-findings'>,
): Promise<ViewOf<'list-findings'> | Refusal> => {
  const { overdue, ...filter } = query;
  const today = localDate(now);
  const page = await findings.list(scopeOf(principal), { ...filter, ...(overdue ? { overdueOn: today } : {}) });
  return 'refused' in page ? page : { ...page, items: page.items.map((finding) => findingView(finding, today)) };
};
