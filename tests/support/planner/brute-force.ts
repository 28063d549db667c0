import type { Instance, Plan, PlannedVisit, PlanRequest } from '../../../lib/planner/instance.ts';

/**
 * The true optimum of a tiny instance by trying everything, straight from the rules: each request on each day of its window
 * or left out; each visit at each slot; each check of a visit by each unit that asked for it there. As a business has one visit
 * a day at most, the days fix who shares a visit. Choices of days are tried in the order of a plain floor on their cost, so
 * the search ends as soon as the floor reaches the best plan found; nothing else is cut. Exponential in everything.
 */
export type Optimum = { readonly cost: number; readonly plan: Plan };

export type Prices = { unscheduled: number; visit: number; attendance: number; trip: number };

type Group = {
  readonly key: string;
  readonly business: string;
  readonly day: string;
  readonly requests: PlanRequest[];
};
type Way = { readonly visit: PlannedVisit; readonly stays: readonly Stay[]; readonly joined: boolean };
type Stay = { readonly unit: string; readonly from: number; readonly to: number; readonly isNew: boolean };

const products = <T>(choices: readonly (readonly T[])[]): T[][] =>
  choices.reduce<T[][]>((all, options) => all.flatMap((head) => options.map((tail) => [...head, tail])), [[]]);

