import * as z from 'zod';
import { type Charges, chargesOf } from './charges.ts';
import { listOf, parsed, readMembers } from './unusable-input.ts';

const charge = z.int().nonnegative();
const weight = z.number().nonnegative();

const trip = z.object({
  unit: z.string(),
  day: z.string(),
  session: z.int().nonnegative(),
  grid: z.string(),
  perSlot: z.array(charge).optional(),
  byBusiness: z
    .record(z.string(), charge)
    .optional()
    .transform((given): Charges => chargesOf(given ?? {})),
});

const certificateSchema = z.object({
  format: z.literal(1),
  weights: z.object({ unscheduled: weight, visit: weight, attendance: weight, trip: weight }),
  bound: z.number(),
  scale: z.int().positive(),
  prices: z.record(z.string(), z.array(charge)),
  trips: z.array(trip),
  crowded: z
    .array(
      z.object({
        business: z.string(),
        groups: z.array(z.object({ requests: z.array(z.string()), shares: z.array(charge) })),
      }),
    )
    .default([]),
  disjoint: z.record(z.string(), z.array(z.string())),
});

export type Certificate = z.infer<typeof certificateSchema>;

/** @throws {UnusableInput} where a charge is negative or no whole number, or the file is no certificate of format 1 */
export const readCertificate = (raw: unknown): Certificate => parsed(certificateSchema, 'certificate', raw);

/** Reads a certificate of any size, trip by trip. */
export const readCertificateFile = async (source: AsyncIterable<Uint8Array>): Promise<Certificate> => {
  const trips = listOf(trip, 'certificate');
  const head = await readMembers(source, { trips }, 'certificate');
  return { ...readCertificate({ trips: [], ...head }), trips: trips.all };
};
