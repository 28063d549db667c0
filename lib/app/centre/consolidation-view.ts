import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { waitsFor } from '../../domain/centre/review-turn.ts';
import { localDate } from '../../domain/local-time.ts';
import type { ViewOf } from '../request.ts';

/** A consolidation as staff see it: its header without what only the machinery needs. */
export const consolidationView = (run: Consolidation, now: Date): ViewOf<'get-consolidation'> => ({
  consolidationId: run.consolidationId,
  from: run.from,
  to: run.to,
  title: run.title,
  whatIf: run.whatIf,
  comparisonOnly: run.beyond && run.beyond.length > 0 ? true : undefined,
  status: run.status,
  progress: run.progress,
  figures: run.figures,
  failure: run.failure,
  requiredLevels: run.requiredLevels,
  reviews: run.reviews,
  keptClear: run.keptClear,
  waitsFor: waitsFor(run, localDate(now)),
  reviewNeeds: run.reviewNeeds?.length ? run.reviewNeeds : undefined,
  rejectedVisits: run.rejectedVisits,
  publicNotice: run.publicNotice,
  publishing: run.publishing && {
    by: run.publishing.by,
    at: run.publishing.at,
    visits: run.publishing.visits,
    returned: run.publishing.returned,
    returnedFor: run.publishing.returnedFor,
  },
  hasProof: run.hasProof,
  startedBy: run.startedBy,
  createdAt: run.createdAt,
  history: run.history,
  version: run.version,
});
