import { type Counted, type CountedVisit, capsReached, summaryToCounted } from '../../domain/centre/cap-rules.ts';
import type { ProposedVisit } from '../../domain/centre/consolidation.ts';
import { countsTowardsCap } from '../../domain/visits/visit-requests.ts';
import { staffVisit } from '../visits/staff-visit.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';

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
  const { worth: _, ...rest } = visit; // it was said of all the requests
  return performs && { ...rest, requests, performs };
};

/**
 * The planner knows no cap per department, type or grade, so its plan may use more visits than the year has left. What is
 * over, the latest visits first, is left out: no cap is ever exceeded.
 */
export const keepProposalCaps = (
  visits: readonly ProposedVisit[],
  planTypes: ReadonlyMap<string, Parameters<typeof countsTowardsCap>[0]>,
  snapshot: PlanningSnapshot,
): Kept => {
  const standing = Map.groupBy(snapshot.standing, ({ businessId }) => businessId);
  const counted = new Map<string, readonly CountedVisit[]>(
    [...standing].map(([businessId, own]) => [businessId, own.map(summaryToCounted)]),
  );
  const dropped: Dropped[] = [];
  const kept = visits.flatMap((visit) => {
    const { visitId, businessId, day, joins } = visit;
    const all = counted.get(businessId) ?? [];
    const others = all.filter((other) => other.visitId !== joins);
    const here = all.find((other) => other.visitId === joins)?.counts ?? [];
    const asked = (requests: ProposedVisit['requests']): readonly Counted[] =>
      requests.flatMap(({ planId, department }) => {
        const plan = planTypes.get(planId);
        return plan && countsTowardsCap(plan) ? [{ department, type: plan.type }] : [];
      });
    const business = snapshot.businesses.get(businessId);
    const over = new Set(
      visit.requests
        .filter(
          (request) =>
            capsReached(snapshot.settings, business, { asked: asked([request]), here, others, day }).length > 0,
        )
        .map(({ requestId }) => requestId),
    );
    const rest = withoutRequests(visit, over, snapshot);
    if (rest) {
      const counts = [...here, ...asked(rest.requests)];
      counted.set(businessId, [...others, { visitId, day, status: 'planned', counts }]);
    }
    for (const { requestId } of visit.requests) {
      if (over.has(requestId)) dropped.push({ request: requestId, reason: 'cap-reached' });
      else if (!rest) dropped.push({ request: requestId, reason: 'no-capacity' }); // its performer can't stay for it alone
    }
    return rest ? [rest] : [];
  });
  return { visits: kept, dropped };
};
