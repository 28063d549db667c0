import type { Certificate } from '../../../infra/commands/verify/certificate-file.ts';
import type { Instance } from '../../../lib/planner/instance.ts';

/** A certificate with free slots and even trips unless `parts` say otherwise. */
export const certificateOf = (parts: Partial<Certificate> = {}): Certificate => ({
  format: 1,
  weights: { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 },
  bound: 0,
  scale: 1000,
  prices: {},
  trips: [],
  disjoint: {},
  ...parts,
});

export const unpriced = certificateOf();

/** A third of the slots priced up to some two visits' cost, at scale 1000; `whole(max)` draws from 0 to max. */
export const anyPrices = (instance: Instance, whole: (max: number) => number): Certificate['prices'] =>
  Object.fromEntries(
    instance.units.map((unit) => [
      unit.id,
      Array.from({ length: instance.days.length * instance.slots.perDay }, () => (whole(2) > 0 ? 0 : whole(200_000))),
    ]),
  );
