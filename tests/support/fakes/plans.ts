import { planIsVisible } from '../../../lib/adapters/visible.ts';
import type { Plans } from '../../../lib/app/ports/plan-ports.ts';
import type { Plan, RequestRow } from '../../../lib/domain/plans/plan.ts';
import { byKey, copy, pageOf, storeNew, storeNext } from './records.ts';

const rowsPerPage = 250;

export const fakePlans = (): Plans => {
  const plans = new Map<string, Plan>();
  const batches = new Map<string, readonly RequestRow[]>();
  const key = ({ district, planId }: Pick<Plan, 'district' | 'planId'>) => `${district} ${planId}`;
  const rowsOf = (plan: Plan): readonly RequestRow[] =>
    plan.batches.flatMap(({ batchId }) => batches.get(`${key(plan)} ${batchId}`) ?? []).map(copy);
  const visible = (scope: Parameters<Plans['find']>[0]) =>
    [...plans.values()]
      .filter((plan) => planIsVisible(scope, plan))
      .sort(byKey(({ planId }) => planId))
      .reverse()
      .map(copy);

  return {
    async writeBatch({ district }, planId, batchId, rows) {
      batches.set(`${key({ district, planId })} ${batchId}`, copy(rows.toSorted(byKey((row) => row.businessId))));
      return { batchId, rows: rows.length, pages: Math.ceil(rows.length / rowsPerPage) };
    },
    create: async (plan) => storeNew(plans, key(plan), plan),
    change: async (plan) => storeNext(plans, key(plan), plan),
    find: async (scope, planId) => visible(scope).find((plan) => plan.planId === planId),
    list: async (scope, filter) => {
      const rows = visible(scope)
        .filter((plan) => filter.status === undefined || plan.status === filter.status)
        .filter(
          ({ department, partners }) =>
            filter.department === undefined || [department, ...partners].includes(filter.department),
        );
      return pageOf(`${scope.district} plans`, rows, ({ planId }) => planId, filter, 'descending');
    },
    open: async (scope) => visible(scope).filter(({ status }) => status === 'submitted' || status === 'consolidated'),
    rows: async (plan, page) => {
      const rows = rowsOf(plan).map((row, index) => ({ row, position: String(index).padStart(6, '0') }));
      const found = await pageOf(`${key(plan)} rows`, rows, ({ position }) => position, page);
      return 'refused' in found ? found : { ...found, items: found.items.map(({ row }) => row) };
    },
    rowsOfBusiness: async (plan, businessId) => rowsOf(plan).filter((row) => row.businessId === businessId),
    async *pages(plan) {
      const rows = rowsOf(plan);
      for (let start = 0; start < rows.length; start += rowsPerPage) yield rows.slice(start, start + rowsPerPage);
    },
  };
};