export const bruteForce = (
  instance: Instance,
  prices: Prices = { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 },
): Optimum => {
  const { slots, days } = instance;
  const committed = instance.committed ?? [];
  const unit = new Map(instance.units.map((entry) => [entry.id, entry]));
  const item = new Map(instance.items.map((entry) => [entry.id, entry]));
  const business = new Map(instance.businesses.map((entry) => [entry.id, entry]));
  const sameSession = (a: number, b: number) =>
    slots.sessions.some((session) => session.includes(a) && session.includes(b));
  const sessionOf = (slot: number) => slots.sessions.findIndex((session) => session.includes(slot));
  const dateOf = (day: string) => Date.parse(day) / 86_400_000;

  /** Every way to hold one group's visit by itself: slot, and who performs each class. */
  const waysOf = (group: Group): Way[] => {
    const standing = committed.find((visit) => visit.business === group.business && visit.day === group.day);
    const base = standing?.attending ?? {};
    const mode = group.requests[0]?.mode ?? 'announced';
    const asks = new Map<string, { unit: string; item: string }[]>();
    for (const request of group.requests)
      for (const id of request.items) {
        const check = item.get(id)?.class ?? `own ${id}`;
        const known = asks.get(check) ?? [];
        if (!known.some((ask) => ask.unit === request.unit && ask.item === id))
          known.push({ unit: request.unit, item: id });
        asks.set(check, known);
      }
    const starts = standing === undefined ? Array.from({ length: slots.perDay }, (_, s) => s) : [standing.slot];
    const ways: Way[] = [];
    for (const chosen of products([...asks.values()])) {
      const performs: Record<string, string[]> = {};
      for (const ask of chosen) performs[ask.unit] = [...(performs[ask.unit] ?? []), ask.item];
      for (const slot of starts) {
        const stays = Object.entries(performs).map(([id, items]): Stay => {
          const minutes = items.reduce((sum, one) => sum + (item.get(one)?.minutes ?? 0), 0);
          const from = slot + (base[id] ?? 0);
          return { unit: id, from, to: from + Math.ceil(minutes / slots.minutes), isNew: !(id in base) };
        });
        const fits = stays.every(
          ({ unit: id, to }) => sameSession(slot, to - 1) && !unit.get(id)?.off?.includes(group.day),
        );
        const visit = {
          business: group.business,
          day: group.day,
          slot,
          mode,
          requests: group.requests.map((request) => request.id),
          performs,
          ...(standing === undefined ? {} : { committed: standing.id }),
        };
        if (fits) ways.push({ visit, stays, joined: standing !== undefined });
      }
    }
    return ways;
  };

  /** The group as one visit of one mode, a standing visit's mode kept; `undefined` where none may be held. */
  const known = new Map<string, Way[]>();
  const groupWays = (group: Group): Way[] => {
    const found = known.get(group.key);
    if (found !== undefined) return found;
    const modes = new Set([
      ...group.requests.map((request) => request.mode),
      ...committed.filter((v) => v.business === group.business && v.day === group.day).map((v) => v.mode),
    ]);
    const ways = modes.size === 1 ? waysOf(group) : [];
    known.set(group.key, ways);
    return ways;
  };
  const floorOf = (ways: readonly Way[]) =>
    Math.min(
      ...ways.map(
        (way) => (way.joined ? 0 : prices.visit) + prices.attendance * way.stays.filter((stay) => stay.isNew).length,
      ),
    );

  const respectsGapAndCap = (id: string, groups: readonly Group[]): boolean => {
    const { minGapDays = 1, maxVisits = Number.POSITIVE_INFINITY } = business.get(id) ?? {};
    const own = [...groups.filter((g) => g.business === id), ...committed.filter((v) => v.business === id)];
    const dates = [...new Set(own.map((visit) => dateOf(visit.day)))].toSorted((a, b) => a - b);
    return (
      dates.length <= maxVisits &&
      dates.every((date, n) => n === 0 || date - (dates[n - 1] ?? 0) >= Math.max(1, minGapDays))
    );
  };

  const choices = instance.requests.map((request) => [
    undefined,
    ...days.filter(
      (day) => day >= request.notBefore && day <= request.due && !business.get(request.business)?.closed?.includes(day),
    ),
  ]);
  const candidates = products<string | undefined>(choices).flatMap((chosen) => {
    const groups = new Map<string, Group>();
    let floor = 0;
    for (const [n, request] of instance.requests.entries()) {
      const day = chosen[n];
      if (day === undefined) {
        floor += prices.unscheduled * (request.weight ?? 1);
        continue;
      }
      const at = `${request.business} ${day}`;
      const before = groups.get(at);
      groups.set(at, {
        key: `${before?.key ?? at} ${request.id}`,
        business: request.business,
        day,
        requests: [...(before?.requests ?? []), request],
      });
    }
    const list = [...groups.values()];
    if (!instance.businesses.every(({ id }) => respectsGapAndCap(id, list))) return [];
    for (const group of list) floor += floorOf(groupWays(group));
    return floor === Number.POSITIVE_INFINITY ? [] : [{ chosen, groups: list, floor }];
  });
  candidates.sort((a, b) => a.floor - b.floor);

  const standingTrips = new Set(
    committed.flatMap((visit) =>
      Object.keys(visit.attending ?? {}).map((id) => tripOf(id, visit.day, sessionOf(visit.slot), visit.business)),
    ),
  );
  function tripOf(id: string, day: string, session: number, at: string): string {
    return JSON.stringify([id, day, session, business.get(at)?.grid]);
  }
  const out = new Map<string, number>();
  const shift = (day: string, stays: readonly Omit<Stay, 'isNew'>[], by: number) => {
    for (const stay of stays)
      for (let slot = stay.from; slot < stay.to; slot++) {
        const key = `${stay.unit} ${day} ${slot}`;
        out.set(key, (out.get(key) ?? 0) + by);
      }
  };
  for (const visit of committed)
    shift(
      visit.day,
      Object.entries(visit.attending ?? {}).map(([id, count]) => ({
        unit: id,
        from: visit.slot,
        to: visit.slot + count,
      })),
      1,
    );
  const free = (day: string, stays: readonly Stay[]) =>
    stays.every((stay) => {
      for (let slot = stay.from; slot < stay.to; slot++)
        if ((out.get(`${stay.unit} ${day} ${slot}`) ?? 0) >= (unit.get(stay.unit)?.teams ?? 0)) return false;
      return true;
    });

  let best: Optimum = { cost: Number.POSITIVE_INFINITY, plan: { visits: [], unscheduled: [] } };
  for (const { chosen, groups, floor } of candidates) {
    if (floor >= best.cost) break;
    const held: Way[] = [];
    const extend = (n: number): void => {
      const group = groups[n];
      if (group !== undefined) {
        for (const way of groupWays(group)) {
          if (!free(group.day, way.stays)) continue;
          shift(group.day, way.stays, 1);
          held.push(way);
          extend(n + 1);
          held.pop();
          shift(group.day, way.stays, -1);
        }
        return;
      }
      const trips = new Set<string>();
      let cost =
        prices.unscheduled * instance.requests.reduce((sum, r, k) => sum + (chosen[k] ? 0 : (r.weight ?? 1)), 0);
      for (const { visit, stays, joined } of held) {
        cost += joined ? 0 : prices.visit;
        for (const stay of stays) {
          cost += stay.isNew ? prices.attendance : 0;
          trips.add(tripOf(stay.unit, visit.day, sessionOf(visit.slot), visit.business));
        }
      }
      cost += prices.trip * [...trips].filter((trip) => !standingTrips.has(trip)).length;
      if (cost >= best.cost) return;
      const unscheduled = instance.requests.flatMap((request, k) =>
        chosen[k] === undefined ? [{ request: request.id, reason: 'no-capacity' as const }] : [],
      );
      best = { cost, plan: { visits: held.map((way) => way.visit), unscheduled } };
    };
    extend(0);
  }
  return best;
};
