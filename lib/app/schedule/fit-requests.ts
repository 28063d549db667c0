import { daysBetween } from '../../domain/catalogue/calendar.ts';
import { capsReached, countedBy, visitToCounted } from '../../domain/centre/cap-rules.ts';
import type { ProposedVisit, UnscheduledReason } from '../../domain/centre/consolidation.ts';
import { closedFault } from '../../domain/centre/quiet-days.ts';
import { isStanding, type Visit } from '../../domain/visits/visit.ts';
import { countsTowardsCap, requestsAnswered } from '../../domain/visits/visit-requests.ts';
import type { VisitRequest } from '../visits/staff-visit.ts';
import type { ScheduleState } from './schedule-state.ts';

export type Returned = Readonly<Record<string, UnscheduledReason>>;
/** Requests of a proposed visit that may still go there, and those that go back to waiting; what is served already is in neither. */
export type FittedRequests = { readonly requests: readonly VisitRequest[]; readonly returned: Returned };

const joinable = new Set<Visit['status']>(['planned', 'notified', 'acknowledged']);

const standingVisits = (state: ScheduleState, businessId: string): readonly Visit[] =>
  (state.visitsOf.get(businessId) ?? []).filter(({ status }) => isStanding(status));

/** The visit that stands where a proposed one belongs: the one it joins, or itself where its page was published before. */
export const standingTarget = (state: ScheduleState, proposed: ProposedVisit): Visit | undefined =>
  (state.visitsOf.get(proposed.businessId) ?? []).find(({ visitId }) => visitId === proposed.visitId);

const canJoin = (target: Visit | undefined, proposed: ProposedVisit): boolean =>
  target !== undefined &&
  joinable.has(target.status) &&
  target.day === proposed.day &&
  target.slot === proposed.slot &&
  target.mode === proposed.mode;

/** Why the whole visit can't take place as things stand now; undefined where it can. */
const visitFault = (proposed: ProposedVisit, state: ScheduleState): UnscheduledReason | undefined => {
  const { day, businessId, mode, joins } = proposed;
  const { settings, run } = state;
  const first = state.earliest[mode];
  if (first === undefined || day < first) return 'too-near';
  if (joins !== undefined) return canJoin(standingTarget(state, proposed), proposed) ? undefined : 'stands-otherwise';
  const business = state.businesses.get(businessId);
  if (!business || closedFault(settings, business, day, 'day')) return 'closed';
  const others = standingVisits(state, businessId).filter(({ visitId }) => visitId !== proposed.visitId);
  if (others.some((other) => Math.abs(daysBetween(other.day, day)) < Math.max(1, settings.minGapDays))) return 'gap';
  const inHorizon = others.filter((other) => run.from <= other.day && other.day <= run.to).length;
  return inHorizon >= (settings.maxVisitsPerHorizon ?? Number.POSITIVE_INFINITY) ? 'cap-reached' : undefined;
};

/** Requests that would use up a visit more than a cap leaves, this visit aside. */
const overCaps = (
  proposed: ProposedVisit,
  requests: readonly VisitRequest[],
  state: ScheduleState,
): ReadonlySet<string> => {
  const { visitId, businessId, day } = proposed;
  const target = standingTarget(state, proposed);
  const others = standingVisits(state, businessId).filter((other) => other.visitId !== visitId);
  const here = target ? countedBy(target) : [];
  const business = state.businesses.get(businessId);
  const over = requests.filter(({ planId, department }) => {
    const plan = state.plans.get(planId);
    const asked = plan && countsTowardsCap(plan) ? [{ department, type: plan.type }] : [];
    return capsReached(state.settings, business, { asked, here, others: others.map(visitToCounted), day }).length > 0;
  });
  return new Set(over.map(({ requestId }) => requestId));
};

/**
 * Checks a proposed visit's requests against what stands now: plans withdrawn meanwhile, requests served elsewhere, the
 * day, the business, the gap and the caps. Who can come is settled afterwards.
 */
export const fitRequests = (proposed: ProposedVisit, state: ScheduleState): FittedRequests => {
  const elsewhere = new Set(
    standingVisits(state, proposed.businessId)
      .filter(({ visitId }) => visitId !== proposed.visitId)
      .flatMap((visit) => [...requestsAnswered(visit).keys()]),
  );
  const target = standingTarget(state, proposed);
  const here = new Set(target && isStanding(target.status) ? requestsAnswered(target).keys() : []);
  const open = proposed.requests.filter(({ requestId }) => !elsewhere.has(requestId) && !here.has(requestId));
  const fault = visitFault(proposed, state);
  const over = overCaps(proposed, open, state);
  const reasonOf = ({ requestId, planId }: VisitRequest): UnscheduledReason | undefined => {
    const plan = state.plans.get(planId);
    if (!plan || plan.status === 'withdrawn') return 'withdrawn';
    if (fault) return fault;
    return over.has(requestId) ? 'cap-reached' : undefined;
  };
  const judged = open.map((request) => ({ request, reason: reasonOf(request) }));
  return {
    requests: judged.filter(({ reason }) => reason === undefined).map(({ request }) => request),
    returned: Object.fromEntries(
      judged.flatMap(({ request, reason }) => (reason ? [[request.requestId, reason] as const] : [])),
    ),
  };
};
