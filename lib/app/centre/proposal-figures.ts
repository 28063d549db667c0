import { daysBetween } from '../../domain/catalogue/calendar.ts';
import type { ConsolidationFigures, ProposedVisit, UnscheduledReason } from '../../domain/centre/consolidation.ts';
import { countOf } from '../../domain/counts.ts';
import type { PlanType } from '../../domain/plans/plan.ts';
import type { VisitSummary } from '../../domain/visits/visit.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';

export type PlannedCost = { readonly cost: number; readonly bound: number; readonly planningMs: number };

const hundredths = (value: number): number => Math.round(value * 100) / 100;
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : hundredths((100 * part) / whole));

type Alert = {
  readonly businessId: string;
  readonly visitId: string;
  readonly day: string;
  readonly near: readonly { readonly visitId: string; readonly day: string; readonly isProposed: boolean }[];
};

/** New visits that lie within `withinDays` of another to the same business, case checks aside (rule 15), with those others. */
export const findAlerts = (
  proposed: readonly ProposedVisit[],
  standing: readonly VisitSummary[],
  types: ReadonlyMap<string, PlanType>,
  withinDays: number,
): readonly Alert[] => {
  const fresh = proposed.filter(
    ({ joins, requests }) => joins === undefined && requests.some(({ planId }) => types.get(planId) !== 'case'),
  );
  const freshIds = new Set(fresh.map(({ visitId }) => visitId));
  const known = standing.filter(({ caseOnly, visitId }) => !caseOnly && !freshIds.has(visitId));
  const ofBusiness = Map.groupBy(
    [
      ...fresh.map(({ businessId, visitId, day }) => ({ businessId, visitId, day, isProposed: true })),
      ...known.map(({ businessId, visitId, day }) => ({ businessId, visitId, day, isProposed: false })),
    ],
    ({ businessId }) => businessId,
  );
  return fresh.flatMap(({ businessId, visitId, day }) => {
    const near = (ofBusiness.get(businessId) ?? [])
      .filter((other) => other.visitId !== visitId && Math.abs(daysBetween(day, other.day)) <= withinDays)
      .map(({ businessId: _, ...other }) => other);
    return near.length > 0 ? [{ businessId, visitId, day, near }] : [];
  });
};

/** Businesses that a proposed visit would make be visited twice within `withinDays`. */
export const countAlerts = (...given: Parameters<typeof findAlerts>): number =>
  new Set(findAlerts(...given).map(({ businessId }) => businessId)).size;

const joint = ({ joins, requests }: ProposedVisit): boolean =>
  joins === undefined && new Set(requests.map(({ department }) => department)).size > 1;

const moreAttendances = ({ joins, performs }: ProposedVisit, standing: ReadonlyMap<string, VisitSummary>): number => {
  const there = new Set(standing.get(joins ?? '')?.units.map(({ unitId }) => unitId));
  return Object.keys(performs).filter((unitId) => !there.has(unitId)).length;
};

/**
 * The figures of a proposal. `requests` = scheduled + unscheduled; `visits` are new ones, so that joining a visit that stands
 * avoids one; person-visits are attendances (and, separately, requests) times the team's size; the gap is over the bound.
 */
export const proposalFigures = (
  proposed: readonly ProposedVisit[],
  unscheduled: readonly UnscheduledReason[],
  satisfied: number,
  types: ReadonlyMap<string, PlanType>,
  { cost, bound, planningMs }: PlannedCost,
  snapshot: PlanningSnapshot,
): ConsolidationFigures => {
  const standing = new Map(snapshot.standing.map((visit) => [visit.visitId, visit]));
  const scheduled = proposed.reduce((sum, { requests }) => sum + requests.length, 0);
  const visits = proposed.filter(({ joins }) => joins === undefined).length;
  const attendances = proposed.reduce((sum, visit) => sum + moreAttendances(visit, standing), 0);
  const { inspectorsPerTeam, alertWithinDays } = snapshot.settings;
  return {
    requests: scheduled + unscheduled.length,
    scheduled,
    satisfied: satisfied + snapshot.satisfied,
    remote: snapshot.remote,
    visits,
    avoided: scheduled - visits,
    reductionPercent: percent(scheduled - visits, scheduled),
    jointVisits: proposed.filter(joint).length,
    attendances,
    personVisits: attendances * inspectorsPerTeam,
    personVisitsSeparately: scheduled * inspectorsPerTeam,
    unscheduled: countOf(unscheduled),
    cost: hundredths(cost),
    bound: hundredths(bound),
    gapPercent: bound > 0 || cost === 0 ? percent(cost - bound, bound) : 100,
    planningMs,
    alerts: countAlerts(proposed, snapshot.standing, types, alertWithinDays),
  };
};
