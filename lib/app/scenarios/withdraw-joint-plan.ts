import { type Refusal, refuse } from '../../domain/refusal.ts';
import { withdrawJointPlan as withdraw } from '../../domain/scenarios/joint-plan.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeJointPlan } from './change-joint-plan.ts';

/** Ends a joint plan that still waits, by its lead or a coordinator; the plans that were confirmed stand. */
export const withdrawJointPlan = (
  ports: Pick<Ports, 'jointPlans'>,
  request: RequestOf<'withdraw-joint-plan'>,
): Promise<ViewOf<'withdraw-joint-plan'> | Refusal> =>
  changeJointPlan(ports, request, (plan, who) => {
    const { role, department } = request.principal;
    return role === 'planner' && department !== plan.lead
      ? refuse('forbidden', { path: 'jointPlanId', code: 'scenario-of-other-lead', values: { lead: plan.lead } })
      : withdraw(plan, request.body.reason, who);
  });
