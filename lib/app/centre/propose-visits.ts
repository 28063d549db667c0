import type {
  Consolidation,
  ConsolidationFigures,
  ProposedVisit,
  Remedy,
  RequestOutcome,
  UnscheduledReason,
} from '../../domain/centre/consolidation.ts';
import { seededRandom } from '../../domain/seeded-random.ts';
import type { Instance } from '../../planner/instance.ts';
import { planFigures } from '../../planner/plan-figures.ts';
import type { PlanningOptions, PlanningOutcome } from '../../planner/planning-options.ts';
import { chosenWeights } from '../../planner/price-table.ts';
import type { Proposal, Unscheduled } from '../ports/centre-ports.ts';
import type { Proof } from './keep-proof.ts';
import { keepProposalCaps } from './keep-proposal-caps.ts';
import { planToProposal } from './plan-to-proposal.ts';
import { remediesOf, settingsToPlanning, shortTeamsOf, worthOf } from './planning-reasons.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';
import { proposalFigures } from './proposal-figures.ts';
import { requestsToInstance } from './requests-to-instance.ts';
import { type Candidate, type LeftOut, type Triage, triageRequests } from './triage-requests.ts';

export type Search = (instance: Instance, options: PlanningOptions) => Promise<PlanningOutcome>;
export type Proposed = {
  readonly proposal: Proposal;
  readonly figures: ConsolidationFigures;
  readonly planIds: readonly string[];
  readonly proof: Proof;
};

/** How long a run may search: what was asked for, and no more than its size deserves, so that small horizons answer at once. */
export const searchMs = (run: Pick<Consolidation, 'planningSeconds'>, usualSeconds: number, requests: number): number =>
  Math.min((run.planningSeconds ?? usualSeconds) * 1000, 500 + 8 * requests);

const toUnscheduled = (
  { plan, row, reason }: LeftOut,
  snapshot: PlanningSnapshot,
  remedies: ReadonlyMap<string, readonly Remedy[]>,
): Unscheduled => ({
  requestId: row.requestId,
  planId: plan.planId,
  businessId: row.businessId,
  department: row.department,
  street: snapshot.businesses.get(row.businessId)?.street ?? '',
  reason,
  ...(remedies.has(row.requestId) ? { remedies: remedies.get(row.requestId) } : {}),
});

const outcomesByPlan = (
  visits: Proposal['visits'],
  unscheduled: readonly Unscheduled[],
  { satisfied }: Triage,
): ReadonlyMap<string, readonly RequestOutcome[]> => {
  const rows: { readonly planId: string; readonly outcome: RequestOutcome }[] = [
    ...visits.flatMap(({ visitId, requests }) =>
      requests.map(({ requestId, planId }) => ({ planId, outcome: { requestId, visitId } })),
    ),
    ...unscheduled.map(({ requestId, planId, reason }) => ({ planId, outcome: { requestId, reason } })),
    ...satisfied.map(({ plan, row, evidence }) => ({
      planId: plan.planId,
      outcome: { requestId: row.requestId, recognisedFrom: evidence },
    })),
  ];
  return new Map(
    [...Map.groupBy(rows, ({ planId }) => planId)].map(([planId, own]) => [planId, own.map(({ outcome }) => outcome)]),
  );
};

const bothWays = ({ unmerged }: PlanningOutcome) =>
  unmerged.flatMap(({ a, b, reason }) => [
    { requestId: a, other: b, reason },
    { requestId: b, other: a, reason },
  ]);

/** The pairs that share no visit, with whose the other request is and when it is served: what a reader asks next. */
const withOthers = (visits: readonly ProposedVisit[], candidates: readonly Candidate[]): readonly ProposedVisit[] => {
  const departments = new Map(candidates.map(({ plan, row }) => [row.requestId, plan.department]));
  const days = new Map(visits.flatMap(({ requests, day }) => requests.map(({ requestId }) => [requestId, day])));
  return visits.map((visit) => ({
    ...visit,
    unmerged: visit.unmerged.map((pair) => ({
      ...pair,
      department: departments.get(pair.other),
      day: days.get(pair.other),
    })),
  }));
};

const leftOutOf = (
  requestIds: readonly { readonly request: string; readonly reason: UnscheduledReason }[],
  candidates: readonly Candidate[],
): readonly LeftOut[] => {
  const byId = new Map(candidates.map((candidate) => [candidate.row.requestId, candidate]));
  return requestIds.flatMap(({ request, reason }) => {
    const candidate = byId.get(request);
    return candidate ? [{ plan: candidate.plan, row: candidate.row, reason }] : [];
  });
};

/**
 * From what stands to a proposal: sort the open requests, let the planner place those that can be placed, hold its plan to
 * the yearly caps, and say of every request what became of it. Cost and bound are those of the planner's problem, with
 * what the caps took out charged as left out.
 */
export const proposeVisits = async (
  run: Consolidation,
  snapshot: PlanningSnapshot,
  search: Search,
  options: Pick<PlanningOptions, 'onProgress'> & { readonly now: () => number },
): Promise<Proposed> => {
  const startedAt = options.now();
  const triage = triageRequests(snapshot);
  const { candidates } = triage;
  const instance = requestsToInstance(candidates, snapshot);
  const asked = settingsToPlanning(snapshot.settings);
  const outcome = await search(instance, {
    ...options,
    timeLimitMs: searchMs(run, snapshot.settings.planningSeconds, candidates.length),
    seed: run.seed ?? Math.floor(seededRandom(run.consolidationId)() * 2 ** 32),
    ...asked,
  });
  const planned = planToProposal(
    outcome.plan,
    candidates,
    { unmerged: bothWays(outcome), worth: worthOf(outcome) },
    run.consolidationId,
  );
  const remedies = remediesOf(outcome);
  const plans = new Map(snapshot.open.map(({ plan }) => [plan.planId, plan]));
  const kept = keepProposalCaps(planned, plans, snapshot);
  const visits = withOthers(kept.visits, candidates);
  const unscheduled = [
    ...triage.leftOut,
    ...leftOutOf(
      [
        ...outcome.plan.unscheduled.map(({ request, reason }) => ({
          request,
          reason: reason === 'cap' ? ('cap-reached' as const) : reason,
        })),
        ...kept.dropped,
      ],
      candidates,
    ),
  ].map((leftOut) => toUnscheduled(leftOut, snapshot, remedies));
  const priced = planFigures(
    instance,
    visits.map(({ businessId, joins, requests, ...visit }) => ({
      ...visit,
      business: businessId,
      requests: requests.map(({ requestId }) => requestId),
      ...(joins === undefined ? {} : { committed: joins }),
    })),
    chosenWeights(asked.weights, asked.lexicographic),
    outcome.plan.bound,
  );
  const planningMs = Math.round(options.now() - startedAt);
  const reasons = unscheduled.map(({ reason }) => reason);
  const types = new Map([...plans].map(([planId, { type }]) => [planId, type]));
  const cost = { cost: priced.cost, bound: outcome.plan.bound, planningMs };
  const outcomes = outcomesByPlan(visits, unscheduled, triage);
  return {
    proposal: { visits, unscheduled, outcomes },
    figures: {
      ...proposalFigures(visits, reasons, triage.satisfied.length, types, cost, snapshot),
      shortTeams: shortTeamsOf(outcome),
    },
    planIds: [...outcomes.keys()].toSorted(),
    proof: { instance, outcome },
  };
};
