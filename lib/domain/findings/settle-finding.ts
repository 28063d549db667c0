import { localDate } from '../local-time.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type Finding, nextFinding, type Settlement } from './finding.ts';
import { startClock, stopClocks } from './finding-clock.ts';
import { agreementFault, findingRefusal, followUpFault, isCorrected } from './finding-rules.ts';
import { businessDeadline, type FindingStep, officeDeadline } from './finding-step.ts';

/** 自治协商: what the parties agreed on before the mediator; from then on runs the time until somebody looks whether it is kept. */
export const recordAgreement = (
  finding: Finding,
  agreement: NonNullable<Settlement['agreement']>,
  step: FindingStep,
): Finding | Refusal => {
  const fault = agreementFault(finding);
  if (fault) return findingRefusal(fault);
  if (agreement.agreedOn > localDate(step.now)) return findingRefusal({ path: 'agreedOn', code: 'in-future' });
  const { disposition } = finding;
  if (disposition?.kind !== 'negotiated-settlement')
    return findingRefusal({ path: 'disposition', code: 'no-settlement' });
  const deadline = officeDeadline(step, step.settings.followUpWorkingDays);
  return nextFinding(
    finding,
    {
      disposition: { ...disposition, agreement },
      clocks: startClock(stopClocks(finding.clocks, 'agree', 'correct'), 'follow-up', deadline),
    },
    { at: step.now, by: step.by, action: 'agreed', reason: agreement.terms, files: agreement.files },
  );
};

/**
 * Whether the agreement was kept: a kept one corrects the finding; a broken one is over, and the finding is open again for
 * another disposition, with a deadline of its own.
 */
export const followUpSettlement = (
  finding: Finding,
  look: { readonly kept: boolean; readonly note: string },
  step: FindingStep,
): Finding | Refusal => {
  const fault = followUpFault(finding);
  if (fault) return findingRefusal(fault);
  const { disposition, ...undecided } = finding;
  if (disposition?.kind !== 'negotiated-settlement')
    return findingRefusal({ path: 'disposition', code: 'no-settlement' });
  const { kept, note } = look;
  const entry = { at: step.now, by: step.by, reason: note };
  const clocks = stopClocks(finding.clocks, 'follow-up', 'correct', 'verify');
  if (!kept) {
    const deadline = businessDeadline(step, step.settings.findingDueWorkingDays);
    if (isRefusal(deadline)) return deadline;
    const open = { status: 'open', clocks: startClock(clocks, 'correct', deadline) } as const;
    return nextFinding(undecided, open, { ...entry, action: 'agreement-broken' });
  }
  const at = step.now.toISOString();
  const recheck = { at, by: step.by, way: 'desk', corrected: true, note, evidence: [] } as const;
  return nextFinding(
    finding,
    {
      status: 'verified',
      disposition: { ...disposition, followUp: { on: localDate(step.now), kept, note } },
      rechecks: isCorrected(finding) ? finding.rechecks : [...finding.rechecks, recheck],
      clocks: startClock(clocks, 'close', officeDeadline(step, step.settings.closeWorkingDays)),
    },
    { ...entry, action: 'agreement-kept' },
  );
};
