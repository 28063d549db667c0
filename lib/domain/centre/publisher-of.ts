import type { HistoryEntry } from '../plans/plan.ts';
import type { Consolidation } from './consolidation.ts';

/** Who published a run and on whose authority, as its own record says: what its publication writes is theirs. */
export const publisherOf = ({
  publishing,
  startedBy,
  history,
}: Pick<Consolidation, 'publishing' | 'startedBy' | 'history'>): Pick<HistoryEntry, 'by' | 'as'> => {
  const by = publishing?.by ?? startedBy;
  const { as } = history.findLast((entry) => entry.by === by && entry.as !== undefined) ?? {};
  return { by, ...(as ? { as } : {}) };
};
