import { type Principal, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { JointPlan } from '../../domain/scenarios/joint-plan.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { jointPlanView } from './joint-plan-view.ts';

type JointPlanCommand = {
  readonly params: { readonly jointPlanId: string };
  readonly principal: Principal;
  readonly now: Date;
  readonly ifMatch?: number;
};
export type Who = { readonly at: string; readonly by: string };

/** One step of a joint plan within the caller's scope: read, compare versions, decide, write, again after a lost race. */
export const changeJointPlan = async (
  { jointPlans }: Pick<Ports, 'jointPlans'>,
  { params, principal, now, ifMatch }: JointPlanCommand,
  decide: (plan: JointPlan, who: Who) => JointPlan | Refusal,
): Promise<ViewOf<'get-joint-plan'> | Refusal> =>
  decideAgain(async () => {
    const plan = await jointPlans.find(scopeOf(principal), params.jointPlanId);
    if (!plan) return refuse('not-found', { path: 'jointPlanId', code: 'not-found' });
    const mismatch = versionMismatch(ifMatch, plan.version);
    if (mismatch) return mismatch;
    const next = decide(plan, { at: now.toISOString(), by: principal.subject });
    if ('refused' in next) return next;
    return (await jointPlans.change(next)) === 'stored' ? jointPlanView(next) : 'conflict';
  });
