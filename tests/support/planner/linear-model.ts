import type { CommittedVisit, Instance, Mode, Plan, PlannedVisit, PlanRequest } from '../../../lib/planner/instance.ts';

/** minimise offset + Σ cost·x over whole numbers 0 ≤ x ≤ 1, with low ≤ Σ coefs·x ≤ high for every row */
export type LinearModel = {
  readonly offset: number;
  readonly cost: readonly number[];
  readonly rows: readonly Row[];
  /** the plan that a solution stands for */
  readonly toPlan: (values: ArrayLike<number>) => Plan;
};

export type Row = {
  readonly low: number;
  readonly high: number;
  readonly columns: readonly number[];
  readonly coefs: readonly number[];
};

type Weights = {
  readonly unscheduled: number;
  readonly visit: number;
  readonly attendance: number;
  readonly trip: number;
};

type Stay = { readonly unit: string; readonly slot: number; readonly column: number };
type Ask = { readonly unit: string; readonly item: string; readonly column: number };
/** A visit that could be held: one business, day and mode. */
type Chance = {
  readonly business: string;
  readonly day: string;
  readonly mode: Mode;
  readonly standing: CommittedVisit | undefined;
  readonly starts: readonly { readonly slot: number; readonly column: number }[];
  readonly asks: readonly Ask[];
  readonly served: readonly { readonly request: PlanRequest; readonly column: number }[];
};

const groupBy = <T>(list: readonly T[], key: (entry: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const entry of list) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return groups;
};

/**
 * The whole planning problem as one integer program, as an engineer would hand it to a general solver: a variable for each request and
 * day, each visit's start, each performed item and each stay; rows for windows, modes, recognition, sessions, teams, gaps, caps and trips.
 * Its optimum is the problem's. The number of variables grows with requests × days × slots.
 */
