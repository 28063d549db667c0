import { wordFault } from '../../contract/word-fault.ts';
import type { Language } from '../../domain/language.ts';
import type { InsertionOption, ScheduleChange, ScheduleCommand } from '../../domain/schedule/schedule-command.ts';
import type { ViewOf } from '../request.ts';

type View = ViewOf<'get-command'>;

const separator = { 'zh-CN': '；', en: '; ' } as const satisfies Record<Language, string>;

export const optionView = (
  { blockedBy, ...option }: InsertionOption,
  language: Language,
): NonNullable<NonNullable<View['outcome']>['options']>[number] => ({
  ...option,
  ...(blockedBy && { blockedBy: { code: blockedBy.code, text: wordFault(blockedBy, language) } }),
});

/** What stood in the way of every option, each said once. */
const blocksOf = ({ outcome }: ScheduleCommand, language: Language): readonly string[] => [
  ...new Set((outcome?.options ?? []).flatMap(({ blockedBy }) => (blockedBy ? [wordFault(blockedBy, language)] : []))),
];

const reasonOf = (command: ScheduleCommand, language: Language): View['reason'] => {
  const [first] = command.refusals ?? [];
  if (!command.refusals || !first) return undefined;
  const said = command.refusals.map((fault) => wordFault(fault, language));
  const blocks = first.code === 'nothing-feasible' ? blocksOf(command, language) : [];
  return { code: first.code, text: [...said, ...blocks].join(separator[language]) };
};

const targetOf = (change: ScheduleChange): View['target'] => {
  if (change.kind === 'repair-absence') return { absenceId: change.absenceId };
  return change.kind === 'insert-urgent'
    ? { businessId: change.businessId, planId: change.plan.planId }
    : { visitId: change.visitId };
};

const outcomeOf = ({ status, outcome }: ScheduleCommand, language: Language): View['outcome'] => {
  if (!outcome || status === 'queued') return undefined;
  const { options, ...rest } = outcome;
  return { ...rest, ...(options && { options: options.map((option) => optionView(option, language)) }) };
};

/** A schedule change as who sent it sees it; while it is queued, what it may come to is nobody's business yet. */
export const changeCommandView = (command: ScheduleCommand, language: Language): View => {
  const { commandId, change, status, sentBy, sentAt } = command;
  const reason = reasonOf(command, language);
  const outcome = outcomeOf(command, language);
  return {
    commandId,
    command: change.kind,
    status,
    percent: status === 'queued' ? 0 : 100,
    target: targetOf(change),
    ...(reason && { reason }),
    ...(outcome && { outcome }),
    sentBy,
    sentAt,
  };
};
