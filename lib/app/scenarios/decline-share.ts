import { type Refusal, refuse } from '../../domain/refusal.ts';
import { declineShare as decline } from '../../domain/scenarios/joint-plan.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeJointPlan } from './change-joint-plan.ts';

/** Leaves a joint plan, with the reason: read, decide, write. */
export const declineShare = async (
  ports: Pick<Ports, 'jointPlans'>,
  request: RequestOf<'decline-share'>,
): Promise<ViewOf<'decline-share'> | Refusal> => {
  const { department } = request.principal;
  if (department === undefined) return refuse('forbidden', { path: 'claims.department', code: 'claim' });
  return changeJointPlan(ports, request, (plan, who) => decline(plan, department, request.body.reason, who));
};
