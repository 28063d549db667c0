import { addDays } from '../catalogue/calendar.ts';
import { localDate } from '../local-time.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type Disposition, type DispositionKind, type Finding, nextFinding } from './finding.ts';
import { type Clock, startClock, stopClocks } from './finding-clock.ts';
import { type DispositionSight, dispositionFault, findingRefusal, isCorrected } from './finding-rules.ts';
import { businessDeadline, type FindingStep, officeDeadline } from './finding-step.ts';
import { type Mediator, mayMediate } from './mediator.ts';

export type DispositionOrder = { readonly reason: string; readonly replaces?: DispositionKind } & (
  | { readonly kind: 'no-penalty'; readonly education: string }
  | { readonly kind: 'rectification'; readonly workingDays?: number }
  | { readonly kind: 'negotiated-settlement'; readonly mediator: Mediator | undefined }
  | { readonly kind: 'simple-case' | 'general-case'; readonly caseNumber: string }
);

type Decided = Pick<Finding, 'status' | 'clocks'> & { readonly disposition: Disposition };

const rectification = (
  finding: Finding,
  asked: number | undefined,
  step: FindingStep,
  decided: Pick<Disposition, 'decidedAt' | 'decidedBy' | 'reason'>,
): Decided | Refusal => {
  const workingDays = asked ?? step.settings.findingDueWorkingDays;
  const disposition = { kind: 'rectification', workingDays, ...decided } as const;
  if (isCorrected(finding)) return { status: finding.status, clocks: finding.clocks, disposition };
  const deadline = businessDeadline(step, workingDays);
  if (isRefusal(deadline)) return deadline;
  return { status: 'open', clocks: startClock(finding.clocks, 'correct', deadline), disposition };
};

/** What the order makes of the finding, its conditions being met. */
const carryOut = (finding: Finding, order: DispositionOrder, step: FindingStep): Decided | Refusal => {
  const { settings, now, by } = step;
  const decided = { decidedAt: now.toISOString(), decidedBy: by, reason: order.reason };
  const clocks = stopClocks(finding.clocks, 'agree', 'follow-up');
  const { status } = finding;
  const today = localDate(now);
  switch (order.kind) {
    case 'no-penalty':
      return {
        status: 'closed',
        clocks: [],
        disposition: { kind: 'no-penalty', education: order.education, ...decided },
      };
    case 'rectification':
      return rectification({ ...finding, clocks }, order.workingDays, step, decided);
    case 'negotiated-settlement': {
      const { mediator } = order;
      if (!mediator || !mayMediate(mediator, finding.street, today))
        return findingRefusal({ path: 'mediatorId', code: mediator ? 'mediator-elsewhere' : 'mediator-unknown' });
      const { mediatorId, name } = mediator;
      return {
        status,
        clocks: startClock(clocks, 'agree', officeDeadline(step, settings.settleWorkingDays)),
        disposition: { kind: 'negotiated-settlement', mediatorId, mediatorName: name, ...decided },
      };
    }
    case 'simple-case':
    case 'general-case': {
      const { kind, caseNumber } = order;
      const filed: readonly Clock[] = startClock(
        clocks,
        'hand-over',
        officeDeadline(step, settings.handOverWorkingDays),
      );
      const dueOn = addDays(today, settings.generalCaseDays); // 行政处罚法 art. 60: calendar days from filing
      return {
        status,
        clocks: kind === 'general-case' ? startClock(filed, 'conclude', { dueOn }) : filed,
        disposition: { kind, caseNumber, filedOn: today, ...decided },
      };
    }
    default:
      return order satisfies never;
  }
};

/** The disposition (处置) of a finding, where its conditions are met and no other stands; with no penalty the finding is closed at once. */
export const decideDisposition = (
  finding: Finding,
  order: DispositionOrder,
  sight: Omit<DispositionSight, 'replaces'>,
  step: FindingStep,
): Finding | Refusal => {
  const { kind, reason, replaces } = order;
  const fault = dispositionFault(finding, kind, { ...sight, ...(replaces ? { replaces } : {}) });
  if (fault) return findingRefusal(fault);
  const decided = carryOut(finding, order, step);
  if (isRefusal(decided)) return decided;
  const closed = decided.status === 'closed' ? { closedOn: localDate(step.now) } : {};
  return nextFinding(finding, { ...decided, ...closed }, { at: step.now, by: step.by, action: kind, reason });
};
