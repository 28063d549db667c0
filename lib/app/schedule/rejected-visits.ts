import type { Consolidation, ProposedVisit } from '../../domain/centre/consolidation.ts';
import type { ReviewCommand } from '../../domain/centre/decide-review.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';

type Named = { readonly visitId: string; readonly reason: string };

const pageSize = 500;

/** The proposed visits that a reviewer names, as far as they lie in the reviewer's scope. */
export const findRejected = async (
  { consolidations }: Pick<Ports, 'consolidations'>,
  run: Consolidation,
  scope: Scope,
  named: readonly Named[],
): Promise<ReviewCommand['rejected']> => {
  if (named.length === 0) return undefined;
  const wanted = new Set(named.map(({ visitId }) => visitId));
  const found = new Map<string, ProposedVisit>();
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await consolidations.listProposed(run, scope, { limit: pageSize, ...(cursor && { cursor }) });
    if ('refused' in page) throw new Error(`the list of ${run.consolidationId} refuses its own cursor`);
    for (const visit of page.items) if (wanted.has(visit.visitId)) found.set(visit.visitId, visit);
    cursor = found.size === wanted.size ? undefined : page.nextCursor;
  }
  return named.map(({ visitId, reason }) => ({ visit: found.get(visitId), reason }));
};
