import { decideReview } from '../domain/decide-review.ts';
import { scopeOf } from '../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { consolidationView } from './consolidation-view.ts';
import { decideAgain } from './decide-again.ts';
import { noSuchRun } from './get-consolidation.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';
import { versionMismatch } from './version-mismatch.ts';

/** A reviewer's decision for their level: read the run, decide by rule 10, write; again where another level decided in between. */
export const reviewConsolidation = async (
  ports: Pick<Ports, 'consolidations'>,
  { params, body, principal, now, ifMatch }: RequestOf<'review-consolidation'>,
): Promise<ViewOf<'review-consolidation'> | Refusal> =>
  decideAgain(async () => {
    const run = await ports.consolidations.find(scopeOf(principal), params.consolidationId);
    if (!run) return noSuchRun;
    const mismatch = versionMismatch(ifMatch, run.version);
    if (mismatch) return mismatch;
    const { level, subject } = principal;
    if (level === undefined) return refuse('review-refused', { path: 'level', code: 'claim' });
    const decided = decideReview(run, {
      level,
      ...(body.level === undefined ? {} : { claimedLevel: body.level }),
      decision: body.decision,
      by: subject,
      at: now.toISOString(),
      ...(body.comment === undefined ? {} : { comment: body.comment }),
    });
    if (isRefusal(decided)) return decided;
    return (await ports.consolidations.change(decided)) === 'stored' ? consolidationView(decided) : 'conflict';
  });
