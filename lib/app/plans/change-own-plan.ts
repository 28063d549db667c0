import type { Plan } from '../../domain/plans/plan.ts';
import { isAppliedTo, type Stamp } from '../../domain/plans/plan-transitions.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';

type PlanCommand = {
  readonly params: { readonly planId: string };
  readonly principal: Principal;
  readonly now: Date;
  readonly ifMatch?: number;
};

/**
 * Changes a plan by its own department: read, compare versions, decide, write, and decide again after a lost race.
 * A plan of another department is not found, even by a partner that may read it. A command that was applied before
 * answers the plan as it stands.
 */
export const changeOwnPlan = async (
  { plans }: Pick<Ports, 'plans'>,
  { params, principal, now, ifMatch }: PlanCommand,
  commandId: string,
  decide: (plan: Plan, stamp: Stamp) => Plan | Refusal | Promise<Plan | Refusal>,
): Promise<Plan | Refusal> =>
  decideAgain(async () => {
    const plan = await plans.find(scopeOf(principal), params.planId);
    if (!plan || plan.department !== principal.department) return refuse('not-found');
    if (isAppliedTo(plan, commandId)) return plan;
    const mismatch = versionMismatch(ifMatch, plan.version);
    if (mismatch) return mismatch;
    const next = await decide(plan, { at: now.toISOString(), by: principal.subject, commandId });
    if ('refused' in next) return next;
    return (await plans.change(next)) === 'stored' ? next : 'conflict';
  });
