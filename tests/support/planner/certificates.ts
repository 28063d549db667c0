import { type Certificate, readCertificate } from '../../../infra/commands/verify/certificate-file.ts';
import type { Certificate as WrittenCertificate } from '../../../lib/planner/certificate.ts';
import type { Instance } from '../../../lib/planner/instance.ts';

/** A certificate as it is written, with free slots and even trips unless `parts` say otherwise. */
export const writtenCertificate = (parts: Partial<WrittenCertificate> = {}): WrittenCertificate => ({
  format: 1,
  weights: { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 },
  bound: 0,
  scale: 1000,
  prices: {},
  trips: [],
  crowded: [],
  disjoint: {},
  ...parts,
});

/** The same as the verifier reads it. */
export const certificateOf = (parts: Partial<WrittenCertificate> = {}): Certificate =>
  readCertificate(writtenCertificate(parts));

export const unpriced = certificateOf();

/** A third of the slots priced up to some two visits' cost, at scale 1000; `whole(max)` draws from 0 to max. */
export const anyPrices = (instance: Instance, whole: (max: number) => number): Certificate['prices'] =>
  Object.fromEntries(
    instance.units.map((unit) => [
      unit.id,
      Array.from({ length: instance.days.length * instance.slots.perDay }, () => (whole(2) > 0 ? 0 : whole(200_000))),
    ]),
  );
