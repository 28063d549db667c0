import type { Consolidation, Review } from './consolidation.ts';
import { type Refusal, refuse } from './refusal.ts';

export type ReviewCommand = {
  readonly level: 1 | 2 | 3;
  /** The level that the reviewer claims to decide, where they say so. */
  readonly claimedLevel?: 1 | 2 | 3;
  readonly decision: Review['decision'];
  readonly by: string;
  readonly at: string;
  readonly comment?: string;
};

const refusal = (path: string, code: string, level: number): Refusal =>
  refuse('review-refused', { path, code, values: { level } });

const statusAfter = (run: Consolidation, reviews: readonly Review[]): Consolidation['status'] => {
  if (reviews.some(({ decision }) => decision === 'rejected')) return 'rejected';
  return run.requiredLevels.every((level) => reviews.some((review) => review.level === level))
    ? 'approved'
    : 'in-review';
};

/**
 * Rule 10: `proposed | in-review → in-review | approved | rejected`. A reviewer decides for their own level, once, after the
 * lower required levels, and never on a run that they started. What is rejected leaves its requests waiting.
 */
export const decideReview = (run: Consolidation, command: ReviewCommand): Consolidation | Refusal => {
  const { level, by, at, decision, comment } = command;
  if (run.status !== 'proposed' && run.status !== 'in-review') {
    return refuse('state-conflict', { path: 'status', code: 'status', values: { status: run.status } });
  }
  if (command.claimedLevel !== undefined && command.claimedLevel !== level) {
    return refusal('level', 'level-not-yours', level);
  }
  if (!run.requiredLevels.includes(level)) return refusal('level', 'level-not-required', level);
  if (run.startedBy === by) return refusal('by', 'own-submission', level);
  if (run.reviews.some((review) => review.level === level)) return refusal('level', 'level-decided', level);
  const before = run.requiredLevels.find(
    (lower) => lower < level && !run.reviews.some((review) => review.level === lower),
  );
  if (before !== undefined) return refusal('level', 'level-before', before);
  if (decision === 'rejected' && !comment) return refusal('comment', 'rejection-needs-comment', level);
  const reviews = [...run.reviews, { level, decision, by, at, comment: comment ?? '' }];
  return {
    ...run,
    status: statusAfter(run, reviews),
    reviews,
    history: [...run.history, { at, by, action: `review-${decision}`, ...(comment ? { reason: comment } : {}) }],
    version: run.version + 1,
  };
};
