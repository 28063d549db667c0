import { localDate } from '../local-time.ts';
import type { Consolidation, ReviewTurn } from './consolidation.ts';
import type { ReviewLevel } from './review-rules.ts';

/** The level whose decision a run waits for; undefined where it waits for none. */
export const levelInTurn = (
  run: Pick<Consolidation, 'status' | 'requiredLevels' | 'reviews'>,
): ReviewLevel | undefined =>
  run.status === 'proposed' || run.status === 'in-review'
    ? run.requiredLevels.find((level) => !run.reviews.some((review) => review.level === level))
    : undefined;

/** The run with its next level's turn on record, to be decided by the end of `dueOn`. */
export const openTurn = (run: Consolidation, now: Date, dueOn: string | undefined): Consolidation => {
  const level = levelInTurn(run);
  if (level === undefined || run.turns?.some((turn) => turn.level === level)) return run;
  const turn = { level, since: now.toISOString(), ...(dueOn === undefined ? {} : { dueOn }) };
  return { ...run, turns: [...(run.turns ?? []), turn] };
};

export const turnOf = (run: Consolidation): ReviewTurn | undefined => {
  const level = levelInTurn(run);
  return run.turns?.find((turn) => turn.level === level);
};

export const isEscalated = (run: Consolidation, level: ReviewLevel): boolean =>
  run.turns?.some((turn) => turn.level === level && turn.escalatedAt !== undefined) ?? false;

/**
 * Puts an overdue decision on record, once: from then on any higher level may take it, and the coordinators are told.
 * Undefined where nothing is overdue.
 */
export const escalateReview = (run: Consolidation, now: Date): Consolidation | undefined => {
  const turn = turnOf(run);
  if (turn?.dueOn === undefined || turn.escalatedAt !== undefined || localDate(now) <= turn.dueOn) return undefined;
  const at = now.toISOString();
  return {
    ...run,
    turns: run.turns?.map((one) => (one.level === turn.level ? { ...one, escalatedAt: at } : one)) ?? [],
    history: [
      ...run.history,
      { at, by: 'system', action: 'review-escalated', reason: `level ${turn.level}, due ${turn.dueOn}` },
    ],
    version: run.version + 1,
  };
};

/** Whom a run waits for, and until when. */
export type Waiting =
  | ({ readonly for: 'reviewer' } & ReviewTurn)
  | { readonly for: 'public-notice'; readonly since: string; readonly dueOn: string }
  | { readonly for: 'coordinator'; readonly since: string };

/** What has to happen next; undefined while the machinery works and once all is said. */
export const waitsFor = (run: Consolidation, today: string): Waiting | undefined => {
  const level = levelInTurn(run);
  const since = run.history.at(-1)?.at ?? run.createdAt;
  if (level !== undefined) return { for: 'reviewer', ...(turnOf(run) ?? { level, since }) };
  if (run.status !== 'approved' && run.status !== 'proposed') return undefined;
  if (run.publicNotice && today <= run.publicNotice.until) {
    return { for: 'public-notice', since, dueOn: run.publicNotice.until };
  }
  return { for: 'coordinator', since };
};

const waiting: ReadonlySet<Consolidation['status']> = new Set(['proposed', 'in-review', 'approved']);
export const isWaiting = ({ status }: Pick<Consolidation, 'status'>): boolean => waiting.has(status);
