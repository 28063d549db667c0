import type { Committed, Instance, Plan, PlannedVisit, Request } from './instance-file.ts';
import { type LookUp, lookUp } from './look-up.ts';

export type Weights = {
  readonly unscheduled: number;
  readonly visit: number;
  readonly attendance: number;
  readonly trip: number;
};

export const defaultWeights: Weights = { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 };

export type Figures = {
  readonly cost: number;
  readonly requests: number;
  readonly scheduled: number;
  readonly unscheduledWeight: number;
  readonly visits: number;
  readonly attendances: number;
  readonly trips: number;
};

export type Verdict = { readonly faults: readonly string[]; readonly figures: Figures };

/** One unit out at one visit, as the capacity and trip rules see it. */
type Stay = {
  readonly unit: string;
  readonly day: number;
  readonly slot: number;
  readonly slots: number;
  readonly grid: string;
  readonly stands: boolean;
  readonly where: string;
};

type Resolved = {
  readonly where: string;
  readonly visit: PlannedVisit;
  readonly day: number;
  readonly requests: readonly Request[];
  readonly stands: Committed | undefined;
};

const reasons = new Set(['closed', 'too-long', 'cap', 'gap', 'no-capacity']);

/** Rules 1 and 5 in part: what a visit names exists, and each of its requests may be served there, then and so. */
const resolveVisits = (at: LookUp, plan: Plan, fault: (text: string) => void): Resolved[] =>
  plan.visits.flatMap((visit, n) => {
    const where = `visit ${n} (${visit.business} ${visit.day} slot ${visit.slot})`;
    const day = at.dayOf.get(visit.day);
    const business = at.businesses.get(visit.business);
    const stands = visit.committed === undefined ? undefined : at.committed.get(visit.committed);
    if (business === undefined || day === undefined || at.sessionOf[visit.slot] === undefined) {
      fault(`${where}: no such business, working day or slot`);
      return [];
    }
    if (visit.committed !== undefined && stands === undefined) {
      fault(`${where}: unknown committed visit ${visit.committed}`);
      return [];
    }
    if (business.closed?.includes(visit.day)) fault(`${where}: the business is closed`);
    if (
      stands !== undefined &&
      (['business', 'day', 'slot', 'mode'] as const).some((key) => stands[key] !== visit[key])
    )
      fault(`${where}: moves committed visit ${stands.id}`);
    if (stands === undefined && visit.requests.length === 0) fault(`${where}: a visit without requests`);
    const requests = visit.requests.flatMap((id) => at.requests.get(id) ?? []);
    if (requests.length < visit.requests.length) fault(`${where}: serves a request that the instance does not hold`);
    for (const request of requests) {
      if (request.business !== visit.business) fault(`${where}: ${request.id} is for ${request.business}`);
      if (visit.day < request.notBefore || visit.day > request.due)
        fault(`${where}: the window of ${request.id} is ${request.notBefore} to ${request.due}`);
      if (request.mode !== visit.mode) fault(`${where}: ${request.id} is ${request.mode}, the visit ${visit.mode}`);
    }
    return [{ where, visit, day, requests, stands }];
  });

/** Rule 2: each class asked for is performed once, by a unit that asked there for the item it performs. */
const recognitionFaults = (at: LookUp, { where, visit, requests }: Resolved): string[] => {
  const asked = new Set(requests.flatMap((request) => request.items.map((item) => `${request.unit} ${item}`)));
  const wanted = new Set(requests.flatMap((request) => request.items.map(at.classOf)));
  const faults: string[] = [];
  const done = new Set<string>();
  for (const [unit, items] of Object.entries(visit.performs))
    for (const item of items) {
      if (!asked.has(`${unit} ${item}`)) {
        faults.push(`${where}: ${unit} performs ${item} but asked for no such item here`);
        continue;
      }
      if (done.has(at.classOf(item))) faults.push(`${where}: ${at.classOf(item)} is performed twice`);
      done.add(at.classOf(item));
    }
  for (const check of wanted) if (!done.has(check)) faults.push(`${where}: nobody performs ${check}`);
  return faults;
};

/** Rule 3, lengths: who stays how long. Units that perform nothing and don't stand there already stay away. */
const staysOf = (at: LookUp, { where, visit, day, stands }: Resolved): Stay[] => {
  const standing = stands?.attending ?? {};
  const grid = at.business(visit.business).grid;
  return [...new Set([...Object.keys(standing), ...Object.keys(visit.performs)])].flatMap((unit) => {
    const items = (visit.performs[unit] ?? []).filter((item) => at.items.has(item));
    const minutes = items.reduce((sum, item) => sum + at.item(item).minutes, 0);
    const slots = (standing[unit] ?? 0) + Math.ceil(minutes / at.instance.slots.minutes);
    const inBase = Object.hasOwn(standing, unit);
    return slots > 0 || inBase ? [{ unit, day, slot: visit.slot, slots, grid, stands: inBase, where }] : [];
  });
};

const untouchedStays = (at: LookUp, plan: Plan): Stay[] => {
  const joined = new Set(plan.visits.map((visit) => visit.committed));
  return [...at.committed.values()]
    .filter((visit) => !joined.has(visit.id))
    .flatMap((visit) =>
      Object.entries(visit.attending ?? {}).map(([unit, slots]) => ({
        unit,
        day: at.dayOf.get(visit.day) ?? 0,
        slot: visit.slot,
        slots,
        grid: at.business(visit.business).grid,
        stands: true,
        where: `committed ${visit.id}`,
      })),
    );
};

