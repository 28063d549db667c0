import type { Business, CommittedVisit, Instance, Item, PlanRequest, Unit } from '../../../lib/planner/instance.ts';
import { type Draw, seededDraw } from './tiny-instance.ts';

export type District = {
  readonly businesses: number;
  readonly plans: number;
  readonly departments: number;
  readonly items: number;
  /** work asked for, alone and in time, over what the teams could do of it */
  readonly load: number;
  /** share of the general checks (licence, exits, …) that each department's list holds too */
  readonly overlap: number;
  /** standing visits per business */
  readonly committed: number;
  readonly days: number;
};

const plain: District = {
  businesses: 2000,
  plans: 60,
  departments: 15,
  items: 380,
  load: 0.85,
  overlap: 0.35,
  committed: 0,
  days: 22,
};

/** The sizes that the planner is measured at. */
export const districtSizes = {
  small: { ...plain, businesses: 150, plans: 120, load: 1.2 },
  medium: { ...plain, plans: 200, load: 1 },
  tight: { ...plain, plans: 200, load: 1.5 },
  shared: { ...plain, plans: 300, load: 1.2, overlap: 0.8 },
  county: { ...plain, businesses: 40_000, departments: 28, items: 2280, plans: 240, load: 1 },
  million: { ...plain, businesses: 400_000, departments: 28, items: 2280, plans: 400, load: 1 },
  urgent: { ...plain, plans: 20, committed: 0.5 },
} as const satisfies Record<string, District>;

export type SizeName = keyof typeof districtSizes;

const slots = {
  perDay: 4,
  minutes: 90,
  starts: ['09:00', '10:30', '13:30', '15:00'],
  sessions: [
    [0, 1],
    [2, 3],
  ],
};
const streets = 14;
const trades = 55;

const pick = <T>(draw: Draw, list: readonly T[]): T => {
  const entry = list[draw(0, list.length - 1)];
  if (entry === undefined) throw new Error('picked from an empty list');
  return entry;
};
const chance = (draw: Draw, percent: number) => draw(1, 100) <= percent;

const someOf = <T>(draw: Draw, list: readonly T[], count: number): T[] => {
  const rest = [...list];
  return Array.from({ length: Math.min(count, list.length) }, () => rest.splice(draw(0, rest.length - 1), 1)).flat();
};

const workingDays = (count: number): string[] => {
  const days: string[] = [];
  for (const date = new Date('2027-03-01T00:00:00Z'); days.length < count; date.setUTCDate(date.getUTCDate() + 1))
    if (date.getUTCDay() % 6 !== 0) days.push(date.toISOString().slice(0, 10));
  return days;
};

type Place = Business & { readonly trade: number };

const placesOf = (draw: Draw, count: number, days: readonly string[]): Place[] =>
  Array.from({ length: count }, (_, n) => {
    // The smaller of two draws: some streets and trades are far larger than others.
    const street = Math.min(draw(1, streets), draw(1, streets));
    return {
      id: `B${n + 1}`,
      street: `S${street}`,
      grid: `S${street}-G${draw(1, 12)}`,
      trade: Math.min(draw(1, trades), draw(1, trades)),
      ...(chance(draw, 15) ? { closed: someOf(draw, days, draw(1, 4)).toSorted() } : {}),
      ...(chance(draw, 10) ? { maxVisits: draw(1, 2) } : {}),
      ...(chance(draw, 20) ? { minGapDays: draw(2, 7) } : {}),
    };
  });

/** Each department's list: items of its own and, at `overlap`, the general checks that other departments list too. */
const listsOf = (draw: Draw, { departments, items, overlap }: District): Item[][] => {
  const general = Array.from({ length: Math.max(2, Math.round(departments / 2)) }, (_, n) => `C${n + 1}`);
  return Array.from({ length: departments }, (_, d) => {
    const shared = someOf(draw, general, Math.round(general.length * overlap));
    return Array.from({ length: Math.max(4, Math.floor(items / departments)) }, (_, n) => ({
      id: `D${d + 1}-I${n + 1}`,
      minutes: pick(draw, [15, 20, 30, 30, 45, 60]),
      ...(shared[n] === undefined ? {} : { class: shared[n] }),
    }));
  });
};

/** Half of the choices fall on the shared checks; what no session could hold is left off. */
const chosenItems = (draw: Draw, list: readonly Item[], count: number): string[] => {
  const shared = list.filter((item) => item.class !== undefined);
  const chosen = new Set(
    Array.from({ length: count }, () => pick(draw, shared.length > 0 && chance(draw, 50) ? shared : list)),
  );
  let minutes = 0;
  return [...chosen].flatMap((item) => {
    minutes += item.minutes;
    return minutes <= 180 ? [item.id] : [];
  });
};

