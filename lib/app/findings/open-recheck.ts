import type { Finding } from '../../domain/findings/finding.ts';
import { recheckPlan } from '../../domain/findings/recheck-finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { countBatch } from '../../domain/plans/plan-transitions.ts';
import { targetsToRequests } from '../../domain/plans/targets-to-requests.ts';
import { batchIdOf } from '../centre/build-rows.ts';
import type { Ports } from '../ports.ts';

/** Stores the plan that a finding's re-check asks for, where it does not stand yet; answers whether this call did so. Repeatable. */
export const openRecheck = async (
  ports: Pick<Ports, 'items' | 'plans'>,
  finding: Finding,
): Promise<{ readonly opened: boolean }> => {
  const { recheckRequest, district, itemId, businessId } = finding;
  const scope = { district };
  if (!recheckRequest || (await ports.plans.find(scope, recheckRequest.planId))) return { opened: false };
  const plan = recheckPlan(finding, recheckRequest);
  const batchId = batchIdOf(plan.planId);
  const target = { businessId, items: [itemId], ...plan.window };
  const asked = localDate(new Date(recheckRequest.at));
  const rows = targetsToRequests(plan, batchId, [target], await ports.items.all(scope), asked, new Map());
  const batch = await ports.plans.writeBatch(scope, plan.planId, batchId, rows);
  return { opened: (await ports.plans.create(countBatch(plan, batch, rows, {}))) === 'stored' };
};
