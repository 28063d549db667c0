import type { CitedPlan, Served } from './checks.ts';
import type { Visit } from './visit.ts';
import { isOver } from './visit.ts';

/** Every request that a visit was made for, with its department. */
export const requestsAsked = (visit: Pick<Visit, 'attending'>): ReadonlyMap<string, Served> =>
  new Map(
    visit.attending
      .flatMap(({ checks }) => checks.flatMap(({ serves }) => serves))
      .map((served) => [served.requestId, served]),
  );

/**
 * The requests that a visit answers. Once it is over, a request of which a check was `not-checked` is not among them:
 * it waits again, whole, and the next consolidation plans it while its window is open; so does one whose department objected
 * to the result.
 */
export const requestsAnswered = (
  visit: Pick<Visit, 'attending' | 'status' | 'objections'>,
): ReadonlyMap<string, Served> => {
  const asked = requestsAsked(visit);
  if (!isOver(visit.status)) return asked;
  const missed = new Set(
    visit.attending
      .flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'not-checked'))
      .flatMap(({ serves }) => serves.map(({ requestId }) => requestId)),
  );
  const objected = new Set(visit.objections?.map(({ requestId }) => requestId));
  return new Map([...asked].filter(([requestId]) => !missed.has(requestId) && !objected.has(requestId)));
};

/** Whether a plan's visits count towards its department's yearly cap: routine and special ones, unless ordered from above. */
export const countsTowardsCap = (plan: Pick<CitedPlan, 'type' | 'orderedFromAbove'>): boolean =>
  plan.type !== 'case' && !plan.orderedFromAbove;

/** The departments towards whose yearly cap a visit counts: those with a counted plan behind it, attending or not. */
export const countedDepartments = (visit: Pick<Visit, 'attending' | 'plans'>): readonly string[] => {
  const counted = new Set(visit.plans.filter(countsTowardsCap).map(({ planId }) => planId));
  const served = visit.attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves));
  return [
    ...new Set(served.filter(({ planId }) => counted.has(planId)).map(({ department }) => department)),
  ].toSorted();
};

/** True where nothing but case checks brought the visit about. */
export const isCaseOnly = (visit: Pick<Visit, 'plans'>): boolean => visit.plans.every(({ type }) => type === 'case');
