import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { consolidationView } from './consolidation-view.ts';

export const noSuchRun = refuse('not-found', { path: 'consolidationId', code: 'not-found' });

/** The proposal of a run that has none yet, or failed to make one, can't be listed. */
export const withoutProposal = ({ attemptId, status }: Consolidation): Refusal | undefined =>
  attemptId === undefined
    ? refuse('state-conflict', { path: 'status', code: 'status', values: { status } })
    : undefined;

/** One run with its progress and figures. */
export const getConsolidation = async (
  ports: Pick<Ports, 'consolidations'>,
  { params, principal, now }: RequestOf<'get-consolidation'>,
): Promise<ViewOf<'get-consolidation'> | Refusal> => {
  const run = await ports.consolidations.find(scopeOf(principal), params.consolidationId);
  return run ? consolidationView(run, now) : noSuchRun;
};
