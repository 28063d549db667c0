import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { recurrenceView } from './recurrence-view.ts';

/** A page of the recurring plans of the caller's department, or of all, newest first. */
export const listRecurrences = async (
  { recurrences }: Pick<Ports, 'recurrences'>,
  { query, principal, now }: RequestOf<'list-recurrences'>,
): Promise<ViewOf<'list-recurrences'> | Refusal> => {
  const page = await recurrences.list(scopeOf(principal), query);
  return 'refused' in page ? page : { ...page, items: page.items.map((one) => recurrenceView(one, now)) };
};
