import { localDate } from '../local-time.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type Finding, nextFinding } from './finding.ts';
import { startClock, stopClocks } from './finding-clock.ts';
import { closeFault, escalationFault, findingRefusal, resumptionFault, withdrawalFault } from './finding-rules.ts';
import { businessDeadline, type FindingStep } from './finding-step.ts';

type Words = { readonly reason: string };

/** `verified → closed`, once what was decided on the finding is done. */
export const closeFinding = (
  finding: Finding,
  { reason }: { readonly reason?: string },
  { by, now }: Pick<FindingStep, 'by' | 'now'>,
): Finding | Refusal => {
  const fault = closeFault(finding);
  if (fault) return findingRefusal(fault);
  const closed = { status: 'closed', clocks: [], closedOn: localDate(now) } as const;
  return nextFinding(finding, closed, { at: now, by, action: 'closed', ...(reason === undefined ? {} : { reason }) });
};

/** A finding recorded in error: closed, and no offence of its business. */
export const withdrawFinding = (
  finding: Finding,
  { reason }: Words,
  { by, now }: Pick<FindingStep, 'by' | 'now'>,
): Finding | Refusal => {
  const fault = withdrawalFault(finding);
  if (fault) return findingRefusal(fault);
  const withdrawn = { status: 'closed', clocks: [], closedOn: localDate(now), withdrawn: true } as const;
  return nextFinding(finding, withdrawn, { at: now, by, action: 'withdrawn', reason });
};

/** `open | answered → escalated`: those who coordinate see it first; its clocks run on. */
export const escalateFinding = (
  finding: Finding,
  { reason }: Words,
  { by, now }: Pick<FindingStep, 'by' | 'now'>,
): Finding | Refusal => {
  const fault = escalationFault(finding);
  if (fault) return findingRefusal(fault);
  return nextFinding(finding, { status: 'escalated' }, { at: now, by, action: 'escalated', reason });
};

/** `escalated → open`, with a new deadline for the business. */
export const resumeFinding = (
  finding: Finding,
  { reason, workingDays }: Words & { readonly workingDays?: number },
  step: FindingStep,
): Finding | Refusal => {
  const fault = resumptionFault(finding);
  if (fault) return findingRefusal(fault);
  const deadline = businessDeadline(step, workingDays ?? step.settings.findingDueWorkingDays);
  if (isRefusal(deadline)) return deadline;
  const clocks = startClock(stopClocks(finding.clocks, 'verify'), 'correct', deadline);
  return nextFinding(finding, { status: 'open', clocks }, { at: step.now, by: step.by, action: 'resumed', reason });
};
