import { localDate } from '../local-time.ts';
import { answerFault } from './answer-finding.ts';
import type { Disposition, Finding, FindingStatus } from './finding.ts';
import type { ClockKind } from './finding-clock.ts';

/** How far a finding is, as its business is told. */
export const clientFindingStatuses = ['to-correct', 'being-verified', 'corrected', 'in-hand', 'closed'] as const;
type ClientStatus = (typeof clientFindingStatuses)[number];

/** That a finding was escalated within the authorities, or referred to another one, is not for the business to learn here. */
const statuses: Readonly<Record<FindingStatus, ClientStatus>> = {
  open: 'to-correct',
  escalated: 'to-correct',
  answered: 'being-verified',
  verified: 'corrected',
  referred: 'in-hand',
  closed: 'closed',
};

const onDay = (instant: string): string => localDate(new Date(instant));

const dueOn = ({ clocks }: Finding, wanted: ClockKind): string | undefined => {
  const deadline = clocks.find(({ kind }) => kind === wanted)?.deadline;
  return deadline && 'dueOn' in deadline ? deadline.dueOn : undefined;
};

const toldDisposition = (disposition: Disposition) => {
  const on = onDay(disposition.decidedAt);
  switch (disposition.kind) {
    case 'no-penalty':
      return { kind: disposition.kind, on, education: disposition.education };
    case 'rectification':
      return { kind: disposition.kind, on, workingDays: disposition.workingDays };
    case 'negotiated-settlement':
      return { kind: disposition.kind, on, mediatorName: disposition.mediatorName };
    case 'simple-case':
    case 'general-case':
      return { kind: disposition.kind, on, caseNumber: disposition.caseNumber };
    case 'referral':
      return undefined;
    default:
      return disposition satisfies never;
  }
};

/** A finding as its business may see it: no names of staff, no evidence, nothing of what the authorities do among themselves. */
export const findingToBusiness = (finding: Finding, called: (department: string) => string) => {
  const { findingId, itemName, department, description, severity, status, disposition, answers, rechecks } = finding;
  const last = rechecks.at(-1);
  const told = disposition && toldDisposition(disposition);
  return {
    findingId,
    itemName,
    authority: called(department),
    description,
    severity,
    status: statuses[status],
    dueOn: dueOn(finding, 'correct'),
    checkedBy: status === 'answered' ? dueOn(finding, 'verify') : undefined,
    mayAnswer: answerFault(finding) === undefined,
    ...(told ? { disposition: told } : {}),
    answers: answers.map(({ at, text, files }) => ({ at, text, photos: files.length })),
    ...(last ? { recheck: { on: onDay(last.at), corrected: last.corrected, note: last.note } } : {}),
  };
};
