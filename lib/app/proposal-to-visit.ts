import type { Item } from '../domain/catalogue.ts';
import type { ProposedVisit } from '../domain/consolidation.ts';
import type { Plan } from '../domain/plan.ts';
import type { Attendance, Check, CitedPlan, Notice, Served, Visit } from '../domain/visit.ts';
import { endOf, leadOf, nextNumberInYear } from '../domain/visit-schedule.ts';
import type { ScheduleState } from './schedule-state.ts';
import { classOf, type Staffed } from './staff-now.ts';
import type { VisitRequest } from './staff-visit.ts';

const citedPlan = (plan: Plan, department: string): CitedPlan => ({
  planId: plan.planId,
  department,
  title: plan.title,
  type: plan.type,
  legalBasis: plan.legalBasis,
  approvedBy: plan.approval.by,
  ...(plan.approval.reference === undefined ? {} : { reference: plan.approval.reference }),
  orderedFromAbove: plan.orderedFromAbove,
});

/** The plans behind requests, once for each department that acts on them. */
const citedPlans = (requests: readonly VisitRequest[], plans: ReadonlyMap<string, Plan>): readonly CitedPlan[] => {
  const pairs = new Map(requests.map(({ planId, department }) => [`${planId} ${department}`, { planId, department }]));
  return [...pairs.values()].flatMap(({ planId, department }) => {
    const plan = plans.get(planId);
    return plan ? [citedPlan(plan, department)] : [];
  });
};

const servedBy = (cls: string, requests: readonly VisitRequest[], state: ScheduleState): readonly Served[] =>
  requests.flatMap(({ requestId, planId, department, items }) =>
    items
      .filter((itemId) => classOf(state, itemId) === cls)
      .slice(0, 1)
      .map((itemId) => ({ requestId, planId, department, itemId })),
  );

const toCheck = (item: Item, requests: readonly VisitRequest[], state: ScheduleState): Check => ({
  itemId: item.itemId,
  name: item.name,
  recognitionClass: classOf(state, item.itemId),
  recognitionDays: item.recognitionDays,
  minutes: item.minutes,
  legalBasis: item.legalBasis,
  checklist: item.checklist,
  serves: servedBy(classOf(state, item.itemId), requests, state),
});

const toAttending = (
  requests: readonly VisitRequest[],
  staffed: Staffed,
  state: ScheduleState,
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

/** A proposed visit as it is published: everything that its notice says is frozen here, and the notice comes due with it. */
export const proposalToVisit = (
  proposed: ProposedVisit,
  requests: readonly VisitRequest[],
  staffed: Staffed,
  state: ScheduleState,
  written: { readonly at: string; readonly by: string; readonly code: string },
): Visit | undefined => {
  const business = state.businesses.get(proposed.businessId);
  if (!business) return undefined;
  const { visitId, businessId, day, slot, mode } = proposed;
  const { at, by, code } = written;
  const attending = toAttending(requests, staffed, state);
  const start = state.settings.slots.starts[slot] ?? '00:00';
  const isAnnounced = mode === 'announced';
  return {
    visitId,
    district: state.run.district,
    consolidationId: state.run.consolidationId,
    businessId,
    businessName: business.name,
    address: business.address,
    street: business.street,
    grid: business.grid,
    industry: business.industry,
    contacts: business.contacts,
    day,
    slot,
    start,
    end: endOf(start, attending, state.settings.slots.minutes),
    mode,
    status: 'planned',
    lead: leadOf(attending),
    code,
    numberInYear: nextNumberInYear(state.visitsOf.get(businessId) ?? [], visitId, day),
    plans: citedPlans(requests, state.plans),
    attending,
    notice: isAnnounced
      ? { version: 1, kind: 'new', status: 'due', dueAt: at, changes: [], channels: [] }
      : { version: 1, kind: 'new', status: 'held', changes: [], channels: [] },
    history: [{ at, by, action: 'published', reason: state.run.consolidationId }],
    ...(isAnnounced ? { outbox: { task: 'send-notice', since: at } } : {}),
    version: 1,
  };
};

const mergeAttending = (
  standing: readonly Attendance[],
  requests: readonly VisitRequest[],
  more: readonly Attendance[],
  state: ScheduleState,
): readonly Attendance[] => {
  const recognising = standing.map((attendance) => ({
    ...attendance,
    checks: attendance.checks.map((check) => ({
      ...check,
      serves: [...check.serves, ...servedBy(check.recognitionClass, requests, state)],
    })),
  }));
  const stronger = recognising.map((attendance) => {
    const added = more.find(({ unitId }) => unitId === attendance.unitId);
    return added
      ? { ...attendance, slots: added.slots, team: added.team, checks: [...attendance.checks, ...added.checks] }
      : attendance;
  });
  const there = new Set(standing.map(({ unitId }) => unitId));
  return [...stronger, ...more.filter(({ unitId }) => !there.has(unitId))];
};

const changesOf = (before: readonly Attendance[], after: readonly Attendance[]): readonly string[] => {
  const known = new Set(before.flatMap(({ checks }) => checks.map(({ itemId }) => itemId)));
  const checks = after.flatMap((attendance) =>
    attendance.checks
      .filter(({ itemId }) => !known.has(itemId))
      .map(
        ({ name }) => `新增检查事项：${name}（${attendance.unitName}） / Check added: ${name} (${attendance.unitName})`,
      ),
  );
  return checks.length > 0 ? checks : ['互认部门增加 / More departments recognise the checks'];
};

/** The next version of a notice; one that never went out is still new to its business, and keeps what it had to tell. */
const changedNotice = (notice: Notice, changes: readonly string[], at: string): Notice => {
  const isUnsent = notice.status === 'due';
  return {
    version: notice.version + 1,
    kind: isUnsent ? notice.kind : 'changed',
    status: 'due',
    dueAt: at,
    changes: isUnsent && notice.kind === 'new' ? [] : [...(isUnsent ? notice.changes : []), ...changes],
    channels: [],
  };
};

/**
 * A standing visit with the requests that join it: classes it performs already serve them too, the rest is added. An
 * announced one gets a new version of its notice that says what changed; its state stays.
 */
export const joinVisit = (
  visit: Visit,
  requests: readonly VisitRequest[],
  staffed: Staffed,
  state: ScheduleState,
  written: { readonly at: string; readonly by: string },
): Visit => {
  const { at, by } = written;
  const attending = mergeAttending(visit.attending, requests, toAttending(requests, staffed, state), state);
  const cited = new Set(visit.plans.map(({ planId, department }) => `${planId} ${department}`));
  const more = citedPlans(requests, state.plans).filter((plan) => !cited.has(`${plan.planId} ${plan.department}`));
  return {
    ...visit,
    attending,
    lead: leadOf(attending),
    end: endOf(visit.start, attending, state.settings.slots.minutes),
    plans: [...visit.plans, ...more],
    ...(visit.mode === 'announced'
      ? {
          notice: changedNotice(visit.notice, changesOf(visit.attending, attending), at),
          outbox: { task: 'send-notice', since: at } as const,
        }
      : {}),
    history: [...visit.history, { at, by, action: 'joined', reason: state.run.consolidationId }],
    version: visit.version + 1,
  };
};
