import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { decideReview } from '../../domain/centre/decide-review.ts';
import { openTurn } from '../../domain/centre/review-turn.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { openPublicNotice, readProposed } from '../notices/open-public-notice.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { findRejected } from '../schedule/rejected-visits.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { workingDayFromNow } from '../working-day-from-now.ts';
import { consolidationView } from './consolidation-view.ts';
import { noSuchRun } from './get-consolidation.ts';

type Needs = Pick<Ports, 'consolidations' | 'calendars' | 'plans'>;

/** What follows from a decision: the next level's turn, or the public notice that a rule asks for. */
const withWhatFollows = async (ports: Needs, run: Consolidation, now: Date): Promise<Consolidation | Refusal> => {
  if (run.status === 'in-review') {
    return openTurn(run, now, await workingDayFromNow(ports, run.district, run.reviewWorkingDays, now));
  }
  if (run.status !== 'approved' || !run.publicNoticeWorkingDays) return run;
  const rejected = new Set((run.rejectedVisits ?? []).map(({ visitId }) => visitId));
  const visits = (await readProposed(ports, run)).filter(({ visitId }) => !rejected.has(visitId));
  const opened = await openPublicNotice(ports, run, visits, now);
  if (opened !== 'unknown') return { ...run, ...opened };
  const year = Number(localDate(now).slice(0, 4)) + 1;
  return refuse('calendar-unknown', { path: 'publicNotice', code: 'calendar-unknown', values: { year } });
};

/**
 * A reviewer's decision for their level: read the run and the visits that are taken out of it, decide by rule 10, write; again
 * where another level decided in between.
 */
export const reviewConsolidation = async (
  ports: Needs,
  { params, body, principal, now, ifMatch }: RequestOf<'review-consolidation'>,
): Promise<ViewOf<'review-consolidation'> | Refusal> =>
  decideAgain(async () => {
    const scope = scopeOf(principal);
    const run = await ports.consolidations.find(scope, params.consolidationId);
    if (!run) return noSuchRun;
    const mismatch = versionMismatch(ifMatch, run.version);
    if (mismatch) return mismatch;
    const { level, subject } = principal;
    if (level === undefined) return refuse('review-refused', { path: 'level', code: 'claim' });
    const rejected = await findRejected(ports, run, scope, body.visits ?? []);
    const decided = decideReview(run, {
      level,
      ...(body.level === undefined ? {} : { claimedLevel: body.level }),
      decision: body.decision,
      by: subject,
      at: now.toISOString(),
      ...(body.comment === undefined ? {} : { comment: body.comment }),
      ...(rejected && { rejected }),
    });
    if (isRefusal(decided)) return decided;
    const next = await withWhatFollows(ports, decided, now);
    if (isRefusal(next)) return next;
    return (await ports.consolidations.change(next)) === 'stored' ? consolidationView(next, now) : 'conflict';
  });
