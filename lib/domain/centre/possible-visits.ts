import type { Mode, PlanType, Window } from '../plans/plan.ts';
import type { ReviewedVisit } from './review-rules.ts';

/** A request that planning may place on any working day of its window. */
export type PlaceableRequest = {
  readonly businessId: string;
  readonly industry: string;
  readonly mode: Mode;
  readonly department: string;
  readonly planType: PlanType;
  readonly window: Window;
};

/** A visit that stands, which requests of its day and mode may join. */
export type JoinableVisit = {
  readonly businessId: string;
  readonly mode: Mode;
  readonly day: string;
  readonly departments: readonly string[];
};

const byBusinessAndMode = ({ businessId, mode }: PlaceableRequest | JoinableVisit): string => `${mode} ${businessId}`;

/** The first of ascending days that is not before `date`. */
const firstFrom = (days: readonly string[], date: string): string | undefined => days.find((day) => day >= date);

/**
 * The fullest visits that planning could make of some requests: at one business, in one mode, all that may take place on one
 * of `days` (ascending). Every visit that planning can make is part of one of them, so a review rule that holds for none
 * holds for none of the proposal. Sets of windows with a day in common are fullest where one of them begins, or where a
 * visit stands.
 */
export const possibleVisits = (
  requests: readonly PlaceableRequest[],
  standing: readonly JoinableVisit[],
  days: readonly string[],
): readonly ReviewedVisit[] => {
  const standingAt = Map.groupBy(standing, byBusinessAndMode);
  const plannable = new Set(days);
  const firstDays = new Map<string, string | undefined>();
  const opens = ({ window: { notBefore } }: PlaceableRequest): string | undefined => {
    if (!firstDays.has(notBefore)) firstDays.set(notBefore, firstFrom(days, notBefore));
    return firstDays.get(notBefore);
  };
  return [...Map.groupBy(requests, byBusinessAndMode)].flatMap(([key, group]) => {
    const there = (standingAt.get(key) ?? []).filter(({ day }) => plannable.has(day));
    const telling = new Set([...group.map(opens), ...there.map(({ day }) => day)]);
    return [...telling].flatMap((day) => {
      const together = group.filter(({ window }) => day && window.notBefore <= day && day <= window.due);
      const [first] = together;
      if (!first) return [];
      const joined = there.filter((visit) => visit.day === day).flatMap(({ departments }) => departments);
      return [
        {
          departments: new Set([...together.map(({ department }) => department), ...joined]),
          planTypes: new Set(together.map(({ planType }) => planType)),
          industry: first.industry,
          mode: first.mode,
        },
      ];
    });
  });
};
