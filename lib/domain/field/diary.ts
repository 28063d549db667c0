import type { Visit, VisitSummary } from '../visits/visit.ts';
import { isStanding } from '../visits/visit.ts';

/** One unit at one visit: when, how long, and who. */
export type Engagement = {
  readonly visitId: string;
  readonly unitId: string;
  readonly day: string;
  readonly slot: number;
  readonly slots: number;
  readonly inspectors: readonly string[];
};

/** Who is where, by day. Built from standing visits only. */
export type Diary = ReadonlyMap<string, readonly Engagement[]>;

export const engagementsOfSummary = (visit: VisitSummary): readonly Engagement[] =>
  isStanding(visit.status)
    ? visit.units.map(({ unitId, slots, inspectors }) => ({
        visitId: visit.visitId,
        unitId,
        day: visit.day,
        slot: visit.slot,
        slots,
        inspectors,
      }))
    : [];

export const engagementsOfVisit = (visit: Visit): readonly Engagement[] =>
  isStanding(visit.status)
    ? visit.attending.map(({ unitId, slots, team }) => ({
        visitId: visit.visitId,
        unitId,
        day: visit.day,
        slot: visit.slot,
        slots,
        inspectors: team.map(({ inspectorId }) => inspectorId),
      }))
    : [];

/** The diary with one visit's engagements in place of those it had. */
export const enter = (diary: Diary, visitId: string, engagements: readonly Engagement[]): Diary => {
  const next = new Map<string, readonly Engagement[]>();
  for (const [day, all] of diary) {
    const isThere = all.some((engagement) => engagement.visitId === visitId);
    next.set(day, isThere ? all.filter((engagement) => engagement.visitId !== visitId) : all);
  }
  for (const [day, own] of Map.groupBy(engagements, (engagement) => engagement.day)) {
    next.set(day, [...(next.get(day) ?? []), ...own]);
  }
  return next;
};

const overlaps = (engagement: Engagement, slot: number, slots: number): boolean =>
  engagement.slot < slot + slots && slot < engagement.slot + engagement.slots;

export type Stay = { readonly visitId: string; readonly day: string; readonly slot: number; readonly slots: number };

const elsewhere = (diary: Diary, { visitId, day, slot, slots }: Stay): readonly Engagement[] =>
  (diary.get(day) ?? []).filter((engagement) => engagement.visitId !== visitId && overlaps(engagement, slot, slots));

/** True where the unit has a team free in every slot of the stay. */
export const hasFreeTeam = (diary: Diary, unitId: string, teams: number, stay: Stay): boolean => {
  const others = elsewhere(diary, stay).filter((engagement) => engagement.unitId === unitId);
  for (let slot = stay.slot; slot < stay.slot + stay.slots; slot++) {
    if (others.filter((other) => overlaps(other, slot, 1)).length >= teams) return false;
  }
  return true;
};

/** Inspectors, of whatever unit, who are at another visit during the stay. */
export const busyInspectors = (diary: Diary, stay: Stay): ReadonlySet<string> =>
  new Set(elsewhere(diary, stay).flatMap(({ inspectors }) => inspectors));

/** Visits that each inspector has in the diary. */
export const workloadOf = (diary: Diary): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const inspectorId of [...diary.values()].flat().flatMap(({ inspectors }) => inspectors)) {
    counts.set(inspectorId, (counts.get(inspectorId) ?? 0) + 1);
  }
  return counts;
};

export const diaryOf = (engagements: readonly Engagement[]): Diary => Map.groupBy(engagements, ({ day }) => day);
