import type { ProposedVisit } from '../domain/consolidation.ts';
import { countsTowardsCap } from '../domain/visit-requests.ts';
import { capKey, capOf, countVisits } from '../domain/yearly-cap.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';
import { staffVisit } from './staff-visit.ts';

type Kept = { readonly visits: readonly ProposedVisit[]; readonly dropped: readonly Dropped[] };
type Dropped = { readonly request: string; readonly reason: 'cap-reached' | 'no-capacity' };

/** A visit without some of its requests, staffed anew with nobody staying longer than planned; undefined where that can't be. */
export const withoutRequests = (
  visit: ProposedVisit,
  dropped: ReadonlySet<string>,
  { items, settings }: Pick<PlanningSnapshot, 'items' | 'settings'>,
): ProposedVisit | undefined => {
  const requests = visit.requests.filter(({ requestId }) => !dropped.has(requestId));
  if (requests.length === 0) return undefined;
  if (requests.length === visit.requests.length) return visit;
  const slotsOf = (minutes: number): number => Math.ceil(minutes / settings.slots.minutes);
  const planned = (unitId: string): number =>
    slotsOf((visit.performs[unitId] ?? []).reduce((sum, itemId) => sum + (items.get(itemId)?.minutes ?? 0), 0));
  const performs = staffVisit(requests, {
    items,
    slotMinutes: settings.slots.minutes,
    performed: new Set(),
    fits: (unitId, minutes) => slotsOf(minutes) <= planned(unitId),
    attends: () => false,
  });
  return performs && { ...visit, requests, performs };
};

/**
 * The planner knows no cap per department, so its plan may use more visits of one than the year has left, though no more than
 * could have served its requests. What is over, the latest visits first, is left out: the cap is never exceeded.
 */
export const keepProposalCaps = (
  visits: readonly ProposedVisit[],
  planTypes: ReadonlyMap<string, Parameters<typeof countsTowardsCap>[0]>,
  snapshot: PlanningSnapshot,
): Kept => {
  const counts = countVisits(snapshot.standing);
  const standing = new Map(snapshot.standing.map((visit) => [visit.visitId, visit]));
  const dropped: Dropped[] = [];
  const kept = visits.flatMap((visit) => {
    const counted = visit.requests.filter(({ planId }) => {
      const plan = planTypes.get(planId);
      return plan !== undefined && countsTowardsCap(plan);
    });
    const over = new Set<string>();
    for (const [department, own] of Map.groupBy(counted, (request) => request.department)) {
      if (standing.get(visit.joins ?? '')?.counted.includes(department)) continue;
      const key = capKey(department, visit.businessId, visit.day);
      const used = counts.get(key) ?? 0;
      if (used < capOf(snapshot.settings, department)) counts.set(key, used + 1);
      else for (const { requestId } of own) over.add(requestId);
    }
    const rest = withoutRequests(visit, over, snapshot);
    for (const { requestId } of visit.requests) {
      if (over.has(requestId)) dropped.push({ request: requestId, reason: 'cap-reached' });
      else if (!rest) dropped.push({ request: requestId, reason: 'no-capacity' }); // its performer can't stay for it alone
    }
    return rest ? [rest] : [];
  });
  return { visits: kept, dropped };
};
