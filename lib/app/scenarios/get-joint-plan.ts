import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { jointPlanView } from './joint-plan-view.ts';

/** One joint plan, within the caller's scope. */
export const getJointPlan = async (
  { jointPlans }: Pick<Ports, 'jointPlans'>,
  { params, principal }: RequestOf<'get-joint-plan'>,
): Promise<ViewOf<'get-joint-plan'> | Refusal> => {
  const plan = await jointPlans.find(scopeOf(principal), params.jointPlanId);
  return plan ? jointPlanView(plan) : refuse('not-found', { path: 'jointPlanId', code: 'not-found' });
};
