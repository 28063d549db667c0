import { businessMinimum, type Limits } from './business-minimum.ts';
import type { BusinessProblem } from './business-visits.ts';
import type { Certificate } from './certificate-file.ts';
import { crowdedMinimum } from './crowded-minimum.ts';
import type { Business, Committed, Request } from './instance-file.ts';
import type { LookUp } from './look-up.ts';
import { type StandingUse, standingUse } from './standing-use.ts';
import { type TripCharges, tripCharges } from './trip-charges.ts';

/** `value` in cost units; `relaxed` names businesses too large for an exact minimum, whose part is a weaker bound. */
export type DualBound = {
  readonly value: number;
  readonly relaxed: readonly string[];
  readonly faults: readonly string[];
};

type Setting = {
  readonly at: LookUp;
  readonly certificate: Certificate;
  readonly standing: StandingUse;
  readonly trips: TripCharges;
};

const groupBy = <T>(list: readonly T[], key: (entry: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const group = groups.get(key(entry));
    if (group === undefined) groups.set(key(entry), [entry]);
    else group.push(entry);
  }
  return groups;
};

/** One business at the certificate's prices: what its visits pay for slots and trips besides their own weights. */
const businessProblem = (
  { at, certificate: { weights, scale, prices }, standing: use, trips }: Setting,
  business: Business,
  requests: readonly Request[],
  committed: readonly Committed[],
): BusinessProblem => {
  const { perDay, minutes: slotMinutes } = at.instance.slots;
  const units = [...new Set(requests.map((request) => request.unit))];
  const checks = [...new Set(requests.flatMap((request) => request.items.map(at.classOf)))];
  const standing = committed.map((visit) => ({ ...visit, day: at.dayOf.get(visit.day) ?? 0 }));
  const stayPrice = (local: number, day: number, slot: number, slots: number): number => {
    const unit = units[local] ?? '';
    const base = standing.find((visit) => visit.day === day)?.attending?.[unit];
    const from = slot + (base ?? 0);
    if (from + slots - 1 > (at.sessionEnd[slot] ?? -1)) return Number.POSITIVE_INFINITY;
    const session = at.sessionOf[slot] ?? 0;
    const start = at.instance.slots.sessions[session]?.[0] ?? 0;
    const trip = trips.chargeOf(unit, day, session, business);
    let cost = base === undefined ? Math.floor(scale * weights.attendance) + trip.once : 0;
    for (let s = from; s < from + slots; s++) {
      if (use.freeTeams(unit, day, s) < 1) return Number.POSITIVE_INFINITY;
      cost += (prices[unit]?.[day * perDay + s] ?? 0) + trip.perSlot(s - start);
    }
    return cost;
  };
  return {
    owed: requests.map((request) => ({
      unit: units.indexOf(request.unit),
      checks: request.items.map((item) => ({
        check: checks.indexOf(at.classOf(item)),
        minutes: at.item(item).minutes,
      })),
      first: Math.max(
        0,
        at.instance.days.findIndex((day) => day >= request.notBefore),
      ),
      last: at.instance.days.findLastIndex((day) => day <= request.due && day >= request.notBefore),
      mode: request.mode,
      leftOut: Math.floor(scale * weights.unscheduled * (request.weight ?? 1)),
    })),
    date: at.date,
    closed: new Set((business.closed ?? []).flatMap((day) => at.dayOf.get(day) ?? [])),
    minGapDays: Math.max(1, business.minGapDays ?? 1),
    maxVisits: business.maxVisits ?? Number.POSITIVE_INFINITY,
    standing,
    visitCost: () => Math.floor(scale * weights.visit),
    slotMinutes,
    slotsPerDay: perDay,
    stayPrice,
  };
};

/** What all free teams would earn at the prices: the most that any plan can pay back of them. */
const capacityValue = ({ at, certificate, standing }: Setting): number => {
  const { perDay } = at.instance.slots;
  return Object.entries(certificate.prices).reduce(
    (sum, [unit, row]) =>
      row.reduce(
        (all, price, time) => all + price * standing.freeTeams(unit, Math.floor(time / perDay), time % perDay),
        sum,
      ),
    0,
  );
};

/** Where costs can only be whole numbers a bound may be rounded up to the next one. */
const costsAreWhole = ({ at, certificate: { weights } }: Setting): boolean =>
  Object.values(weights).every(Number.isInteger) &&
  at.instance.requests.every((request) => Number.isInteger(request.weight ?? 1));

/**
 * The Lagrangian bound at the certificate's prices: capacity is dropped and paid for instead, so every business stands alone;
 * the sum of their minima less the value of all free teams is no more than any plan costs, whatever the prices (≥ 0) are. A wrong
 * price can therefore weaken the bound but never falsify it, and the shares of trips are checked one by one. `limits` bound the
 * work on one business.
 */
export const dualBound = (at: LookUp, certificate: Certificate, limits?: Limits): DualBound => {
  const standing = standingUse(at);
  const setting: Setting = { at, certificate, standing, trips: tripCharges(at, standing, certificate) };
  const faults = [...setting.trips.faults];
  for (const unit of Object.keys(certificate.prices))
    if (!at.units.has(unit)) faults.push(`a price on unknown unit ${unit}`);
  const committedOf = groupBy(at.instance.committed ?? [], (visit) => visit.business);
  let scaled = 0 - capacityValue(setting);
  const relaxed: string[] = [];
  const crowded = new Map(certificate.crowded.map((entry) => [entry.business, entry]));
  for (const [id, requests] of groupBy(at.instance.requests, (request) => request.business)) {
    const whole = businessProblem(setting, at.business(id), requests, committedOf.get(id) ?? []);
    const minimum = businessMinimum(whole, limits);
    const groups = crowded.get(id);
    const byGroups = groups === undefined ? 0 : crowdedMinimum(whole, requests, groups, faults, limits);
    scaled += Math.max(minimum.value, byGroups);
    if (!minimum.exact) relaxed.push(id);
  }
  if (!Number.isSafeInteger(scaled)) faults.push('the charges are too large to add up without rounding');
  const value = scaled / certificate.scale;
  return { value: costsAreWhole(setting) ? Math.ceil(value) : value, relaxed, faults };
};
