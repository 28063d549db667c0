import { checkPlan } from '../../../infra/commands/verify/check-plan.ts';
import { readInstance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import type { Instance, Plan, PlannedVisit, PlanRequest } from '../../../lib/planner/instance.ts';

const daysOf = (instance: Instance, request: PlanRequest): string[] => {
  const business = instance.businesses.find(({ id }) => id === request.business);
  return instance.days.filter(
    (day) => request.notBefore <= day && day <= request.due && !business?.closed?.includes(day),
  );
};

const visitsAt = (instance: Instance, plan: Plan, business: string): { day: string; mode: string }[] => [
  ...plan.visits.filter((visit) => visit.business === business && visit.committed === undefined),
  ...(instance.committed ?? []).filter((visit) => visit.business === business),
];

const allowsNewVisit = (instance: Instance, plan: Plan, request: PlanRequest, day: string): boolean => {
  const gap = instance.businesses.find(({ id }) => id === request.business)?.minGapDays ?? 1;
  return visitsAt(instance, plan, request.business).every(
    (visit) => Math.abs(Date.parse(visit.day) - Date.parse(day)) / 86_400_000 >= Math.max(1, gap),
  );
};

/** Whether standing visits alone leave the unit a team for so many slots of one session on some of these days. */
const unitHasRoom = (instance: Instance, unitId: string, days: readonly string[], stay: number): boolean => {
  const unit = instance.units.find(({ id }) => id === unitId);
  const isFree = (day: string, slot: number) => {
    const out = (instance.committed ?? []).filter(
      (visit) => visit.day === day && visit.slot <= slot && slot < visit.slot + (visit.attending?.[unitId] ?? 0),
    );
    return !unit?.off?.includes(day) && out.length < (unit?.teams ?? 0);
  };
  return days.some((day) =>
    instance.slots.sessions.some((session) =>
      session.some(
        (_, n) => n + stay <= session.length && session.slice(n, n + stay).every((slot) => isFree(day, slot)),
      ),
    ),
  );
};

/**
 * What is untrue about the reason given for a request left out, read word for word; undefined where it holds. `cap`, `gap` and
 * `no-capacity` are about the plan as it stands.
 */
export const untruthOf = (instance: Instance, plan: Plan, requestId: string, reason: string): string | undefined => {
  const request = instance.requests.find(({ id }) => id === requestId);
  if (request === undefined) return 'unknown request';
  const unit = instance.units.find(({ id }) => id === request.unit);
  const business = instance.businesses.find(({ id }) => id === request.business);
  const days = daysOf(instance, request);
  const own = days.filter((day) => !unit?.off?.includes(day));
  const minutes = instance.items
    .filter((item) => request.items.includes(item.id))
    .reduce((sum, item) => sum + item.minutes, 0);
  const stay = Math.ceil(minutes / instance.slots.minutes);
  const longest = Math.max(...instance.slots.sessions.map((session) => session.length));
  const held = visitsAt(instance, plan, request.business).length;
  const capped = held >= (business?.maxVisits ?? Number.POSITIVE_INFINITY);
  const open = days.filter((day) => allowsNewVisit(instance, plan, request, day));
  const joinable = visitsAt(instance, plan, request.business).some(
    (visit) => visit.mode === request.mode && days.includes(visit.day),
  );
  const standing = { visits: [], unscheduled: [] };
  const beforehand = days.filter((day) => allowsNewVisit(instance, standing, request, day));
  switch (reason) {
    case 'closed':
      return own.length === 0 ? undefined : `${requestId} could be served by its unit on ${own[0]}`;
    case 'too-long':
      return stay > longest ? undefined : `${requestId} fits a session`;
    case 'cap':
      return capped ? undefined : `${requestId}: ${held} visits are under the cap`;
    case 'gap':
      return open.length === 0 ? undefined : `${requestId}: the gap allows a visit on ${open[0]}`;
    default:
      if (joinable || !unitHasRoom(instance, request.unit, beforehand, stay)) return undefined;
      return capped || open.length === 0 ? `${requestId}: cap or gap bar a visit, not capacity` : undefined;
  }
};

/** A plan with this request added and nothing else touched, for less cost than leaving it out; undefined where there is none. */
export const cheaperAddition = (instance: Instance, plan: Plan, requestId: string): Plan | undefined => {
  const request = instance.requests.find(({ id }) => id === requestId);
  if (request === undefined) return undefined;
  const items = new Map(instance.items.map((item) => [item.id, item]));
  const classOf = (item: string) => items.get(item)?.class ?? `own ${item}`;
  const read = readInstance(instance);
  const before = checkPlan(read, readPlan(plan)).figures.cost;
  const unscheduled = plan.unscheduled.filter((left) => left.request !== requestId);
  const performing = (performs: PlannedVisit['performs']) => {
    const done = new Set(Object.values(performs).flat().map(classOf));
    const more = request.items.filter((item) => !done.has(classOf(item)) && done.add(classOf(item)));
    return more.length === 0 ? performs : { ...performs, [request.unit]: [...(performs[request.unit] ?? []), ...more] };
  };
  const { business, mode } = request;
  const fresh = daysOf(instance, request).flatMap((day) =>
    Array.from({ length: instance.slots.perDay }, (_, slot) => ({
      ...plan,
      visits: [...plan.visits, { business, day, slot, mode, requests: [requestId], performs: performing({}) }],
    })),
  );
  const joinedStanding = (instance.committed ?? [])
    .filter((visit) => visit.business === business && !plan.visits.some(({ committed }) => committed === visit.id))
    .map(({ id, day, slot }) => ({
      ...plan,
      visits: [
        ...plan.visits,
        { business, day, slot, mode, requests: [requestId], performs: performing({}), committed: id },
      ],
    }));
  const joined = plan.visits.flatMap((visit, n) =>
    visit.business === business
      ? [
          {
            ...plan,
            visits: plan.visits.with(n, {
              ...visit,
              requests: [...visit.requests, requestId],
              performs: performing(visit.performs),
            }),
          },
        ]
      : [],
  );
  return [...joined, ...joinedStanding, ...fresh]
    .map((candidate) => ({ ...candidate, unscheduled }))
    .find((candidate) => {
      const { faults, figures } = checkPlan(read, readPlan(candidate));
      return faults.length === 0 && figures.cost < before;
    });
};
