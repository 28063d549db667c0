import type { JointPlans } from '../../app/ports/scenario-ports.ts';
import type { JointPlan } from '../../domain/scenarios/joint-plan.ts';
import { jointPlanIsVisible, jointPlanMatches } from '../visible.ts';
import { putVersion } from './conditional-write.ts';
import { jointPlansOf } from './keys.ts';
import { newestFirst } from './newest-first.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keyOf = ({ district, jointPlanId }: JointPlan): StoredItem => ({ pk: jointPlansOf(district), sk: jointPlanId });

/** A district's joint plans lie together in order of time. */
export const dynamoJointPlans = (table: Table): JointPlans => ({
  create: (plan) => putVersion(table, keyOf(plan), plan, 0),
  change: (plan) => putVersion(table, keyOf(plan), plan),

  async find(scope, jointPlanId) {
    const stored = await getItem(table, { pk: jointPlansOf(scope.district), sk: jointPlanId });
    const plan = stored && unpack<JointPlan>(stored.body);
    return plan && jointPlanIsVisible(scope, plan) ? plan : undefined;
  },

  list: (scope, filter) =>
    newestFirst<JointPlan>(
      table,
      jointPlansOf(scope.district),
      scope,
      filter,
      ({ jointPlanId }) => jointPlanId,
      (plan) => jointPlanIsVisible(scope, plan) && jointPlanMatches(filter, plan),
    ),
});
