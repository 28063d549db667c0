import { localDate } from '../local-time.ts';
import type { Refusal } from '../refusal.ts';
import { type Case, type Finding, type HandOver, nextFinding } from './finding.ts';
import { startClock, stopClocks } from './finding-clock.ts';
import { conclusionFault, findingRefusal, handOverFault } from './finding-rules.ts';
import { type FindingStep, officeDeadline } from './finding-step.ts';

const isCase = (disposition: Finding['disposition']): disposition is Extract<Finding['disposition'], Case> =>
  disposition?.kind === 'simple-case' || disposition?.kind === 'general-case';

/** 移交: the case goes to those who handle it, with its documents and the name of who received them. */
export const handOverCase = (finding: Finding, handed: Omit<HandOver, 'at'>, step: FindingStep): Finding | Refusal => {
  const fault = handOverFault(finding);
  if (fault) return findingRefusal(fault);
  const { disposition } = finding;
  if (!isCase(disposition)) return findingRefusal({ path: 'disposition', code: 'no-case' });
  const clocks = stopClocks(finding.clocks, 'hand-over');
  const conclude = officeDeadline(step, step.settings.closeWorkingDays);
  return nextFinding(
    finding,
    {
      disposition: { ...disposition, handOver: { at: step.now.toISOString(), ...handed } },
      clocks: disposition.kind === 'simple-case' ? startClock(clocks, 'conclude', conclude) : clocks,
    },
    {
      at: step.now,
      by: step.by,
      action: 'handed-over',
      reason: `${handed.to}：${handed.receivedBy}`,
      ...(handed.files ? { files: handed.files } : {}),
    },
  );
};

/** How a case ended. A simple case knows no fine above the setting (行政处罚法 art. 51); only a penalty has a fine. */
export const concludeCase = (
  finding: Finding,
  end: Omit<NonNullable<Case['conclusion']>, 'on'>,
  step: FindingStep,
): Finding | Refusal => {
  const fault = conclusionFault(finding);
  if (fault) return findingRefusal(fault);
  const { disposition } = finding;
  if (!isCase(disposition)) return findingRefusal({ path: 'disposition', code: 'no-case' });
  const most = step.settings.simpleCaseFineAtMostYuan;
  const { fineYuan = 0, result, decisionNumber } = end;
  if (fineYuan > 0 && result !== 'penalty') return findingRefusal({ path: 'fineYuan', code: 'fine-without-penalty' });
  if (disposition.kind === 'simple-case' && fineYuan > most)
    return findingRefusal({ path: 'fineYuan', code: 'fine-too-high', values: { most } });
  return nextFinding(
    finding,
    {
      disposition: { ...disposition, conclusion: { on: localDate(step.now), ...end } },
      clocks: stopClocks(finding.clocks, 'conclude'),
    },
    {
      at: step.now,
      by: step.by,
      action: 'case-concluded',
      reason: `${decisionNumber} ${result}`,
      ...(end.files ? { files: end.files } : {}),
    },
  );
};
