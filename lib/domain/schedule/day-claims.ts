import type { Engagement } from '../field/diary.ts';
import { engagementsOfVisit } from '../field/diary.ts';
import type { Visit } from '../visits/visit.ts';

/** That a writer is about to put a version of a visit on a day, and whom that keeps busy. */
export type Claim = {
  readonly visitVersion: number;
  /** The command or page that claims; it does not stand in its own way. */
  readonly by: string;
  readonly at: string;
  readonly street: string;
  readonly units: readonly Pick<Engagement, 'unitId' | 'slot' | 'slots' | 'inspectors'>[];
};

/** 当日占用: what writers took of one day and the day index may not show yet, by visit. One item: who decides on the day writes over what they read. */
export type DayClaims = {
  readonly district: string;
  readonly day: string;
  readonly claims: Readonly<Record<string, Claim>>;
  readonly version: number;
};

/** A claim that is not fulfilled by then was given up: its writer would have come again long before. */
const givenUpMs = 15 * 60_000;

export const noClaims = (district: string, day: string): DayClaims => ({ district, day, claims: {}, version: 0 });

export const isGivenUp = ({ at }: Claim, now: Date): boolean => now.getTime() - Date.parse(at) > givenUpMs;

export const visitToClaim = (visit: Visit, by: string, now: Date): Claim => ({
  visitVersion: visit.version,
  by,
  at: now.toISOString(),
  street: visit.street,
  units: engagementsOfVisit(visit).map(({ unitId, slot, slots, inspectors }) => ({ unitId, slot, slots, inspectors })),
});

export const engagementsOfClaim = (visitId: string, day: string, { units }: Claim): readonly Engagement[] =>
  units.map((unit) => ({ visitId, day, ...unit }));

/** The day's claims with those of some visits of that day, over the version that was read. */
export const claimDay = (
  before: DayClaims,
  visits: readonly Visit[],
  writer: { readonly by: string; readonly now: Date },
): DayClaims => ({
  ...before,
  claims: {
    ...before.claims,
    ...Object.fromEntries(visits.map((visit) => [visit.visitId, visitToClaim(visit, writer.by, writer.now)])),
  },
  version: before.version + 1,
});
