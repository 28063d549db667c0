import type { Instance, PlannedVisit, PlanRequest } from '../../../../lib/planner/instance.ts';
import { type Contender, noBound } from './contender.ts';

type Held = {
  readonly visit: PlannedVisit & { requests: string[]; performs: Record<string, string[]> };
  readonly standing: Readonly<Record<string, number>>;
  readonly done: Set<string>;
};

/** Requests by due day; each joins the first visit of its business that it fits, else opens one at the first day and slot. */
const planGreedily = (instance: Instance) => {
  const { days, slots } = instance;
  const items = new Map(instance.items.map((item) => [item.id, item]));
  const units = new Map(instance.units.map((unit) => [unit.id, unit]));
  const businesses = new Map(instance.businesses.map((business) => [business.id, business]));
  const lastOf = Array.from({ length: slots.perDay }, (_, slot) =>
    Math.max(...(slots.sessions.find((session) => session.includes(slot)) ?? [])),
  );
  const dateOf = new Map(days.map((day) => [day, Date.parse(day) / 86_400_000]));
  const out = new Map<string, number>();
  const held = new Map<string, Held[]>();
  const classOf = (item: string) => items.get(item)?.class ?? `own ${item}`;
  const isFree = (unit: string, day: string, slot: number) =>
    !units.get(unit)?.off?.includes(day) && (out.get(`${unit} ${day} ${slot}`) ?? 0) < (units.get(unit)?.teams ?? 0);
  const take = (unit: string, day: string, from: number, to: number) => {
    for (let slot = from; slot < to; slot++)
      out.set(`${unit} ${day} ${slot}`, (out.get(`${unit} ${day} ${slot}`) ?? 0) + 1);
  };
  const stay = ({ visit, standing }: Held, unit: string, more: readonly string[]) => {
    const all = [...(visit.performs[unit] ?? []), ...more];
    const minutes = all.reduce((sum, item) => sum + (items.get(item)?.minutes ?? 0), 0);
    return (standing[unit] ?? 0) + Math.ceil(minutes / slots.minutes);
  };

  /** What nobody there performs yet is done by the request's own unit, if its stay can be that long. */
  const join = (at: Held, request: PlanRequest): boolean => {
    const seen = new Set(at.done);
    const more = request.items.filter((item) => !seen.has(classOf(item)) && seen.add(classOf(item)));
    const { day, slot } = at.visit;
    const [before, after] = [stay(at, request.unit, []), stay(at, request.unit, more)];
    if (slot + after - 1 > (lastOf[slot] ?? -1)) return false;
    for (let s = slot + before; s < slot + after; s++) if (!isFree(request.unit, day, s)) return false;
    take(request.unit, day, slot + before, slot + after);
    at.visit.requests.push(request.id);
    if (more.length > 0) at.visit.performs[request.unit] = [...(at.visit.performs[request.unit] ?? []), ...more];
    for (const item of more) at.done.add(classOf(item));
    return true;
  };

  for (const { id, attending = {}, business, day, slot, mode } of instance.committed ?? []) {
    const visit = { business, day, slot, mode, requests: [], performs: {}, committed: id };
    for (const [unit, count] of Object.entries(attending)) take(unit, day, slot, slot + count);
    held.set(business, [...(held.get(business) ?? []), { visit, standing: attending, done: new Set() }]);
  }
  const place = (request: PlanRequest): boolean => {
    const business = businesses.get(request.business);
    const own = held.get(request.business) ?? [];
    const open = days.filter(
      (day) => day >= request.notBefore && day <= request.due && !business?.closed?.includes(day),
    );
    const fits = ({ visit }: Held) => visit.mode === request.mode && open.includes(visit.day);
    if (own.some((at) => fits(at) && join(at, request))) return true;
    if (own.length >= (business?.maxVisits ?? Number.POSITIVE_INFINITY)) return false;
    const gap = Math.max(1, business?.minGapDays ?? 1);
    for (const day of open) {
      if (own.some(({ visit }) => Math.abs((dateOf.get(visit.day) ?? 0) - (dateOf.get(day) ?? 0)) < gap)) continue;
      for (let slot = 0; slot < slots.perDay; slot++) {
        const visit = { business: request.business, day, slot, mode: request.mode, requests: [], performs: {} };
        const opened: Held = { visit, standing: {}, done: new Set() };
        if (!join(opened, request)) continue;
        held.set(request.business, [...own, opened]);
        return true;
      }
    }
    return false;
  };
  const byDue = instance.requests.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const left = byDue.filter((request) => !place(request));
  return {
    visits: [...held.values()].flat().flatMap(({ visit }) => (visit.requests.length > 0 ? [visit] : [])),
    unscheduled: left.map((request) => ({ request: request.id, reason: 'no-capacity' as const })),
  };
};

/** What a careful planner does by hand: the yardstick for everything else. It proves nothing. */
export const plainGreedy: Contender = async (instance) => ({ plan: planGreedily(instance), bound: noBound });
