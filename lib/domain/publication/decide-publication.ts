import type { Consolidation } from '../centre/consolidation.ts';
import { localDate } from '../local-time.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** `approved → publishing`, by a coordinator; a proposal that needs no review may be published as it is, none before its summary has been public for as long as a rule asks. */
export const decidePublication = (run: Consolidation, by: string, now: Date): Consolidation | Refusal => {
  const free = run.status === 'proposed' && run.requiredLevels.length === 0;
  if (run.status !== 'approved' && !free) {
    return refuse('state-conflict', { path: 'status', code: 'status', values: { status: run.status } });
  }
  if (run.beyond && run.beyond.length > 0) return refuse('publication-refused', ...run.beyond);
  const until = run.publicNotice?.until;
  if (until !== undefined && localDate(now) <= until) {
    return refuse('state-conflict', { path: 'publicNotice', code: 'public-notice-open', values: { until } });
  }
  const at = now.toISOString();
  return {
    ...run,
    status: 'publishing',
    publishing: { by, at, nextPage: 0, visits: 0, returned: 0 },
    outbox: { task: 'publish', since: at },
    history: [...run.history, { at, by, action: 'publish' }],
    version: run.version + 1,
  };
};
