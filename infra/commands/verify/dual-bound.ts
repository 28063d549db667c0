import { type BusinessProblem, businessMinimum, type Minimum } from './business-minimum.ts';
import type { Weights } from './check-plan.ts';
import type { Business, Committed, Request } from './instance-file.ts';
import type { LookUp } from './look-up.ts';

/** Prices in whole numbers of 1 / `scale` of a cost unit, none below 0. */
export type DualPrices = {
  readonly scale: number;
  /** by unit: what one team costs, at `day * perDay + slot`; units without an entry cost nothing */
  readonly slotPrices: ReadonlyMap<string, readonly number[]>;
  /**
   * what a business pays of a trip (unit, day, session) into its grid. Valid only where the charges of all businesses
   * that may share the trip add up to the trip's cost at most.
   */
  readonly tripCharge: (unit: string, day: number, session: number, business: Business) => number;
};

export type DualBound = { readonly value: number; readonly inexact: readonly string[] };

const groupBy = <T>(list: readonly T[], key: (entry: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const group = groups.get(key(entry));
    if (group === undefined) groups.set(key(entry), [entry]);
    else group.push(entry);
  }
  return groups;
};

/** Teams that standing visits occupy, by unit and `day * perDay + slot`, and the trips they make anyway. */
const standingUse = (at: LookUp) => {
  const { perDay } = at.instance.slots;
  const busy = new Map<string, number[]>();
  const trips = new Set<string>();
  for (const visit of at.committed.values())
    for (const [unit, slots] of Object.entries(visit.attending ?? {})) {
      const day = at.dayOf.get(visit.day) ?? 0;
      const row = busy.get(unit) ?? [];
      busy.set(unit, row);
      for (let slot = visit.slot; slot < visit.slot + slots; slot++) {
        row[day * perDay + slot] = (row[day * perDay + slot] ?? 0) + 1;
      }
      trips.add(JSON.stringify([unit, day, at.sessionOf[visit.slot], at.business(visit.business).grid]));
    }
  return { busy, trips };
};

type Setting = {
  readonly at: LookUp;
  readonly weights: Weights;
  readonly prices: DualPrices;
  readonly trips: ReadonlySet<string>;
  readonly off: ReadonlyMap<string, ReadonlySet<number>>;
};

const businessProblem = (
  { at, weights, prices, trips, off }: Setting,
  business: Business,
  requests: readonly Request[],
  committed: readonly Committed[],
): BusinessProblem => {
  const { perDay, minutes: slotMinutes } = at.instance.slots;
  const units = [...new Set(requests.map((request) => request.unit))];
  const checks = new Map<string, number>();
  const number = (check: string) => {
    const known = checks.get(check) ?? checks.size;
    checks.set(check, known);
    return known;
  };
  const dayOf = (date: string) => at.dayOf.get(date);
  const owed = requests.map((request) => ({
    unit: units.indexOf(request.unit),
    checks: request.items.map((item) => ({ check: number(at.classOf(item)), minutes: at.item(item).minutes })),
    first: at.instance.days.findIndex((day) => day >= request.notBefore),
    last: at.instance.days.findLastIndex((day) => day <= request.due),
    mode: request.mode,
    leftOut: Math.floor(prices.scale * weights.unscheduled * (request.weight ?? 1)),
  }));
  const standing = committed.map((visit) => ({ ...visit, day: dayOf(visit.day) ?? 0 }));
  const stayPrice = (local: number, day: number, slot: number, slots: number): number => {
    const unit = units[local] ?? '';
    const base = standing.find((visit) => visit.day === day)?.attending?.[unit];
    const from = slot + (base ?? 0);
    if (from + slots - 1 > (at.sessionEnd[slot] ?? -1) || off.get(unit)?.has(day)) return Number.POSITIVE_INFINITY;
    const row = prices.slotPrices.get(unit);
    let cost = 0;
    for (let s = from; s < from + slots; s++) cost += row?.[day * perDay + s] ?? 0;
    if (base !== undefined) return cost;
    const session = at.sessionOf[slot] ?? 0;
    const free = trips.has(JSON.stringify([unit, day, session, business.grid]));
    return cost + prices.scale * weights.attendance + (free ? 0 : prices.tripCharge(unit, day, session, business));
  };
  return {
    owed: owed.map((one) => (one.first < 0 ? { ...one, first: 0, last: -1 } : one)),
    date: at.date,
    closed: new Set((business.closed ?? []).flatMap((day) => dayOf(day) ?? [])),
    minGapDays: Math.max(1, business.minGapDays ?? 1),
    maxVisits: business.maxVisits ?? Number.POSITIVE_INFINITY,
    standing,
    visitCost: prices.scale * weights.visit,
    slotMinutes,
    slotsPerDay: perDay,
    stayPrice,
  };
};

/** What the teams that are free would pay at most: the part of the prices that no plan can give back. */
const capacityValue = ({ at, prices, off }: Setting, busy: ReadonlyMap<string, readonly number[]>): number => {
  let value = 0;
  for (const unit of at.instance.units) {
    const row = prices.slotPrices.get(unit.id) ?? [];
    for (const [key, price] of row.entries()) {
      const out = off.get(unit.id)?.has(Math.floor(key / at.instance.slots.perDay));
      value += out ? 0 : price * Math.max(0, unit.teams - (busy.get(unit.id)?.[key] ?? 0));
    }
  }
  return value;
};

/**
 * The Lagrangian bound at given prices: capacity is dropped and paid for instead, so every business stands alone; the sum of
 * their minima less the value of all free teams is no more than the cost of any plan, whatever the prices (≥ 0) are. Trips
 * that businesses share are charged in shares. `value` is in units of 1 / scale.
 */
export const dualBound = (at: LookUp, prices: DualPrices, weights: Weights): DualBound => {
  const { busy, trips } = standingUse(at);
  const off = new Map(
    at.instance.units.map((unit) => [unit.id, new Set((unit.off ?? []).flatMap((day) => at.dayOf.get(day) ?? []))]),
  );
  const setting: Setting = { at, weights, prices, trips, off };
  const requestsOf = groupBy(at.instance.requests, (request) => request.business);
  const committedOf = groupBy(at.instance.committed ?? [], (visit) => visit.business);
  let value = -capacityValue(setting, busy);
  const inexact: string[] = [];
  for (const [id, requests] of requestsOf) {
    const minimum: Minimum = businessMinimum(
      businessProblem(setting, at.business(id), requests, committedOf.get(id) ?? []),
    );
    value += minimum.value;
    if (!minimum.exact) inexact.push(id);
  }
  return { value, inexact };
};
