import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { planView } from './plan-view.ts';

export const getPlan = async (
  { plans }: Pick<Ports, 'plans'>,
  { params, principal }: RequestOf<'get-plan'>,
): Promise<ViewOf<'get-plan'> | Refusal> => {
  const plan = await plans.find(scopeOf(principal), params.planId);
  return plan ? planView(plan) : refuse('not-found');
};
