import type { Name } from '../../../../lib/domain/catalogue/settings.ts';
import type { Answer } from '../../api/contract.ts';
import { findingDispositions } from '../../words/finding-words.ts';
import type { StepField } from './step-draft.ts';

type Action = NonNullable<Answer<'get-finding'>['actions']>[number];

/** What choices the forms offer: they come from the register and the settings. */
export type StepChoices = {
  readonly mediators: readonly (readonly [string, string])[];
  readonly departments: readonly (readonly [string, string])[];
  readonly results: readonly (readonly [string, string])[];
};

type Step = { readonly name: Name; readonly fields: (choices: StepChoices) => readonly StepField[] };

const reason: StepField = { path: 'reason', kind: 'text', required: true, label: { zh: '理由', en: 'Reason' } };
const workingDays: StepField = {
  path: 'workingDays',
  kind: 'number',
  label: { zh: '整改期限（工作日）', en: 'Deadline in working days' },
  hint: { zh: '留空按规则参数', en: 'Left empty: as the settings say' },
};
const files: StepField = { path: 'files', kind: 'files', label: { zh: '照片和文件', en: 'Photos and documents' } };
const note: StepField = { path: 'note', kind: 'text', required: true, label: { zh: '说明', en: 'Note' } };

const ofAction: Readonly<Record<Exclude<Action['action'], 'decide-disposition'>, Step>> = {
  'recheck-finding': {
    name: { zh: '书面复查', en: 'Re-check from the desk' },
    fields: () => [
      { path: 'corrected', kind: 'flag', label: { zh: '已整改到位', en: 'Corrected' } },
      note,
      { path: 'evidence', kind: 'lines', label: { zh: '证据（每行一项）', en: 'Evidence, one a line' } },
      files,
      { ...workingDays, label: { zh: '未到位的，重新限期（工作日）', en: 'If not, new deadline in working days' } },
    ],
  },
  'plan-recheck': {
    name: { zh: '申请现场复查', en: 'Ask for a re-check on site' },
    fields: () => [
      { path: 'window.notBefore', kind: 'date', required: true, label: { zh: '最早', en: 'Not before' } },
      { path: 'window.due', kind: 'date', required: true, label: { zh: '最晚', en: 'Due' } },
      reason,
      { path: 'approval.by', kind: 'line', required: true, label: { zh: '批准人', en: 'Approved by' } },
    ],
  },
  'refer-finding': {
    name: { zh: '案件移送', en: 'Refer' },
    fields: ({ departments }) => [
      { path: 'to', kind: 'choice', options: departments, label: { zh: '移送至', en: 'To' } },
      { path: 'crime', kind: 'flag', label: { zh: '涉嫌犯罪', en: 'A crime is suspected' } },
      reason,
      {
        path: 'evidence',
        kind: 'evidence',
        label: { zh: '移送材料清单（每行一项）', en: 'Evidence that goes along, one a line' },
      },
    ],
  },
  'record-agreement': {
    name: { zh: '登记和解协议', en: 'Record the agreement' },
    fields: () => [
      { path: 'agreedOn', kind: 'date', required: true, label: { zh: '达成日期', en: 'Agreed on' } },
      { path: 'terms', kind: 'text', required: true, label: { zh: '协议内容', en: 'Terms' } },
      files,
    ],
  },
  'follow-up-settlement': {
    name: { zh: '履行回访', en: 'Follow up' },
    fields: () => [{ path: 'kept', kind: 'flag', label: { zh: '协议已履行', en: 'The agreement is kept' } }, note],
  },
  'hand-over-case': {
    name: { zh: '移交案件', en: 'Hand the case over' },
    fields: () => [
      { path: 'to', kind: 'line', required: true, label: { zh: '移交至', en: 'To' } },
      { path: 'receivedBy', kind: 'line', required: true, label: { zh: '接收人', en: 'Received by' } },
      {
        path: 'documents',
        kind: 'lines',
        required: true,
        label: { zh: '移交材料（每行一项）', en: 'Documents, one a line' },
      },
      files,
    ],
  },
  'conclude-case': {
    name: { zh: '登记办案结果', en: 'Record how the case ended' },
    fields: ({ results }) => [
      { path: 'result', kind: 'choice', options: results, label: { zh: '结果', en: 'Result' } },
      { path: 'decisionNumber', kind: 'line', required: true, label: { zh: '决定书文号', en: 'Decision number' } },
      { path: 'fineYuan', kind: 'number', label: { zh: '罚款（元）', en: 'Fine in yuan' } },
      files,
    ],
  },
  'close-finding': {
    name: { zh: '销号', en: 'Close' },
    fields: () => [{ ...reason, required: false, label: { zh: '说明（可不填）', en: 'Note, if any' } }],
  },
  'withdraw-finding': { name: { zh: '撤销误记', en: 'Withdraw: recorded in error' }, fields: () => [reason] },
  'escalate-finding': { name: { zh: '提级督办', en: 'Escalate' }, fields: () => [reason] },
  'resume-finding': { name: { zh: '重新限期', en: 'Resume with a new deadline' }, fields: () => [reason, workingDays] },
};

const caseNumber: StepField = {
  path: 'caseNumber',
  kind: 'line',
  required: true,
  label: { zh: '案号', en: 'Case number' },
};

const ofKind: Readonly<Record<keyof typeof findingDispositions, (choices: StepChoices) => readonly StepField[]>> = {
  'no-penalty': () => [
    reason,
    {
      path: 'education',
      kind: 'text',
      required: true,
      label: { zh: '教育情况', en: 'How the business was instructed' },
    },
  ],
  rectification: () => [reason, workingDays],
  'negotiated-settlement': ({ mediators }) => [
    { path: 'mediatorId', kind: 'choice', options: mediators, label: { zh: '调解员', en: 'Mediator' } },
    reason,
  ],
  'simple-case': () => [caseNumber, reason],
  'general-case': () => [caseNumber, reason],
  referral: () => [],
};

/** The form of an action, and what it is called. */
export const stepOf = (action: Action): Step => {
  if (action.action !== 'decide-disposition') return ofAction[action.action];
  const kind = action.kind ?? 'rectification';
  const { zh, en } = findingDispositions[kind];
  return { name: { zh: `处置：${zh}`, en: `Decide: ${en}` }, fields: ofKind[kind] };
};

/** What goes along with an action besides what is typed; a disposition that stands is named, since it was seen. */
export const fixedOf = (action: Action, standing: string | undefined): Readonly<Record<string, unknown>> => {
  const named = standing === undefined ? {} : { replaces: standing };
  if (action.action === 'refer-finding') return named;
  return action.action === 'decide-disposition' ? { kind: action.kind, ...named } : {};
};

export const keyOfAction = ({ action, kind }: Action): string => (kind ? `${action} ${kind}` : action);