const requestsOf = (draw: Draw, size: District, days: readonly string[], places: Place[], lists: Item[][]) => {
  const byTrade = Map.groupBy(places, (place) => place.trade);
  const requests: PlanRequest[] = [];
  for (let p = 1; p <= size.plans; p++) {
    const department = draw(1, size.departments);
    const list = lists[department - 1] ?? [];
    const items = chosenItems(draw, list, draw(1, 4));
    const first = draw(0, Math.max(0, days.length - 6));
    const last = Math.min(days.length - 1, first + draw(4, 15));
    const mode = chance(draw, 10) ? 'unannounced' : 'announced';
    const weight = pick(draw, [1, 1, 1, 2, 5]);
    const targets = Array.from({ length: draw(1, 4) }, () => byTrade.get(draw(1, trades)) ?? []);
    const pool = [...new Set(targets.flat())];
    const share = pick(draw, [3, 5, 10, 20, 30, 50]);
    for (const place of pool) {
      if (!chance(draw, share)) continue;
      const due = chance(draw, 20) ? draw(Math.min(last, first + 2), last) : last;
      requests.push({
        id: `R${requests.length + 1}`,
        plan: `P${p}`,
        business: place.id,
        // Every third department keeps a squad in each street, the others one unit for the district.
        unit: department % 3 === 0 ? `D${department}-${place.street}` : `D${department}`,
        items: chance(draw, 70) ? items : chosenItems(draw, list, draw(1, 3)),
        notBefore: days[first] ?? '',
        due: days[due] ?? '',
        mode,
        weight,
      });
    }
  }
  return requests;
};

/** Teams for what each unit's busiest span of days asks of it alone, divided by the load. */
const unitsOf = (
  draw: Draw,
  size: District,
  days: readonly string[],
  items: readonly Item[],
  requests: PlanRequest[],
) => {
  const minutes = new Map(items.map((item) => [item.id, item.minutes]));
  const dayOf = new Map(days.map((day, n) => [day, n]));
  return [...Map.groupBy(requests, (request) => request.unit)].map(([id, own]): Unit => {
    const off = someOf(draw, days, draw(0, 2)).toSorted();
    const spans = own.map((request) => ({
      from: dayOf.get(request.notBefore) ?? 0,
      to: dayOf.get(request.due) ?? 0,
      slots: Math.ceil(request.items.reduce((sum, item) => sum + (minutes.get(item) ?? 0), 0) / slots.minutes),
    }));
    let peak = 0;
    for (let from = 0; from < days.length; from++) {
      const endingAt = new Float64Array(days.length);
      for (const span of spans) if (span.from >= from) endingAt[span.to] = (endingAt[span.to] ?? 0) + span.slots;
      let demand = 0;
      let open = 0;
      for (let to = from; to < days.length; to++) {
        demand += endingAt[to] ?? 0;
        open += off.includes(days[to] ?? '') ? 0 : 1;
        if (open > 0) peak = Math.max(peak, demand / (open * slots.perDay));
      }
    }
    const teams = Math.max(1, Math.ceil(peak / size.load));
    return { id, department: id.split('-')[0] ?? id, teams, ...(off.length > 0 ? { off } : {}) };
  });
};

/** Visits announced already, with one unit each, where it has a team left. */
const committedOf = (draw: Draw, count: number, days: readonly string[], places: readonly Place[], units: Unit[]) => {
  const out = new Map<string, number>();
  return places.slice(0, count).flatMap((place, n): CommittedVisit[] => {
    const [day, slot, unit] = [pick(draw, days), pick(draw, [0, 2]), pick(draw, units)];
    const key = `${unit.id} ${day} ${slot}`;
    const taken = out.get(key) ?? 0;
    if (place.closed?.includes(day) || unit.off?.includes(day) || taken >= unit.teams) return [];
    out.set(key, taken + 1);
    return [{ id: `V${n + 1}`, business: place.id, day, slot, mode: 'announced', attending: { [unit.id]: 1 } }];
  });
};

/** A district's instance: departments ask for items at shares of trades inside windows. The same seed gives the same one. */
export const districtInstance = (size: District, seed: number): Instance => {
  const draw = seededDraw(seed);
  const days = workingDays(size.days);
  const places = placesOf(draw, size.businesses, days);
  const lists = listsOf(draw, size);
  const requests = requestsOf(draw, size, days, places, lists);
  const items = lists.flat();
  const units = unitsOf(draw, size, days, items, requests);
  const asked = new Set(requests.map((request) => request.business));
  const first = places.toSorted((a, b) => Number(asked.has(b.id)) - Number(asked.has(a.id)));
  const committed = committedOf(draw, Math.round(size.committed * size.businesses), days, first, units);
  const present = new Set([...asked, ...committed.map((visit) => visit.business)]);
  const used = new Set(requests.flatMap((request) => request.items));
  return {
    format: 1,
    days,
    slots,
    units,
    items: items.filter((item) => used.has(item.id)),
    businesses: places.filter((place) => present.has(place.id)).map(({ trade: _, ...business }) => business),
    requests,
    committed,
  };
};
