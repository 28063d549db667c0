import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Consolidation, ProposedVisit, RejectedVisit, Review } from './consolidation.ts';
import { isEscalated } from './review-turn.ts';

export type ReviewCommand = {
  readonly level: 1 | 2 | 3;
  /** The level that the reviewer claims to decide, where they say so. */
  readonly claimedLevel?: 1 | 2 | 3;
  readonly decision: Review['decision'];
  readonly by: string;
  readonly at: string;
  readonly comment?: string;
  /** Visits that the reviewer takes out of what they approve, in the order they were named; undefined stands for one out of their sight. */
  readonly rejected?: readonly { readonly visit: ProposedVisit | undefined; readonly reason: string }[];
};

const refusal = (path: string, code: string, level: number): Refusal =>
  refuse('review-refused', { path, code, values: { level } });

/** A visit may be taken out at the levels that every proposal passes, and at those that a rule asks for it. */
const visitFault = (
  run: Consolidation,
  level: number,
  visit: ProposedVisit | undefined,
  path: string,
): FieldError | undefined => {
  if (!visit) return { path: `${path}.visitId`, code: 'not-found' };
  const always: readonly number[] = run.alwaysLevels ?? run.requiredLevels;
  const asked = (run.reviewNeeds ?? []).filter(({ ruleId }) => visit.reviewedFor?.includes(ruleId));
  return always.includes(level) || asked.some(({ levels }) => levels.some((one) => one === level))
    ? undefined
    : { path: `${path}.visitId`, code: 'level-not-for-visit', values: { level } };
};

const statusAfter = (run: Consolidation, reviews: readonly Review[]): Consolidation['status'] => {
  if (reviews.some(({ decision }) => decision === 'rejected')) return 'rejected';
  return run.requiredLevels.every((level) => reviews.some((review) => review.level === level))
    ? 'approved'
    : 'in-review';
};

/** What rule 10 has against this person deciding this level now. */
const turnRefusal = (run: Consolidation, level: 1 | 2 | 3, own: 1 | 2 | 3, by: string): Refusal | undefined => {
  if (level !== own && !(own > level && isEscalated(run, level))) return refusal('level', 'level-not-yours', own);
  if (!run.requiredLevels.includes(level)) return refusal('level', 'level-not-required', level);
  if (run.startedBy === by) return refusal('by', 'own-submission', level);
  if (run.submitters?.includes(by)) return refusal('by', 'own-plan', level);
  if (run.reviews.some((review) => review.level === level)) return refusal('level', 'level-decided', level);
  const before = run.requiredLevels.find(
    (lower) => lower < level && !run.reviews.some((review) => review.level === lower),
  );
  return before === undefined ? undefined : refusal('level', 'level-before', before);
};

/**
 * Rule 10: `proposed | in-review → in-review | approved | rejected`. A reviewer decides for their own level, once, after the
 * lower required levels, and never on what they started or submitted; a level that was escalated may be decided by a higher
 * one in its place. Visits may be taken out of what is approved: their requests go on to the next run. What is rejected as a
 * whole leaves its requests waiting.
 */
export const decideReview = (run: Consolidation, command: ReviewCommand): Consolidation | Refusal => {
  const { by, at, decision, comment, rejected = [] } = command;
  if (run.status !== 'proposed' && run.status !== 'in-review') {
    return refuse('state-conflict', { path: 'status', code: 'status', values: { status: run.status } });
  }
  const level = command.claimedLevel ?? command.level;
  const outOfTurn = turnRefusal(run, level, command.level, by);
  if (outOfTurn) return outOfTurn;
  if (decision === 'rejected' && !comment) return refusal('comment', 'rejection-needs-comment', level);
  if (decision === 'rejected' && rejected.length > 0) return refusal('visits', 'visits-with-rejection', level);
  const faults = rejected.flatMap(({ visit }, index) => visitFault(run, level, visit, `visits[${index}]`) ?? []);
  if (faults.length > 0) return refuse('review-refused', ...faults);
  const review: Review = {
    level,
    decision,
    by,
    at,
    comment: comment ?? '',
    ...(level === command.level ? {} : { asLevel: command.level }),
  };
  const reviews = [...run.reviews, review];
  const out = new Map((run.rejectedVisits ?? []).map((one) => [one.visitId, one] as const));
  for (const { visit, reason } of rejected) {
    if (visit && !out.has(visit.visitId)) {
      out.set(visit.visitId, { visitId: visit.visitId, level, by, at, reason } satisfies RejectedVisit);
    }
  }
  return {
    ...run,
    status: statusAfter(run, reviews),
    reviews,
    ...(out.size > 0 ? { rejectedVisits: [...out.values()] } : {}),
    history: [...run.history, { at, by, action: `review-${decision}`, ...(comment ? { reason: comment } : {}) }],
    version: run.version + 1,
  };
};
