import type { Consolidation } from './consolidation.ts';

const unpublished: ReadonlySet<Consolidation['status']> = new Set([
  'queued',
  'running',
  'proposed',
  'in-review',
  'approved',
]);

/** True of another proposal for the very horizon (and street) of one whose publication begins, of which no page is out. */
export const isSupersededBy = (other: Consolidation, published: Consolidation): boolean =>
  other.consolidationId !== published.consolidationId &&
  other.from === published.from &&
  other.to === published.to &&
  other.street === published.street &&
  (unpublished.has(other.status) || (other.status === 'publishing' && other.publishing?.nextPage === 0));

/** `→ superseded`: another proposal of its horizon is published; nothing is left to do for this one. */
export const supersede = ({ outbox: _, ...run }: Consolidation, by: Consolidation, at: string): Consolidation => ({
  ...run,
  status: 'superseded',
  history: [...run.history, { at, by: 'system', action: 'superseded', reason: by.consolidationId }],
  version: run.version + 1,
});
