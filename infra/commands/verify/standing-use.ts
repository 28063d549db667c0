import type { LookUp } from './look-up.ts';

export type StandingUse = {
  /** teams left to new work, at `day * perDay + slot`; 0 on days off */
  readonly freeTeams: (unit: string, day: number, slot: number) => number;
  /** a standing visit makes this trip anyway, so it costs nothing */
  readonly tripStands: (unit: string, day: number, session: number, grid: string) => boolean;
};

const tripKey = (unit: string, day: number, session: number, grid: string) =>
  JSON.stringify([unit, day, session, grid]);

/** What the committed visits take of the units' teams, and the trips that they make. */
export const standingUse = (at: LookUp): StandingUse => {
  const { perDay } = at.instance.slots;
  const free = new Map(
    at.instance.units.map((unit) => [
      unit.id,
      at.instance.days.flatMap((day) => Array<number>(perDay).fill(unit.off?.includes(day) ? 0 : unit.teams)),
    ]),
  );
  const trips = new Set<string>();
  for (const visit of at.committed.values())
    for (const [unit, slots] of Object.entries(visit.attending ?? {})) {
      const day = at.dayOf.get(visit.day) ?? 0;
      const row = free.get(unit) ?? [];
      for (let time = day * perDay + visit.slot; time < day * perDay + visit.slot + slots; time++)
        row[time] = Math.max(0, (row[time] ?? 0) - 1);
      trips.add(tripKey(unit, day, at.sessionOf[visit.slot] ?? 0, at.business(visit.business).grid));
    }
  return {
    freeTeams: (unit, day, slot) => free.get(unit)?.[day * perDay + slot] ?? 0,
    tripStands: (unit, day, session, grid) => trips.has(tripKey(unit, day, session, grid)),
  };
};