/** Rule 3, forces: inside one session, on no day off, never more visits at once than teams. */
const forceFaults = (at: LookUp, stays: readonly Stay[]): string[] => {
  const faults: string[] = [];
  const out = new Map<string, Map<number, number>>();
  for (const { unit, day, slot, slots, where } of stays) {
    if (!at.units.has(unit)) {
      faults.push(`${where}: unknown unit ${unit}`);
      continue;
    }
    if (slots > 0 && slot + slots - 1 > (at.sessionEnd[slot] ?? 0))
      faults.push(`${where}: ${unit} stays ${slots} slots, past the end of the session`);
    if (at.unit(unit).off?.includes(at.instance.days[day] ?? '')) faults.push(`${where}: ${unit} is off that day`);
    const used = out.get(unit) ?? new Map<number, number>();
    out.set(unit, used);
    for (let s = slot; s < slot + slots; s++) {
      const key = day * at.instance.slots.perDay + s;
      used.set(key, (used.get(key) ?? 0) + 1);
    }
  }
  for (const [unit, used] of out)
    for (const [key, teams] of used)
      if (teams > at.unit(unit).teams) {
        const day = at.instance.days[Math.floor(key / at.instance.slots.perDay)];
        faults.push(
          `${unit} has ${teams} teams out on ${day} slot ${key % at.instance.slots.perDay}, of ${at.unit(unit).teams}`,
        );
      }
  return faults;
};

/** Rule 4: gaps and caps, committed visits counted whether joined or not. */
const disturbanceFaults = (at: LookUp, resolved: readonly Resolved[]): string[] => {
  const faults: string[] = [];
  const dates = new Map<string, number[]>();
  const add = (business: string, day: number) => {
    dates.set(business, [...(dates.get(business) ?? []), at.date[day] ?? 0]);
  };
  for (const { visit, day, stands } of resolved) if (stands === undefined) add(visit.business, day);
  for (const visit of at.committed.values()) add(visit.business, at.dayOf.get(visit.day) ?? 0);
  for (const [id, list] of dates) {
    const { minGapDays = 1, maxVisits = Number.POSITIVE_INFINITY } = at.business(id);
    const ascending = list.toSorted((a, b) => a - b);
    for (const [n, date] of ascending.entries())
      if (n > 0 && date - (ascending[n - 1] ?? 0) < Math.max(1, minGapDays))
        faults.push(`${id}: two visits ${date - (ascending[n - 1] ?? 0)} days apart, at least ${minGapDays} wanted`);
    if (list.length > maxVisits) faults.push(`${id}: ${list.length} visits, at most ${maxVisits}`);
  }
  return faults;
};

/** Rule 5: every request once, in a visit or left out with a reason; a committed visit stands once. */
const accountFaults = (at: LookUp, plan: Plan): string[] => {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const note = (id: string) => seen.set(id, (seen.get(id) ?? 0) + 1);
  for (const visit of plan.visits) for (const id of visit.requests) note(id);
  for (const { request, reason } of plan.unscheduled) {
    note(request);
    if (!at.requests.has(request)) faults.push(`unscheduled: unknown request ${request}`);
    if (!reasons.has(reason)) faults.push(`unscheduled: ${request} has no reason of ${[...reasons].join(', ')}`);
  }
  for (const id of at.requests.keys())
    if (seen.get(id) !== 1) faults.push(`${id} is accounted for ${seen.get(id) ?? 0} times, not once`);
  const joined = plan.visits.flatMap((visit) => visit.committed ?? []);
  if (new Set(joined).size < joined.length) faults.push('a committed visit stands twice');
  return faults;
};

/** Prices a plan: `weights` per unscheduled weight, new visit, new attendance and new trip (unit, day, session, grid). */
const priced = (at: LookUp, plan: Plan, stays: readonly Stay[], weights: Weights): Figures => {
  const trips = new Set<string>();
  const standingTrips = new Set<string>();
  for (const { unit, day, slot, grid, stands } of stays)
    (stands ? standingTrips : trips).add(JSON.stringify([unit, day, at.sessionOf[slot], grid]));
  const served = new Set(plan.visits.flatMap((visit) => visit.requests));
  const left = at.instance.requests.filter((request) => !served.has(request.id));
  const figures = {
    requests: at.requests.size,
    scheduled: served.size,
    unscheduledWeight: left.reduce((sum, request) => sum + (request.weight ?? 1), 0),
    visits: plan.visits.filter((visit) => visit.committed === undefined).length,
    attendances: stays.filter((stay) => !stay.stands).length,
    trips: [...trips].filter((trip) => !standingTrips.has(trip)).length,
  };
  const cost =
    weights.unscheduled * figures.unscheduledWeight +
    weights.visit * figures.visits +
    weights.attendance * figures.attendances +
    weights.trip * figures.trips;
  return { cost, ...figures };
};

/** Judges `plan` by all five rules and prices it; written from the problem's text, without the engine's code. */
export const checkPlan = (instance: Instance, plan: Plan, weights: Weights = defaultWeights): Verdict => {
  const at = lookUp(instance);
  const faults: string[] = [];
  const resolved = resolveVisits(at, plan, (text) => faults.push(text));
  const stays = [...resolved.flatMap((visit) => staysOf(at, visit)), ...untouchedStays(at, plan)];
  faults.push(...resolved.flatMap((visit) => recognitionFaults(at, visit)));
  faults.push(...forceFaults(at, stays), ...disturbanceFaults(at, resolved), ...accountFaults(at, plan));
  return { faults, figures: priced(at, plan, stays, weights) };
};