export const instanceToLinearModel = (
  instance: Instance,
  weights: Weights = { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 },
): LinearModel => {
  const { days, slots } = instance;
  const items = new Map(instance.items.map((item) => [item.id, item]));
  const requestsOf = groupBy(instance.requests, (request) => request.business);
  const committedOf = groupBy(instance.committed ?? [], (visit) => visit.business);
  const sessionOf = (slot: number) => slots.sessions.findIndex((session) => session.includes(slot));
  const sessionEnd = (slot: number) => Math.max(...(slots.sessions[sessionOf(slot)] ?? []));
  const dateOf = (day: string) => Date.parse(day) / 86_400_000;

  const cost: number[] = [];
  const rows: Row[] = [];
  const column = (price: number): number => cost.push(price) - 1;
  const row = (low: number, high: number, terms: readonly (readonly [column: number, coef: number])[]) =>
    rows.push({ low, high, columns: terms.map(([at]) => at), coefs: terms.map(([, coef]) => coef) });
  const none = Number.NEGATIVE_INFINITY;

  const free = new Map<string, number>();
  for (const unit of instance.units)
    for (const day of days)
      for (let slot = 0; slot < slots.perDay; slot++)
        free.set(`${unit.id} ${day} ${slot}`, unit.off?.includes(day) ? 0 : unit.teams);
  const standingTrips = new Set<string>();
  const gridOf = new Map(instance.businesses.map((business) => [business.id, business.grid]));
  const tripKey = (unit: string, day: string, slot: number, business: string) =>
    JSON.stringify([unit, day, sessionOf(slot), gridOf.get(business)]);
  for (const visit of instance.committed ?? [])
    for (const [unit, stay] of Object.entries(visit.attending ?? {})) {
      standingTrips.add(tripKey(unit, visit.day, visit.slot, visit.business));
      for (let slot = visit.slot; slot < visit.slot + stay; slot++) {
        const key = `${unit} ${visit.day} ${slot}`;
        free.set(key, (free.get(key) ?? 0) - 1);
      }
    }
  const load = new Map<string, number[]>();
  const trips = new Map<string, number>();
  const daysOfRequest = new Map<string, number[]>();
  const chances: Chance[] = [];

  /** The stays one unit could make at one visit: (start, length) pairs that session and teams allow. */
  const staysOf = (
    chance: Omit<Chance, 'asks' | 'served'>,
    unit: string,
    longest: number,
  ): (Stay & { slots: number })[] =>
    chance.starts.flatMap(({ slot }) => {
      const base = chance.standing?.attending?.[unit];
      const stays: (Stay & { slots: number })[] = [];
      for (let count = 1; count <= longest; count++) {
        const last = slot + (base ?? 0) + count - 1;
        if (last > sessionEnd(slot) || (free.get(`${unit} ${chance.day} ${last}`) ?? 0) < 1) break;
        const at = column(base === undefined ? weights.attendance : 0);
        for (let taken = slot + (base ?? 0); taken <= last; taken++) {
          const key = `${unit} ${chance.day} ${taken}`;
          load.set(key, [...(load.get(key) ?? []), at]);
        }
        stays.push({ unit, slot, slots: count, column: at });
      }
      return stays;
    });

  const addVisit = (
    business: string,
    day: string,
    open: readonly PlanRequest[],
    standing: CommittedVisit | undefined,
  ) => {
    const mode = open[0]?.mode ?? 'announced';
    const starts =
      standing === undefined
        ? Array.from({ length: slots.perDay }, (_, slot) => ({ slot, column: column(weights.visit) }))
        : [{ slot: standing.slot, column: -1 }];
    const frame = { business, day, mode, standing, starts };
    const served = open.map((request) => ({ request, column: column(0) }));
    for (const { request, column: at } of served) {
      daysOfRequest.set(request.id, [...(daysOfRequest.get(request.id) ?? []), at]);
      if (standing === undefined) row(none, 0, [[at, 1], ...starts.map((start) => [start.column, -1] as const)]);
    }
    const asks: Ask[] = [];
    for (const [unit, own] of groupBy(served, ({ request }) => request.unit)) {
      const asked = [...new Set(own.flatMap(({ request }) => request.items))];
      const minutes = asked.reduce((sum, item) => sum + (items.get(item)?.minutes ?? 0), 0);
      const stays = staysOf(frame, unit, Math.ceil(minutes / slots.minutes));
      for (const start of starts) {
        const here = stays.filter((stay) => stay.slot === start.slot).map((stay) => [stay.column, 1] as const);
        if (here.length > 0)
          row(none, standing === undefined ? 0 : 1, [...here, ...(standing ? [] : [[start.column, -1] as const])]);
      }
      for (const [key, here] of groupBy(stays, (stay) => tripKey(unit, day, stay.slot, business))) {
        if (standingTrips.has(key)) continue;
        const trip = trips.get(key) ?? column(weights.trip);
        trips.set(key, trip);
        row(none, 0, [...here.map((stay) => [stay.column, 1] as const), [trip, -1]]);
      }
      const performed = asked.map((item) => ({ unit, item, column: column(0) }));
      asks.push(...performed);
      for (const ask of performed) {
        const askers = own.filter(({ request }) => request.items.includes(ask.item));
        row(none, 0, [[ask.column, 1], ...askers.map((one) => [one.column, -1] as const)]);
        row(none, 0, [[ask.column, 1], ...stays.map((stay) => [stay.column, -1] as const)]);
      }
      row(none, 0, [
        ...performed.map((ask) => [ask.column, items.get(ask.item)?.minutes ?? 0] as const),
        ...stays.map((stay) => [stay.column, -stay.slots * slots.minutes] as const),
      ]);
    }
    const classOf = (item: string) => items.get(item)?.class ?? `own ${item}`;
    for (const { request, column: at } of served)
      for (const check of new Set(request.items.map(classOf))) {
        const doing = asks.filter((ask) => classOf(ask.item) === check);
        row(none, 0, [[at, 1], ...doing.map((ask) => [ask.column, -1] as const)]);
      }
    chances.push({ ...frame, asks, served });
  };

  for (const business of instance.businesses) {
    const standing = committedOf.get(business.id) ?? [];
    const gap = Math.max(1, business.minGapDays ?? 1);
    const room = (business.maxVisits ?? Number.POSITIVE_INFINITY) - standing.length;
    const first = chances.length;
    for (const day of days) {
      if (business.closed?.includes(day)) continue;
      const joined = standing.find((visit) => visit.day === day);
      const near = standing.some((visit) => Math.abs(dateOf(visit.day) - dateOf(day)) < gap);
      if (joined === undefined && (near || room < 1)) continue;
      const open = (requestsOf.get(business.id) ?? []).filter((r) => r.notBefore <= day && day <= r.due);
      for (const [mode, sharing] of groupBy(open, (request) => request.mode))
        if (joined === undefined || joined.mode === mode) addVisit(business.id, day, sharing, joined);
    }
    const own = chances.slice(first).filter((chance) => chance.standing === undefined);
    const visits = (some: readonly Chance[]) =>
      some.flatMap(({ starts }) => starts.map((start) => [start.column, 1] as const));
    for (const day of new Set(own.map((chance) => chance.day))) {
      const from = dateOf(day);
      row(none, 1, visits(own.filter((chance) => dateOf(chance.day) >= from && dateOf(chance.day) < from + gap)));
    }
    if (own.length > 0 && room < Number.POSITIVE_INFINITY) row(none, room, visits(own));
  }
  for (const [key, taken] of load)
    row(
      none,
      free.get(key) ?? 0,
      taken.map((at) => [at, 1] as const),
    );
  let offset = 0;
  for (const request of instance.requests) {
    const price = weights.unscheduled * (request.weight ?? 1);
    const served = daysOfRequest.get(request.id) ?? [];
    offset += price;
    for (const at of served) cost[at] = -price;
    if (served.length > 0)
      row(
        none,
        1,
        served.map((at) => [at, 1] as const),
      );
  }

  const toPlan = (values: ArrayLike<number>): Plan => {
    const isOn = (at: number) => (values[at] ?? 0) > 0.5;
    const done = new Set<string>();
    const visits = chances.flatMap((chance): PlannedVisit[] => {
      const requests = chance.served.filter(({ column: at }) => isOn(at)).map(({ request }) => request.id);
      const start = chance.standing === undefined ? chance.starts.find((one) => isOn(one.column)) : chance.starts[0];
      if (requests.length === 0 || start === undefined) return [];
      for (const id of requests) done.add(id);
      const performs: Record<string, string[]> = {};
      const checked = new Set<string>();
      for (const { unit, item, column: at } of chance.asks) {
        const check = items.get(item)?.class ?? `own ${item}`;
        if (!isOn(at) || checked.has(check)) continue;
        checked.add(check);
        performs[unit] = [...(performs[unit] ?? []), item];
      }
      const { business, day, mode, standing } = chance;
      return [
        { business, day, slot: start.slot, mode, requests, performs, ...(standing ? { committed: standing.id } : {}) },
      ];
    });
    const left = instance.requests.filter((request) => !done.has(request.id));
    return { visits, unscheduled: left.map((request) => ({ request: request.id, reason: 'no-capacity' })) };
  };
  return { offset, cost, rows, toPlan };
};
