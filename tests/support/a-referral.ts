import type { Referral } from '../../lib/domain/findings/referral.ts';
import { aFinding } from './a-finding.ts';

/** A referral from fire to the police, to be decided by the 13th. */
export const aReferral = (overrides: Partial<Referral> = {}): Referral => {
  const { district, findingId, businessId, businessName, street, itemName, description, unitId } = aFinding();
  return {
    referralId: 'R1',
    district,
    findingId,
    businessId,
    businessName,
    street,
    itemName,
    description,
    from: 'fire',
    unitId,
    to: 'police',
    crime: true,
    reason: '涉嫌犯罪',
    evidence: [{ name: '现场笔录', count: 1 }],
    status: 'proposed',
    proposedAt: '2026-12-10T02:00:00.000Z',
    proposedBy: 'inspector-fire',
    dueAt: '2026-12-13T02:00:00.000Z',
    history: [{ at: '2026-12-10T02:00:00.000Z', by: 'inspector-fire', action: 'proposed' }],
    version: 1,
    ...overrides,
  };
};
