import * as fc from 'fast-check';
import type { CommittedVisit, Instance, Mode, PlanRequest } from '../../../lib/planner/instance.ts';

/** Draws integers in a range, both ends included: fed by fast-check (and so shrinkable) or by a seed. */
export type Draw = (low: number, high: number) => number;

/** mulberry32, so that an instance is a function of its seed on every machine. */
export const seededDraw = (seed: number): Draw => {
  let state = seed >>> 0;
  return (low, high) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return low + (((mixed ^ (mixed >>> 14)) >>> 0) % (high - low + 1));
  };
};

// A Friday to a Tuesday: gaps count calendar days, so a weekend inside the horizon matters.
const calendar = ['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08', '2026-12-09'];
const sessionShapes = [
  [[0], [1]],
  [[0, 1]],
  [[0, 1], [2]],
  [[0, 1, 2]],
  [
    [0, 1],
    [2, 3],
  ],
  [[0], [1, 2]],
];

const unitsOf = (draw: Draw, days: readonly string[], crowded: boolean) =>
  Array.from({ length: crowded ? 1 : draw(1, 3) }, (_, n) => ({
    id: `U${n}`,
    department: `D${n}`,
    teams: draw(0, 29) === 0 ? 0 : draw(0, crowded ? 9 : 3) === 0 ? 2 : 1,
    ...(draw(0, 4) === 0 ? { off: [days[draw(0, days.length - 1)] ?? ''] } : {}),
  }));

/** Items of every unit; about half stand in one of two recognition classes, so that who performs decides who comes. */
const itemsOf = (draw: Draw, units: readonly { id: string }[], shared: number) =>
  units.flatMap((unit) =>
    Array.from({ length: draw(1, 3) }, (_, n) => ({
      id: `${unit.id}-I${n}`,
      unit: unit.id,
      minutes: [10, 15, 20, 30, 31, 45, 60, 90][draw(0, 7)] ?? 30,
      ...(draw(0, 9) < shared ? { class: `C${draw(0, 1)}` } : {}),
    })),
  );

const businessesOf = (draw: Draw, days: readonly string[], crowded: boolean) =>
  Array.from({ length: crowded ? 3 : draw(1, 3) }, (_, n) => ({
    id: `B${n}`,
    street: 'S0',
    grid: `G${draw(0, 1)}`,
    ...(draw(0, crowded ? 9 : 2) === 0 ? { closed: [days[draw(0, days.length - 1)] ?? ''] } : {}),
    ...(draw(0, 2) === 0 ? { maxVisits: draw(0, 9) === 0 ? 0 : draw(1, 2) } : {}),
    ...(draw(0, 2) === 0 ? { minGapDays: draw(0, 5) } : {}),
  }));

type Frame = Omit<Instance, 'requests' | 'committed'>;

const dateOf = (day: string) => Date.parse(day) / 86_400_000;
const shifted = (day: string, by: number) => new Date((dateOf(day) + by) * 86_400_000).toISOString().slice(0, 10);

/** Up to two standing visits a business, at places where they break no rule by themselves. */
const committedOf = (draw: Draw, frame: Frame, sessionOfSlot: readonly number[]): CommittedVisit[] => {
  const out = new Map<string, number>();
  const visits: CommittedVisit[] = [];
  for (const business of frame.businesses) {
    const { closed = [], maxVisits = 2, minGapDays = 1 } = business;
    for (let n = draw(0, 5) - 3; n > 0; n--) {
      const [day, slot] = [frame.days[draw(0, frame.days.length - 1)] ?? '', draw(0, frame.slots.perDay - 1)];
      const mode: Mode = draw(0, 3) === 0 ? 'unannounced' : 'announced';
      const own = visits.filter((visit) => visit.business === business.id);
      const near = own.some((visit) => Math.abs(dateOf(visit.day) - dateOf(day)) < Math.max(1, minGapDays));
      if (closed.includes(day) || near || own.length >= maxVisits) continue;
      const attending = frame.units.flatMap((unit): [string, number][] => {
        const slots = draw(0, 4) === 0 && sessionOfSlot[slot] === sessionOfSlot[slot + 1] ? 2 : 1;
        const keys = Array.from({ length: slots }, (_, k) => `${unit.id} ${day} ${slot + k}`);
        if (draw(0, 1) === 0 || unit.off?.includes(day) || keys.some((key) => (out.get(key) ?? 0) >= unit.teams))
          return [];
        for (const key of keys) out.set(key, (out.get(key) ?? 0) + 1);
        return [[unit.id, slots]];
      });
      const id = `V${visits.length}`;
      visits.push({ id, business: business.id, day, slot, mode, attending: Object.fromEntries(attending) });
    }
  }
  return visits;
};

/**
 * A tiny instance (up to three businesses, up to three units, five days and `most` requests) in which every rule can bind:
 * caps, gaps over a weekend, sessions, stays of several slots, recognition, standing visits, both modes, closed and off days,
 * windows that begin or end on no working day, or hold none.
 */
export const drawTinyInstance = (draw: Draw, most = 5): Instance => {
  // Crowded: one force, one or two slots, wide windows; only then does capacity couple the businesses.
  const crowded = draw(0, 1) === 1;
  const days = calendar.slice(0, crowded ? draw(1, 2) : draw(1, calendar.length));
  const sessions = sessionShapes[draw(0, crowded ? 1 : sessionShapes.length - 1)] ?? [[0]];
  const perDay = sessions.flat().length;
  const units = unitsOf(draw, days, crowded);
  const owned = itemsOf(draw, units, draw(0, 9));
  const businesses = businessesOf(draw, days, crowded);
  const frame: Frame = {
    format: 1,
    days,
    slots: {
      perDay,
      minutes: crowded ? 240 : 60,
      starts: ['09:00', '10:00', '13:00', '14:00'].slice(0, perDay),
      sessions,
    },
    units,
    items: owned.map(({ unit: _, ...item }) => item),
    businesses,
  };
  const unannounced = draw(0, 3) === 0 ? 5 : 1;
  const requests = Array.from({ length: draw(crowded ? most : 1, most) }, (_, n): PlanRequest => {
    const unit = units[draw(0, units.length - 1)]?.id ?? '';
    const own = owned.filter((item) => item.unit === unit);
    const first = draw(0, crowded ? 0 : days.length - 1);
    return {
      id: `R${n}`,
      plan: 'P0',
      business: businesses[crowded ? n % businesses.length : draw(0, businesses.length - 1)]?.id ?? '',
      unit,
      items: own.filter((_, k) => k === n % own.length || draw(0, 2) === 0).map((item) => item.id),
      notBefore: shifted(days[first] ?? '', draw(0, 9) === 0 ? -1 : draw(0, 19) === 0 ? 1 : 0),
      due: shifted(days[draw(crowded ? days.length - 1 : first, days.length - 1)] ?? '', draw(0, 9) === 0 ? 1 : 0),
      mode: draw(0, 9) < unannounced ? 'unannounced' : 'announced',
      ...(draw(0, 2) === 0 ? {} : { weight: draw(1, 3) }),
    };
  });
  const sessionOfSlot = sessions.flatMap((slots, n) => slots.map(() => n));
  return { ...frame, requests, committed: committedOf(draw, frame, sessionOfSlot) };
};

export const tinyInstanceOf = (seed: number, most?: number): Instance => drawTinyInstance(seededDraw(seed), most);

export const tinyInstances = (most = 5): fc.Arbitrary<Instance> =>
  fc.gen().map((gen) => drawTinyInstance((low, high) => gen(fc.integer, { min: low, max: high }), most));
