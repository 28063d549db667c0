import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { consolidationView } from './consolidation-view.ts';

/** The district's runs, newest first. */
export const listConsolidations = async (
  ports: Pick<Ports, 'consolidations'>,
  { query, principal, now }: RequestOf<'list-consolidations'>,
): Promise<ViewOf<'list-consolidations'> | Refusal> => {
  const page = await ports.consolidations.list(scopeOf(principal), query);
  return 'refused' in page ? page : { ...page, items: page.items.map((run) => consolidationView(run, now)) };
};
