import type { Plan } from '../plans/plan.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Visit } from '../visits/visit.ts';
import { type Finding, nextFinding, type Recheck, type RecheckRequest } from './finding.ts';
import { startClock, stopClocks } from './finding-clock.ts';
import { findingRefusal, recheckRequestFault, verifyFault } from './finding-rules.ts';
import { businessDeadline, type FindingStep, officeDeadline } from './finding-step.ts';

const corrected = (finding: Finding, recheck: Recheck, step: FindingStep): Finding => {
  const { recheckRequest: _, ...rest } = finding;
  const deadline = officeDeadline(step, step.settings.closeWorkingDays);
  return nextFinding(
    rest,
    {
      status: 'verified',
      rechecks: [...finding.rechecks, recheck],
      clocks: startClock(stopClocks(finding.clocks, 'correct', 'verify', 'recheck'), 'close', deadline),
    },
    {
      at: step.now,
      by: step.by,
      action: 'verified',
      ...(recheck.note === undefined ? {} : { reason: recheck.note }),
      ...(recheck.files ? { files: recheck.files } : {}),
    },
  );
};

/** A re-check from the desk, by what the business sent in: `→ verified`, or `→ open` again with a new deadline. */
export const recheckFinding = (
  finding: Finding,
  look: Pick<Recheck, 'corrected' | 'evidence' | 'files'> & { readonly note: string; readonly workingDays?: number },
  step: FindingStep,
): Finding | Refusal => {
  const fault = verifyFault(finding);
  if (fault) return findingRefusal(fault);
  const { evidence, files = [], note, workingDays } = look;
  const recheck: Recheck = {
    at: step.now.toISOString(),
    by: step.by,
    way: 'desk',
    corrected: look.corrected,
    note,
    evidence,
    files,
  };
  if (look.corrected) return corrected(finding, recheck, step);
  const deadline = businessDeadline(step, workingDays ?? step.settings.findingDueWorkingDays);
  if (isRefusal(deadline)) return deadline;
  return nextFinding(
    finding,
    {
      status: 'open',
      rechecks: [...finding.rechecks, recheck],
      clocks: startClock(stopClocks(finding.clocks, 'verify'), 'correct', deadline),
    },
    { at: step.now, by: step.by, action: 'not-corrected', reason: note, files },
  );
};

/** A re-check on site was asked for: its request is planned and merged like any other, until its window's last day. */
export const askForRecheck = (
  finding: Finding,
  asked: Omit<RecheckRequest, 'at' | 'by'>,
  { by, now }: Pick<FindingStep, 'by' | 'now'>,
): Finding | Refusal => {
  const fault = recheckRequestFault(finding);
  if (fault) return findingRefusal(fault);
  return nextFinding(
    finding,
    {
      recheckRequest: { ...asked, at: now.toISOString(), by },
      clocks: startClock(stopClocks(finding.clocks, 'verify'), 'recheck', { dueOn: asked.window.due }),
    },
    { at: now, by, action: 'recheck-asked', reason: asked.reason },
  );
};

/** The plan of one request that a re-check asks for: the item that was found wrong, at the same business. */
export const recheckPlan = (finding: Finding, request: RecheckRequest): Plan => {
  const { planId, window, approval, legalBasis, at, by, reason } = request;
  return {
    planId,
    district: finding.district,
    department: finding.department,
    partners: [],
    title: `复查：${finding.itemName}`,
    type: 'routine',
    mode: 'announced',
    window,
    items: [finding.itemId],
    legalBasis,
    approval,
    orderedFromAbove: false,
    recheckOf: finding.findingId,
    status: 'submitted',
    requests: 0,
    satisfied: 0,
    remote: {},
    batches: [],
    consolidations: [],
    submittedBy: by,
    createdAt: at,
    submittedAt: at,
    history: [{ at, by, action: 'submitted', reason, commandId: planId }],
    version: 1,
  };
};

/**
 * What a done visit says of a finding whose re-check it made: corrected where the check found nothing, escalated where it
 * found something again; a check that was not made leaves the re-check to be planned anew. Undefined for any other visit.
 */
export const recheckByVisit = (finding: Finding, visit: Visit, step: FindingStep): Finding | undefined => {
  const planId = finding.recheckRequest?.planId;
  if (planId === undefined || verifyFault(finding)) return undefined;
  const check = visit.attending
    .flatMap(({ checks }) => checks)
    .find(({ serves }) => serves.some((served) => served.planId === planId));
  if (!check) return undefined;
  const { recheckRequest: _, ...rest } = finding;
  const by = check.recordedBy ?? step.by;
  const entry = { at: step.now, by, reason: visit.visitId };
  const clocks = stopClocks(finding.clocks, 'recheck');
  if (check.outcome === 'not-checked') {
    const verify = startClock(clocks, 'verify', officeDeadline(step, step.settings.verifyWorkingDays));
    return nextFinding(rest, { clocks: verify }, { ...entry, action: 'recheck-not-made' });
  }
  const recheck: Recheck = {
    at: check.recordedAt ?? step.now.toISOString(),
    by,
    way: 'on-site',
    corrected: check.outcome === 'compliant',
    evidence: (check.findings ?? []).flatMap(({ evidence }) => evidence),
    visitId: visit.visitId,
  };
  if (recheck.corrected) return corrected(finding, recheck, { ...step, by });
  const rechecks = [...finding.rechecks, recheck];
  return nextFinding(rest, { status: 'escalated', rechecks, clocks }, { ...entry, action: 'not-corrected' });
};
