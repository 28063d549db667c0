import type { EvidenceFile, Question } from '../../../../lib/domain/field/check-result.ts';
import type { Answer, Body } from '../../api/contract.ts';

type Check = Body<'record-results'>['checks'][number];
type Standing = Answer<'get-visit'>['attending'][number]['checks'][number];

export type FindingDraft = {
  readonly description: string;
  readonly severity: 'minor' | 'major';
  readonly due: string;
  readonly disposition: string;
  /** Of a finding that a correction keeps. */
  readonly findingId?: string;
  readonly evidence?: readonly string[];
};
export type CheckDraft = {
  readonly outcome: Check['outcome'] | '';
  readonly reason: string;
  readonly findings: readonly FindingDraft[];
  /** By question; a draft of an earlier visit to this page has none. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Of a result that stands: what a correction keeps though the form does not ask for it, and the files that stay. */
  readonly kept?: {
    readonly notes: Readonly<Record<string, string>>;
    readonly measurements: NonNullable<Check['measurements']>;
    readonly files: readonly EvidenceFile[];
  };
};

/** What an inspector has written so far, by item. */
export type ResultsDraft = Readonly<Record<string, CheckDraft>>;

export const blankFinding: FindingDraft = { description: '', severity: 'minor', due: '', disposition: '' };
export const blankCheck: CheckDraft = { outcome: '', reason: '', findings: [] };

/** Items with an outcome: only these are sent, the others can follow later. */
export const decidedItems = (draft: ResultsDraft, itemIds: readonly string[]): readonly string[] =>
  itemIds.filter((itemId) => (draft[itemId] ?? blankCheck).outcome !== '');

/** What was answered, as the contract splits it: numbers with their unit apart from words. */
const observed = (questions: readonly Question[], { answers = {}, kept }: CheckDraft) => {
  const given = questions.flatMap((question) => {
    const answer = answers[question.questionId]?.trim();
    return answer ? [{ ...question, answer }] : [];
  });
  const said = given.filter(({ kind }) => kind !== 'measurement');
  const measured = [
    ...given
      .filter(({ kind }) => kind === 'measurement')
      .map(({ questionId, text, unit = '1', answer }) => ({ questionId, name: text, value: Number(answer), unit })),
    ...(kept?.measurements ?? []),
  ];
  const withNote = (questionId: string) => {
    const note = kept?.notes[questionId];
    return note === undefined ? {} : { note };
  };
  return {
    ...(said.length > 0
      ? { answers: said.map(({ questionId, answer }) => ({ questionId, answer, ...withNote(questionId) })) }
      : {}),
    ...(measured.length > 0 ? { measurements: measured } : {}),
    ...(kept && kept.files.length > 0 ? { files: [...kept.files] } : {}),
  };
};

const findingOf = ({ description, severity, due, disposition, findingId, evidence }: FindingDraft) => ({
  description,
  severity,
  ...(due ? { due } : {}),
  ...(disposition.trim() ? { disposition: disposition.trim() } : {}),
  ...(findingId === undefined ? {} : { findingId }),
  ...(evidence && evidence.length > 0 ? { evidence: [...evidence] } : {}),
});

const checkOf = (itemId: string, check: CheckDraft, questions: readonly Question[]): readonly Check[] => {
  const { outcome, reason, findings } = check;
  switch (outcome) {
    case '':
      return [];
    case 'compliant':
      return [{ itemId, outcome, ...observed(questions, check) }];
    case 'not-checked':
      return [{ itemId, outcome, ...(reason.trim() ? { reason: reason.trim() } : {}) }];
    case 'finding':
      return [{ itemId, outcome, findings: findings.map(findingOf), ...observed(questions, check) }];
    default:
      return outcome satisfies never;
  }
};

/** The body of record-results. What does not belong to an outcome is kept in the draft and not sent. */
export const draftToResults = (
  draft: ResultsDraft,
  itemIds: readonly string[],
  questionsAt: (itemId: string) => readonly Question[] = () => [],
): Body<'record-results'> => ({
  checks: decidedItems(draft, itemIds).flatMap((itemId) =>
    checkOf(itemId, draft[itemId] ?? blankCheck, questionsAt(itemId)),
  ),
});

/** A result that stands as a draft of its correction: everything that it says, to be changed where it is wrong. */
export const resultToDraft = (standing: Standing): CheckDraft => {
  const { outcome = '', reason = '', findings = [], answers = [], measurements = [], files = [] } = standing;
  const asked = measurements.flatMap(({ questionId, value }) =>
    questionId === undefined ? [] : [[questionId, String(value)] as const],
  );
  return {
    outcome,
    reason,
    findings: findings.map(({ findingId, description, severity, due, disposition = '', evidence }) => ({
      ...{ findingId, description, severity, due, disposition, evidence },
    })),
    answers: Object.fromEntries([...answers.map(({ questionId, answer }) => [questionId, answer] as const), ...asked]),
    kept: {
      notes: Object.fromEntries(answers.flatMap(({ questionId, note }) => (note ? [[questionId, note]] : []))),
      measurements: measurements.filter(({ questionId }) => questionId === undefined),
      files,
    },
  };
};

/** The body that corrects one result: the version that is meant, and why. */
export const draftToCorrection = (
  standing: Standing,
  draft: CheckDraft,
  why: string,
  questions: readonly Question[],
): Body<'record-results'> => ({
  checks: checkOf(standing.itemId, draft, questions).map((check) => ({
    ...check,
    corrects: { version: standing.resultVersion ?? 1, reason: why.trim() },
  })),
});
