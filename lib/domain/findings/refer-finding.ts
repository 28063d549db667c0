import { localDate } from '../local-time.ts';
import type { Refusal } from '../refusal.ts';
import { type Disposition, type DispositionKind, type Finding, filesOnRecord, nextFinding } from './finding.ts';
import { startClock } from './finding-clock.ts';
import { dispositionFault, findingRefusal } from './finding-rules.ts';
import { type FindingStep, officeDeadline } from './finding-step.ts';
import { filesOf, type Referral } from './referral.ts';

export type ReferralOrder = Pick<Referral, 'referralId' | 'to' | 'crime' | 'reason' | 'evidence'> & {
  readonly replaces?: DispositionKind;
};

const hoursMs = 3_600_000;

/** The instant `hours` after another. */
export const hoursAfter = (at: Date, hours: number): string => new Date(at.getTime() + hours * hoursMs).toISOString();

/** A finding is referred to somebody else, and a suspected crime to nobody but the police. */
const receiverFault = ({ department }: Finding, { to, crime }: ReferralOrder, police: string) => {
  if (to === department) return { path: 'to', code: 'own-department' };
  return crime && to !== police ? { path: 'to', code: 'crime-to-police', values: { police } } : undefined;
};

/**
 * `→ referred`: nobody else handles the finding while it is. The finding carries the whole order, so that the referral it
 * opens can be made of it again and again.
 */
export const referFinding = (finding: Finding, order: ReferralOrder, step: FindingStep): Finding | Refusal => {
  const { replaces, ...referral } = order;
  const fault =
    dispositionFault(finding, 'referral', { ofBusiness: [], settings: step.settings, ...(replaces && { replaces }) }) ??
    receiverFault(finding, order, step.settings.policeDepartment);
  if (fault) return findingRefusal(fault);
  const { now, by } = step;
  const disposition = { kind: 'referral', ...referral, decidedAt: now.toISOString(), decidedBy: by } as const;
  return nextFinding(
    finding,
    { status: 'referred', clocks: [], disposition },
    { at: now, by, action: 'referral', reason: order.reason, files: filesOf(order.evidence) },
  );
};

/** The referral that a finding's order opens: its days to decide count from the moment of the order (国务院令第730号 art. 5). */
export const findingToReferral = (
  finding: Finding,
  order: Extract<Disposition, { kind: 'referral' }>,
  { referralDecideDays }: FindingStep['settings'],
): Referral => ({
  referralId: order.referralId,
  district: finding.district,
  findingId: finding.findingId,
  businessId: finding.businessId,
  businessName: finding.businessName,
  street: finding.street,
  itemName: finding.itemName,
  description: finding.description,
  from: finding.department,
  unitId: finding.unitId,
  to: order.to,
  crime: order.crime,
  reason: order.reason,
  evidence: order.evidence,
  status: 'proposed',
  proposedAt: order.decidedAt,
  proposedBy: order.decidedBy,
  dueAt: hoursAfter(new Date(order.decidedAt), referralDecideDays * 24),
  history: [
    {
      at: order.decidedAt,
      by: order.decidedBy,
      action: 'referral-proposed',
      reason: order.reason,
      ...filesOnRecord(filesOf(order.evidence)),
    },
  ],
  version: 1,
});

/**
 * The finding after its referral went one way or the other: concluded, it is closed; rejected or returned, it is open again for
 * another disposition. Undefined while the referral runs, and for one that the finding does not name.
 */
export const followReferral = (finding: Finding, referral: Referral, step: FindingStep): Finding | undefined => {
  const { disposition, ...undecided } = finding;
  if (finding.status !== 'referred' || disposition?.kind !== 'referral') return undefined;
  if (disposition.referralId !== referral.referralId) return undefined;
  const { status, outcome, referralId } = referral;
  const last = referral.history.at(-1);
  const entry = { at: step.now, by: last?.by ?? step.by };
  if (status === 'concluded') {
    const closed = { status: 'closed', clocks: [], closedOn: localDate(step.now) } as const;
    return nextFinding(finding, closed, { ...entry, action: 'closed', reason: outcome ?? referralId });
  }
  if (status !== 'rejected' && status !== 'returned') return undefined;
  // Back in hand whatever the calendar says: what it does not know is flagged.
  const deadline = officeDeadline(step, step.settings.findingDueWorkingDays);
  const open = { status: 'open', clocks: startClock([], 'correct', deadline) } as const;
  const reason = last?.reason ?? referralId;
  return nextFinding(undecided, open, { ...entry, action: `referral-${status}`, reason });
};
