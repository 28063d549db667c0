import type { Plan } from '../../domain/plans/plan.ts';
import { countBatch } from '../../domain/plans/plan-transitions.ts';
import { remoteByStreet } from '../../domain/plans/targets-to-requests.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { batchIdOf } from '../centre/build-rows.ts';
import { satisfiedView, storedSatisfiedView } from '../notices/satisfied-view.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { type JudgePorts, judgePlan } from './judge-plan.ts';

export type SubmitPorts = JudgePorts & Pick<Ports, 'plans'>;

const submitted = (plan: Plan, satisfied: ViewOf<'submit-plan'>['satisfied']): ViewOf<'submit-plan'> => ({
  planId: plan.planId,
  status: plan.status,
  requests: plan.requests,
  ...(plan.draw && { draw: plan.draw }),
  satisfied,
  satisfiedCount: plan.satisfied,
  remote: Object.values(plan.remote).reduce((sum, count) => sum + count, 0),
  version: plan.version,
});

/**
 * Takes a department's plan: answer again if this command was stored before; hold it against every rule and build its
 * rows; write these, then the header that counts them.
 * `lead` is the department that is to lead the visits where the plan is one share of several.
 */
export const submitPlan = async (
  ports: SubmitPorts,
  request: RequestOf<'submit-plan'>,
  lead?: string,
): Promise<ViewOf<'submit-plan'> | Refusal> => {
  const { principal, ids } = request;
  const { department } = principal;
  if (department === undefined) return refuse('forbidden', { path: 'claims.department', code: 'claim' });
  const scope = scopeOf(principal);
  const planId = ids.next();
  const batchId = batchIdOf(planId);
  const again = async (standing: Plan) => submitted(standing, await storedSatisfiedView(ports, standing, batchId));
  const standing = await ports.plans.find(scope, planId);
  if (standing) return again(standing);

  const judged = await judgePlan(ports, request, { department, planId, freshSeed: ids.next(), lead });
  if ('refused' in judged) return judged;
  const { header, rows, businesses } = judged;
  const plan =
    rows.length === 0
      ? header
      : countBatch(
          header,
          await ports.plans.writeBatch(scope, planId, batchId, rows),
          rows,
          remoteByStreet(rows, businesses),
        );
  if ((await ports.plans.create(plan)) === 'stored') return submitted(plan, satisfiedView(rows));
  const first = await ports.plans.find(scope, planId);
  if (!first) throw new Error(`plan ${planId} stands but cannot be read`);
  return again(first);
};
