import type { Finding } from '../../lib/domain/findings/finding.ts';
import { aVisit } from './a-visit.ts';

/** A minor finding of the fire exits check at the usual visit, to be corrected by 30 December. */
export const aFinding = (overrides: Partial<Finding> = {}): Finding => {
  const { visitId, businessId, businessName, street, industry, district } = aVisit();
  return {
    findingId: `${businessId}.f1`,
    district,
    visitId,
    businessId,
    businessName,
    street,
    industry,
    itemId: 'I0001',
    itemName: '消防通道检查',
    recognitionClass: 'fire-exits',
    department: 'fire',
    unitId: 'fire',
    sharedWith: ['health'],
    description: '疏散通道堵塞',
    severity: 'minor',
    evidence: [],
    foundOn: '2026-12-09',
    recordedBy: 'inspector-fire',
    status: 'open',
    clocks: [{ kind: 'correct', deadline: { dueOn: '2026-12-30' } }],
    answers: [],
    rechecks: [],
    history: [{ at: '2026-12-09T02:00:00.000Z', by: 'inspector-fire', action: 'found' }],
    version: 1,
    ...overrides,
  };
};
