import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { planView } from './plan-view.ts';

/** A page of the plans that the caller initiates, is a partner of, or oversees; newest first. */
export const listPlans = async (
  { plans }: Pick<Ports, 'plans'>,
  { query, principal }: RequestOf<'list-plans'>,
): Promise<ViewOf<'list-plans'> | Refusal> => {
  const page = await plans.list(scopeOf(principal), query);
  return 'refused' in page ? page : { ...page, items: page.items.map(planView) };
};
