import type { Name } from '../../../../lib/domain/catalogue/settings.ts';
import type { Say } from '../../language.tsx';
import type { StepField } from './step-draft.ts';

export const referralActions = ['decide-referral', 'send-referral', 'answer-referral', 'conclude-referral'] as const;
export type ReferralAction = (typeof referralActions)[number];

const reason: StepField = {
  path: 'reason',
  kind: 'text',
  label: { zh: '理由', en: 'Reason' },
  hint: { zh: '不批准、退回须说明理由', en: 'Needed where it is rejected or returned' },
};

const letters: StepField = { path: 'files', kind: 'files', label: { zh: '文书', en: 'Letters' } };

/** The forms of a referral's steps, and what each is called. */
export const referralStep = (
  action: ReferralAction,
  say: Say,
): { readonly name: Name; readonly fields: readonly StepField[] } => {
  switch (action) {
    case 'decide-referral':
      return {
        name: { zh: '审批', en: 'Decide' },
        fields: [
          {
            path: 'decision',
            kind: 'choice',
            label: { zh: '决定', en: 'Decision' },
            options: [
              ['approved', say('批准移送', 'Approve')],
              ['rejected', say('不批准', 'Reject')],
            ],
          },
          reason,
        ],
      };
    case 'send-referral':
      return {
        name: { zh: '移送', en: 'Send' },
        fields: [
          {
            path: 'documentNumber',
            kind: 'line',
            required: true,
            label: { zh: '移送书文号', en: 'Number of the letter' },
          },
          letters,
        ],
      };
    case 'answer-referral':
      return {
        name: { zh: '接收或退回', en: 'Accept or return' },
        fields: [
          {
            path: 'decision',
            kind: 'choice',
            label: { zh: '决定', en: 'Decision' },
            options: [
              ['accepted', say('接收', 'Accept')],
              ['returned', say('退回', 'Return')],
            ],
          },
          { path: 'receivedBy', kind: 'line', label: { zh: '接收人', en: 'Received by' } },
          reason,
          letters,
        ],
      };
    case 'conclude-referral':
      return {
        name: { zh: '反馈结果', en: 'Report the outcome' },
        fields: [{ path: 'outcome', kind: 'text', required: true, label: { zh: '处理结果', en: 'Outcome' } }, letters],
      };
    default:
      return action satisfies never;
  }
};
