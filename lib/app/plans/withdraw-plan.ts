import { withdrawPlanFrom } from '../../domain/plans/plan-transitions.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeOwnPlan } from './change-own-plan.ts';
import { planView } from './plan-view.ts';

/** Withdraws a plan: its requests that no published visit serves are not planned any more; published visits stand. */
export const withdrawPlan = async (
  ports: Pick<Ports, 'plans'>,
  request: RequestOf<'withdraw-plan'>,
): Promise<ViewOf<'withdraw-plan'> | Refusal> => {
  const { reason } = request.body;
  const plan = await changeOwnPlan(ports, request, request.ids.next(), (standing, stamp) =>
    withdrawPlanFrom(standing, stamp, reason),
  );
  return 'refused' in plan ? plan : planView(plan);
};
