import {
  jointPlanIsVisible,
  jointPlanMatches,
  recurrenceIsVisible,
  recurrenceMatches,
} from '../../../lib/adapters/visible.ts';
import type { JointPlans, Recurrences, Scenarios } from '../../../lib/app/ports/scenario-ports.ts';
import type { JointPlan } from '../../../lib/domain/scenarios/joint-plan.ts';
import type { Recurrence } from '../../../lib/domain/scenarios/recurrence.ts';
import type { Scenario } from '../../../lib/domain/scenarios/scenario.ts';
import { byKey, copy, importInto, pageOf, type Stamped, storeNew, storeNext } from './records.ts';

export const fakeScenarios = (): Scenarios => {
  const districts = new Map<string, Map<string, Stamped<Scenario>>>();
  const of = (district: string): Map<string, Stamped<Scenario>> => {
    const known = districts.get(district) ?? new Map<string, Stamped<Scenario>>();
    districts.set(district, known);
    return known;
  };
  return {
    import: async ({ district }, scenarios) => importInto(of(district), scenarios, ({ scenarioId }) => scenarioId),
    find: async ({ district }, scenarioId) => of(district).get(scenarioId),
    list: async ({ district }, { industry, ...page }) => {
      const rows = [...of(district).values()].filter((one) => industry === undefined || one.industry === industry);
      return pageOf(`${district} scenarios`, rows.sort(byKey((row) => row.scenarioId)), (row) => row.scenarioId, page);
    },
  };
};

export const fakeJointPlans = (): JointPlans => {
  const stored = new Map<string, JointPlan>();
  const key = ({ district, jointPlanId }: Pick<JointPlan, 'district' | 'jointPlanId'>) => `${district} ${jointPlanId}`;
  return {
    create: async (plan) => storeNew(stored, key(plan), plan),
    change: async (plan) => storeNext(stored, key(plan), plan),
    async find(scope, jointPlanId) {
      const plan = stored.get(key({ district: scope.district, jointPlanId }));
      return plan && jointPlanIsVisible(scope, plan) ? copy(plan) : undefined;
    },
    list: async (scope, filter) => {
      const seen = [...stored.values()].filter(
        (plan) => jointPlanIsVisible(scope, plan) && jointPlanMatches(filter, plan),
      );
      const newest = seen.sort(byKey((plan) => plan.jointPlanId)).reverse();
      return pageOf(
        `${scope.district} ${scope.department} joint plans`,
        newest,
        (plan) => plan.jointPlanId,
        filter,
        'descending',
      );
    },
  };
};

export const fakeRecurrences = (): Recurrences => {
  const stored = new Map<string, Recurrence>();
  const key = ({ district, recurrenceId }: Pick<Recurrence, 'district' | 'recurrenceId'>) =>
    `${district} ${recurrenceId}`;
  return {
    create: async (recurrence) => storeNew(stored, key(recurrence), recurrence),
    change: async (recurrence) => storeNext(stored, key(recurrence), recurrence),
    async find(scope, recurrenceId) {
      const found = stored.get(key({ district: scope.district, recurrenceId }));
      return found && recurrenceIsVisible(scope, found) ? copy(found) : undefined;
    },
    list: async (scope, filter) => {
      const seen = [...stored.values()].filter(
        (one) => recurrenceIsVisible(scope, one) && recurrenceMatches(filter, one),
      );
      const newest = seen.sort(byKey((one) => one.recurrenceId)).reverse();
      return pageOf(
        `${scope.district} ${scope.department} recurrences`,
        newest,
        (one) => one.recurrenceId,
        filter,
        'descending',
      );
    },
  };
};
