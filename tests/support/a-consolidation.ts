import type { Consolidation, ProposedVisit } from '../../lib/domain/centre/consolidation.ts';

/** A December consolidation, just asked for. */
export const aConsolidation = (overrides: Partial<Consolidation> = {}): Consolidation => ({
  consolidationId: 'C1',
  district: 'shangcheng',
  from: '2026-12-01',
  to: '2026-12-31',
  status: 'queued',
  progress: { phase: 'queued', percent: 0 },
  requiredLevels: [1],
  reviews: [],
  pages: 0,
  planIds: [],
  startedBy: 'coordinator-1',
  createdAt: '2026-11-23T01:00:00.000Z',
  history: [],
  version: 1,
  ...overrides,
});

export const aProposedVisit = (overrides: Partial<ProposedVisit> = {}): ProposedVisit => ({
  visitId: 'B-01.v1',
  businessId: 'B-01',
  street: 'S03',
  day: '2026-12-09',
  slot: 0,
  mode: 'announced',
  requests: [{ requestId: 'P1-1', planId: 'P1', department: 'fire', unitId: 'fire', items: ['I0001'] }],
  performs: { fire: ['I0001'] },
  unmerged: [],
  ...overrides,
});
