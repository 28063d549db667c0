import type { FieldError } from '../refusal.ts';

/** `yes-no` is answered yes, no or not-applicable; `measurement` by a number in its unit. */
export type QuestionKind = 'yes-no' | 'text' | 'measurement';

/** One point of a checklist. Values outside `atLeast`…`atMost` are shown as such; what follows from them is a finding. */
export type Question = {
  readonly questionId: string;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly unit?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly required?: boolean;
};

export type ChecklistAnswer = { readonly questionId: string; readonly answer: string; readonly note?: string };
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly questionId?: string;
};
/** A photo or document as it lay in the store when the result was recorded. */
export type EvidenceFile = {
  readonly fileId: string;
  readonly kind: 'photo' | 'document';
  readonly name?: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Of its content, 64 hexadecimal digits. */
  readonly sha256: string;
};

/** What an inspector saw besides the outcome. */
export type Observations = {
  readonly answers?: readonly ChecklistAnswer[];
  readonly measurements?: readonly Measurement[];
  readonly files?: readonly EvidenceFile[];
};

type Asked = { readonly checklist: readonly string[]; readonly questions?: readonly Question[] };

/** The questions of a check: its own, or its checklist's lines as questions of yes and no, `c1` and on. */
export const questionsOf = ({ checklist, questions }: Asked): readonly Question[] =>
  questions && questions.length > 0
    ? questions
    : checklist.map((text, n) => ({ questionId: `c${n + 1}`, text, kind: 'yes-no' as const }));

const yesNo: ReadonlySet<string> = new Set(['yes', 'no', 'not-applicable']);

/** True where a measured value lies outside what its question allows. */
export const isOutside = ({ atLeast, atMost }: Question, value: number): boolean =>
  (atLeast !== undefined && value < atLeast) || (atMost !== undefined && value > atMost);

const repeated = (ids: readonly (string | undefined)[], path: string): readonly FieldError[] =>
  ids.flatMap((id, n) => {
    const first = ids.indexOf(id);
    return id === undefined || first === n
      ? []
      : [{ path: `${path}[${n}].questionId`, code: 'duplicate', values: { first: first + 1 } }];
  });

const answerFault = (question: Question | undefined, answer: ChecklistAnswer, path: string): readonly FieldError[] => {
  if (!question) return [{ path: `${path}.questionId`, code: 'question-unknown' }];
  if (question.kind === 'measurement') return [{ path: `${path}.questionId`, code: 'question-measured' }];
  return question.kind === 'yes-no' && !yesNo.has(answer.answer)
    ? [{ path: `${path}.answer`, code: 'answer-yes-no' }]
    : [];
};

const measurementFault = (
  question: Question | undefined,
  { unit }: Measurement,
  path: string,
): readonly FieldError[] => {
  if (!question) return [{ path: `${path}.questionId`, code: 'question-unknown' }];
  if (question.kind !== 'measurement') return [{ path: `${path}.questionId`, code: 'question-not-measured' }];
  return question.unit !== undefined && question.unit !== unit
    ? [{ path: `${path}.unit`, code: 'unit-other', values: { unit: question.unit } }]
    : [];
};

/** What in the answers and measurements of a check that was made does not fit its questions. */
export const observationFaults = (asked: Asked, seen: Observations, path: string): readonly FieldError[] => {
  const questions = new Map(questionsOf(asked).map((question) => [question.questionId, question]));
  const { answers = [], measurements = [] } = seen;
  const given = new Set([...answers, ...measurements].map(({ questionId }) => questionId));
  return [
    ...repeated(
      answers.map(({ questionId }) => questionId),
      `${path}.answers`,
    ),
    ...repeated(
      measurements.map(({ questionId }) => questionId),
      `${path}.measurements`,
    ),
    ...answers.flatMap((one, n) => answerFault(questions.get(one.questionId), one, `${path}.answers[${n}]`)),
    ...measurements.flatMap((one, n) =>
      one.questionId === undefined
        ? []
        : measurementFault(questions.get(one.questionId), one, `${path}.measurements[${n}]`),
    ),
    ...[...questions.values()].flatMap(({ questionId, text, required }) =>
      required && !given.has(questionId)
        ? [{ path: `${path}.answers`, code: 'answer-missing', values: { question: text } }]
        : [],
    ),
  ];
};
