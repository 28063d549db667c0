import type { Question } from '../../../../lib/domain/field/check-result.ts';
import type { Body } from '../../api/contract.ts';

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
  /** By question; a draft of an earlier visit to this page has none. */
  readonly answers?: Readonly<Record<string, string>>;
};

/** What an inspector has written so far, by item. */
export type ResultsDraft = Readonly<Record<string, CheckDraft>>;

export const blankFinding: FindingDraft = { description: '', severity: 'minor', due: '', disposition: '' };
export const blankCheck: CheckDraft = { outcome: '', reason: '', findings: [] };

/** Items with an outcome: only these are sent, the others can follow later. */
export const decidedItems = (draft: ResultsDraft, itemIds: readonly string[]): readonly string[] =>
  itemIds.filter((itemId) => (draft[itemId] ?? blankCheck).outcome !== '');

/** What was answered, as the contract splits it: numbers with their unit apart from words. */
const observed = (questions: readonly Question[], answers: Readonly<Record<string, string>> = {}) => {
  const given = questions.flatMap((question) => {
    const answer = answers[question.questionId]?.trim();
    return answer ? [{ ...question, answer }] : [];
  });
  const said = given.filter(({ kind }) => kind !== 'measurement');
  const measured = given.filter(({ kind }) => kind === 'measurement');
  return {
    ...(said.length > 0 ? { answers: said.map(({ questionId, answer }) => ({ questionId, answer })) } : {}),
    ...(measured.length > 0
      ? {
          measurements: measured.map(({ questionId, text, unit = '1', answer }) => ({
            questionId,
            name: text,
            value: Number(answer),
            unit,
          })),
        }
      : {}),
  };
};

/** The body of record-results. What does not belong to an outcome is kept in the draft and not sent. */
export const draftToResults = (
  draft: ResultsDraft,
  itemIds: readonly string[],
  questionsAt: (itemId: string) => readonly Question[] = () => [],
): Body<'record-results'> => ({
  checks: decidedItems(draft, itemIds).flatMap((itemId): readonly Check[] => {
    const { outcome, reason, findings, answers } = draft[itemId] ?? blankCheck;
    const seen = observed(questionsAt(itemId), answers);
    switch (outcome) {
      case '':
        return [];
      case 'compliant':
        return [{ itemId, outcome, ...seen }];
      case 'not-checked':
        return [{ itemId, outcome, ...(reason.trim() ? { reason: reason.trim() } : {}) }];
      case 'finding':
        return [{ itemId, outcome, findings: findings.map(findingOf), ...seen }];
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
