import type { Body } from '../api/contract.ts';

type Check = Body<'record-results'>['checks'][number];

export type FindingDraft = {
  readonly description: string;
  readonly severity: 'minor' | 'major';
  readonly due: string;
  readonly disposition: string;
};
export type CheckDraft = {
  readonly outcome: Check['outcome'] | '';
  readonly reason: string;
  readonly findings: readonly FindingDraft[];
};

/** What an inspector has written so far, by item. */
export type ResultsDraft = Readonly<Record<string, CheckDraft>>;

export const blankFinding: FindingDraft = { description: '', severity: 'minor', due: '', disposition: '' };
export const blankCheck: CheckDraft = { outcome: '', reason: '', findings: [] };

/** Items with an outcome: only these are sent, the others can follow later. */
export const decidedItems = (draft: ResultsDraft, itemIds: readonly string[]): readonly string[] =>
  itemIds.filter((itemId) => (draft[itemId] ?? blankCheck).outcome !== '');

/** The body of record-results. What does not belong to an outcome is kept in the draft and not sent. */
export const draftToResults = (draft: ResultsDraft, itemIds: readonly string[]): Body<'record-results'> => ({
  checks: decidedItems(draft, itemIds).flatMap((itemId): readonly Check[] => {
    const { outcome, reason, findings } = draft[itemId] ?? blankCheck;
    switch (outcome) {
      case '':
        return [];
      case 'compliant':
        return [{ itemId, outcome }];
      case 'not-checked':
        return [{ itemId, outcome, ...(reason.trim() ? { reason: reason.trim() } : {}) }];
      case 'finding':
        return [{ itemId, outcome, findings: findings.map(findingOf) }];
      default:
        return outcome satisfies never;
    }
  }),
});

const findingOf = ({ description, severity, due, disposition }: FindingDraft) => ({
  description,
  severity,
  ...(due ? { due } : {}),
  ...(disposition.trim() ? { disposition: disposition.trim() } : {}),
});
