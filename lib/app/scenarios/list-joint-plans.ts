import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { jointPlanView } from './joint-plan-view.ts';

/** A page of the joint plans that the caller has a share in or oversees, newest first. */
export const listJointPlans = async (
  { jointPlans }: Pick<Ports, 'jointPlans'>,
  { query, principal }: RequestOf<'list-joint-plans'>,
): Promise<ViewOf<'list-joint-plans'> | Refusal> => {
  const page = await jointPlans.list(scopeOf(principal), query);
  return 'refused' in page ? page : { ...page, items: page.items.map(jointPlanView) };
};
