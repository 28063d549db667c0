import { type Counts, sumByKey } from '../counts.ts';
import type { FieldError } from '../refusal.ts';
import type { Consolidation, ConsolidationFigures } from './consolidation.ts';
import { openTurn } from './review-turn.ts';

/** Planning is tried this often before the run is `failed`; the queue itself gives up no earlier. */
export const planningAttempts = 3;

const started = 'planning-started';

const after = (
  before: Consolidation,
  change: Partial<Consolidation>,
  entry?: { readonly at: string; readonly by: string; readonly action: string; readonly reason?: string },
): Consolidation => ({
  ...before,
  ...change,
  ...(entry ? { history: [...before.history, entry] } : {}),
  version: before.version + 1,
});

const toPlan = (now: Date) => ({ task: 'plan', since: now.toISOString() }) as const;

/** True while another attempt shows that it lives: it renews the outbox entry as it goes. */
export const isBeingPlanned = (run: Consolidation, now: Date, silenceMs: number): boolean =>
  run.status === 'running' && run.outbox !== undefined && now.getTime() - Date.parse(run.outbox.since) < silenceMs;

export const attemptsMade = (run: Consolidation): number =>
  run.history.filter(({ action }) => action === started).length;

/** `queued | running → running`: one more attempt begins, whatever became of those before. */
export const beginPlanning = (run: Consolidation, now: Date): Consolidation =>
  after(
    run,
    { status: 'running', progress: { phase: 'reading', percent: 0 }, outbox: toPlan(now) },
    { at: now.toISOString(), by: 'system', action: started },
  );

/** Progress of a running attempt; renewing the outbox entry keeps the relay from starting another. */
export const advancePlanning = (run: Consolidation, phase: string, percent: number, now: Date): Consolidation =>
  after(run, { progress: { phase, percent }, outbox: toPlan(now) });

/** `running → queued`: the attempt met a fault, the queue will try again. */
export const interruptPlanning = (run: Consolidation, reason: string, now: Date): Consolidation =>
  after(
    run,
    { status: 'queued', outbox: toPlan(now) },
    { at: now.toISOString(), by: 'system', action: 'planning-interrupted', reason },
  );

/** `queued | running → failed`, told to whoever asks; nothing is left to send. */
export const failPlanning = (
  run: Consolidation,
  failure: { readonly code: string; readonly text: string },
  now: Date,
): Consolidation => {
  const { outbox: _, ...rest } = run;
  return after(
    rest,
    { status: 'failed', failure },
    { at: now.toISOString(), by: 'system', action: 'planning-failed', reason: failure.text },
  );
};

export type FinishedProposal = {
  readonly attemptId: string;
  readonly hasProof?: boolean;
  readonly pages: number;
  readonly planIds: readonly string[];
  readonly figures: ConsolidationFigures;
  readonly keptClear: NonNullable<Consolidation['keptClear']>;
  readonly submitters: readonly string[];
  readonly requiredLevels: Consolidation['requiredLevels'];
  readonly reviewNeeds: NonNullable<Consolidation['reviewNeeds']>;
  readonly publicNoticeWorkingDays: number;
  readonly beyond: readonly FieldError[];
  readonly publicNotice?: NonNullable<Consolidation['publicNotice']>;
};

/** `running → proposed`: from now on the pages of this attempt count, and the first level may decide, by the end of `dueOn`. */
export const finishPlanning = (
  run: Consolidation,
  proposal: FinishedProposal,
  now: Date,
  dueOn?: string,
): Consolidation => {
  const { outbox: _, ...rest } = run;
  const proposed = after(
    rest,
    { ...proposal, status: 'proposed', progress: { phase: 'proposed', percent: 100 } },
    { at: now.toISOString(), by: 'system', action: 'proposed' },
  );
  return openTurn(proposed, now, dueOn);
};

/** What became of one page: visits that stand, requests that went back to waiting, and of these how many for which reason. */
export type PublishedCounts = {
  readonly visits: number;
  readonly returned: number;
  readonly returnedFor: Counts;
};

/** One page of `publishing` is done; after the last, `publishing → published` with nothing left to send. */
export const publishPage = (run: Consolidation, counts: PublishedCounts, now: Date): Consolidation => {
  const { outbox: _, publishing, ...rest } = run;
  if (!publishing) return run;
  const at = now.toISOString();
  const nextPage = publishing.nextPage + 1;
  const progress = {
    ...publishing,
    nextPage,
    visits: publishing.visits + counts.visits,
    returned: publishing.returned + counts.returned,
    returnedFor: sumByKey(publishing.returnedFor ?? {}, counts.returnedFor),
  };
  if (nextPage < run.pages) return after(rest, { publishing: progress, outbox: { task: 'publish', since: at } });
  return after(rest, { status: 'published', publishing: progress }, { at, by: 'system', action: 'published' });
};
