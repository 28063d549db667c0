import type { Business, Unit } from '../../domain/catalogue/catalogue.ts';
import type { UnscheduledReason } from '../../domain/centre/consolidation.ts';
import { earliestOf, latestOf } from '../../domain/date-order.ts';
import { isObjected } from '../../domain/field/decide-objection.ts';
import type { RecognisedFrom, Window } from '../../domain/plans/plan.ts';
import { evidenceFor } from '../../domain/plans/targets-to-requests.ts';
import { chooseUnit } from '../../domain/schedule/choose-unit.ts';
import { capKey, capOf, countVisits, stabbingNumber, windowUnderCap } from '../../domain/statistics/yearly-cap.ts';
import { countsTowardsCap } from '../../domain/visits/visit-requests.ts';
import type { OpenRequest, PlanningSnapshot } from './planning-snapshot.ts';

/** An open request that the planner may place: by whom, where, and on which days. */
export type Candidate = OpenRequest & { readonly business: Business; readonly unit: Unit; readonly window: Window };
export type LeftOut = OpenRequest & { readonly reason: UnscheduledReason };
export type Satisfied = OpenRequest & { readonly evidence: readonly RecognisedFrom[] };
export type Triage = {
  readonly candidates: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
  readonly satisfied: readonly Satisfied[];
};

/** Results that answer a request without a visit; a case, and what was found wrong, is always looked into. */
const evidenceOf = ({ plan, row }: OpenRequest, snapshot: PlanningSnapshot): readonly RecognisedFrom[] | undefined => {
  const known = snapshot.known.get(row.businessId);
  if (plan.type === 'case' || plan.recheckOf !== undefined || !known) return undefined;
  const items = row.items.flatMap((itemId) => snapshot.items.get(itemId) ?? []);
  if (items.length < row.items.length) return undefined;
  const evidence = evidenceFor(items, latestOf(row.notBefore, snapshot.earliest.unannounced ?? snapshot.today), known);
  return evidence && isObjected(plan, row, evidence) ? undefined : evidence;
};

const clip = ({ plan, row }: OpenRequest, { from, to, earliest }: PlanningSnapshot): Window | undefined => {
  const first = earliest[plan.mode];
  if (first === undefined) return undefined;
  const notBefore = latestOf(row.notBefore, from, first);
  const due = earliestOf(row.due, to);
  return notBefore <= due ? { notBefore, due } : undefined;
};

const place = (open: OpenRequest, snapshot: PlanningSnapshot): Candidate | UnscheduledReason => {
  const window = clip(open, snapshot);
  if (!window) return 'window-passed';
  const business = snapshot.businesses.get(open.row.businessId);
  if (!business) return 'closed';
  const unit = chooseUnit(snapshot.units, open.row.department, business, snapshot.settings.inspectorsPerTeam);
  return typeof unit === 'string' ? unit : { ...open, business, unit, window };
};

const isCounted = ({ plan }: OpenRequest): boolean => countsTowardsCap(plan);

/** Of one department's counted requests at one business, those that its remaining visits can serve: the weighty and pressing ones first. */
const fitCap = (group: readonly Candidate[], left: (day: string) => number, weight: (one: Candidate) => number) => {
  const kept: Candidate[] = [];
  const over: Candidate[] = [];
  const visitsFor = (some: readonly Candidate[]): number =>
    [...Map.groupBy(some, ({ plan }) => plan.mode).values()].reduce(
      (sum, ofMode) => sum + stabbingNumber(ofMode.map(({ window }) => window)),
      0,
    );
  const first = group.toSorted((a, b) => weight(b) - weight(a) || (a.window.due < b.window.due ? -1 : 1));
  for (const candidate of first) {
    const window = windowUnderCap(candidate.window, (day) => left(day) <= 0);
    const year = window?.due.slice(0, 4);
    const sameYear = kept.filter(({ window: { due } }) => due.slice(0, 4) === year);
    const fits = window && visitsFor([...sameYear, { ...candidate, window }]) <= left(window.due);
    if (fits) kept.push({ ...candidate, window });
    else over.push(candidate);
  }
  return { kept, over };
};

const keepCaps = (candidates: readonly Candidate[], snapshot: PlanningSnapshot) => {
  const counts = countVisits(snapshot.standing);
  const groups = Map.groupBy(candidates.filter(isCounted), ({ row }) => `${row.department} ${row.businessId}`);
  const fitted = [...groups.values()].map((group) =>
    fitCap(
      group,
      (day) => {
        const [one] = group;
        if (!one) return 0;
        const { department, businessId } = one.row;
        return capOf(snapshot.settings, department) - (counts.get(capKey(department, businessId, day)) ?? 0);
      },
      ({ plan }) => snapshot.settings.requestWeights[plan.type],
    ),
  );
  return {
    kept: [...candidates.filter((candidate) => !isCounted(candidate)), ...fitted.flatMap(({ kept }) => kept)],
    over: fitted.flatMap(({ over }) => over),
  };
};

/** Sorts the open requests: answered by results, impossible from the start with the reason, or for the planner. */
export const triageRequests = (snapshot: PlanningSnapshot): Triage => {
  const satisfied: Satisfied[] = [];
  const leftOut: LeftOut[] = [];
  const placeable: Candidate[] = [];
  for (const open of snapshot.open) {
    const evidence = evidenceOf(open, snapshot);
    const placed = evidence ? undefined : place(open, snapshot);
    if (evidence) satisfied.push({ ...open, evidence });
    else if (typeof placed === 'string') leftOut.push({ ...open, reason: placed });
    else if (placed) placeable.push(placed);
  }
  const { kept, over } = keepCaps(placeable, snapshot);
  return {
    candidates: kept.toSorted((a, b) => (a.row.requestId < b.row.requestId ? -1 : 1)),
    leftOut: [...leftOut, ...over.map(({ plan, row }) => ({ plan, row, reason: 'cap-reached' as const }))],
    satisfied,
  };
};
