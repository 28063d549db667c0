import type { Consolidation, ProposedVisit } from '../../domain/centre/consolidation.ts';
import { type ReviewedVisit, type ReviewNeeds, reviewNeeds, rulesFor } from '../../domain/centre/review-rules.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';

export type MarkedProposal = ReviewNeeds & {
  readonly visits: readonly ProposedVisit[];
  /** Who submitted or changed the plans of the proposal. */
  readonly submitters: readonly string[];
};

/** The visits of a proposal with the rules that ask for their review, and what those rules come to for the whole. */
export const markForReview = (
  run: Pick<Consolidation, 'reviewRules' | 'alwaysLevels' | 'requiredLevels'>,
  visits: readonly ProposedVisit[],
  { open, businesses, standing }: Pick<PlanningSnapshot, 'open' | 'businesses' | 'standing'>,
): MarkedProposal => {
  const plans = new Map(open.map(({ plan }) => [plan.planId, plan]));
  const standingById = new Map(standing.map((visit) => [visit.visitId, visit]));
  const rules = run.reviewRules ?? [];
  const facts = ({ businessId, mode, requests, joins }: ProposedVisit): ReviewedVisit => ({
    departments: new Set([
      ...requests.map(({ department }) => department),
      ...(standingById.get(joins ?? '')?.units ?? []).map(({ department }) => department),
    ]),
    planTypes: new Set(requests.flatMap(({ planId }) => plans.get(planId)?.type ?? [])),
    industry: businesses.get(businessId)?.industry ?? '',
    mode,
  });
  const marked = visits.map((visit) => ({ visit, facts: facts(visit) }));
  const hands = visits
    .flatMap(({ requests }) => requests.map(({ planId }) => planId))
    .flatMap((planId) => plans.get(planId) ?? [])
    .flatMap(({ submittedBy, history }) => [submittedBy, ...history.map(({ by }) => by)]);
  return {
    ...reviewNeeds(
      rules,
      run.alwaysLevels ?? run.requiredLevels,
      marked.map((one) => one.facts),
    ),
    visits: marked.map(({ visit, facts: about }) => {
      const asked = rulesFor(rules, about).map(({ ruleId }) => ruleId);
      return asked.length === 0 ? visit : { ...visit, reviewedFor: asked };
    }),
    submitters: [...new Set(hands)].filter((by) => by !== 'system').toSorted(),
  };
};
