import type { ProposedVisit } from '../../domain/centre/consolidation.ts';
import type { HistoryEntry } from '../../domain/plans/plan.ts';
import { isStanding, type Visit } from '../../domain/visits/visit.ts';
import { requestsAnswered } from '../../domain/visits/visit-requests.ts';
import { fitRequests, type Returned, standingTarget } from '../schedule/fit-requests.ts';
import { joinVisit } from '../schedule/join-visit.ts';
import { newVisit } from '../schedule/new-visit.ts';
import type { ScheduleState } from '../schedule/schedule-state.ts';
import { staffNow } from '../staff-now.ts';
import type { VisitRequest } from '../visits/staff-visit.ts';

/** What publishing a proposed visit comes to: a visit to write where there is one, and the requests that go back to waiting. */
export type Publication = {
  readonly write?: { readonly kind: 'create' | 'change'; readonly visit: Visit };
  /** The visit as it already stood, where nothing is left to write. */
  readonly stands?: Visit;
  readonly returned: Returned;
};

const all = (requests: readonly VisitRequest[], reason: Returned[string]): Returned =>
  Object.fromEntries(requests.map(({ requestId }) => [requestId, reason]));

const servesAny = (visit: Visit, proposed: ProposedVisit): boolean => {
  const served = requestsAnswered(visit);
  return isStanding(visit.status) && proposed.requests.some(({ requestId }) => served.has(requestId));
};

/**
 * Decides one proposed visit against what stands now. A visit that this page wrote before is left as it is, so the page
 * may be published any number of times; what no longer fits goes back to waiting with the reason.
 */
export const publishVisit = (
  proposed: ProposedVisit,
  state: ScheduleState,
  { nextCode, ...written }: Pick<HistoryEntry, 'at' | 'by' | 'as'> & { readonly nextCode: () => string },
): Publication => {
  const target = standingTarget(state, proposed);
  const { requests, returned } = fitRequests(proposed, state);
  const stands = target && servesAny(target, proposed) ? { stands: target } : {};
  if (target && proposed.joins === undefined) {
    return isStanding(target.status)
      ? { stands: target, returned: { ...all(requests, 'stands-otherwise'), ...returned } }
      : { returned: {} };
  }
  if (requests.length === 0) return { ...stands, returned };
  const staffed = staffNow(proposed, requests, target, state);
  if (typeof staffed === 'string') return { ...stands, returned: { ...returned, ...all(requests, staffed) } };
  const { consolidationId, district } = state.run;
  const entry = { ...written, reason: consolidationId };
  if (target) {
    const visit = joinVisit(target, requests, staffed, state, { ...entry, action: 'joined' });
    return { write: { kind: 'change', visit }, returned };
  }
  const origin = { district, consolidationId, code: nextCode(), entry: { ...entry, action: 'published' } };
  const visit = newVisit(proposed, requests, staffed, state, origin);
  return visit
    ? { write: { kind: 'create', visit }, returned }
    : { returned: { ...returned, ...all(requests, 'stands-otherwise') } };
};
