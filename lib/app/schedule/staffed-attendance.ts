import type { Item } from '../../domain/catalogue/catalogue.ts';
import type { Plan } from '../../domain/plans/plan.ts';
import type { Attendance, Check, CitedPlan, Served } from '../../domain/visits/checks.ts';
import { classOf, type Staffed } from '../staff-now.ts';
import type { VisitRequest } from '../visits/staff-visit.ts';
import type { ScheduleState } from './schedule-state.ts';

const citedPlan = (plan: Plan, department: string): CitedPlan => ({
  planId: plan.planId,
  department,
  title: plan.title,
  type: plan.type,
  legalBasis: plan.legalBasis,
  approvedBy: plan.approval.by,
  ...(plan.approval.reference === undefined ? {} : { reference: plan.approval.reference }),
  orderedFromAbove: plan.orderedFromAbove,
  ...(plan.lead === undefined ? {} : { lead: plan.lead }),
});

/** The plans behind requests, once for each department that acts on them. */
export const citedPlans = (
  requests: readonly VisitRequest[],
  plans: ReadonlyMap<string, Plan>,
): readonly CitedPlan[] => {
  const pairs = new Map(requests.map(({ planId, department }) => [`${planId} ${department}`, { planId, department }]));
  return [...pairs.values()].flatMap(({ planId, department }) => {
    const plan = plans.get(planId);
    return plan ? [citedPlan(plan, department)] : [];
  });
};

/** The requests that a check of a class answers, each by its own item of that class. */
export const servedBy = (
  cls: string,
  requests: readonly VisitRequest[],
  state: Pick<ScheduleState, 'items'>,
): readonly Served[] =>
  requests.flatMap(({ requestId, planId, department, items }) =>
    items
      .filter((itemId) => classOf(state, itemId) === cls)
      .slice(0, 1)
      .map((itemId) => ({ requestId, planId, department, itemId })),
  );

const toCheck = (item: Item, requests: readonly VisitRequest[], state: Pick<ScheduleState, 'items'>): Check => ({
  itemId: item.itemId,
  name: item.name,
  recognitionClass: classOf(state, item.itemId),
  recognitionDays: item.recognitionDays,
  minutes: item.minutes,
  legalBasis: item.legalBasis,
  checklist: item.checklist,
  ...(item.questions ? { questions: item.questions } : {}),
  serves: servedBy(classOf(state, item.itemId), requests, state),
});

/** The units that come, with what each performs and for whom, as it will stand on the visit. */
export const toAttending = (
  requests: readonly VisitRequest[],
  staffed: Staffed,
  state: Pick<ScheduleState, 'items' | 'units'>,
): readonly Attendance[] =>
  Object.entries(staffed.performs)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([unitId, itemIds]) => {
      const unit = state.units.get(unitId);
      const stay = staffed.stays.get(unitId);
      if (!unit || !stay) return [];
      const checks = itemIds.flatMap((itemId) => {
        const item = state.items.get(itemId);
        return item ? [toCheck(item, requests, state)] : [];
      });
      return [{ unitId, unitName: unit.name ?? unitId, department: unit.department, ...stay, checks }];
    });
