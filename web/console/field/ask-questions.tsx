import type { Question } from '../../../lib/domain/field/check-result.ts';
import { useLanguage } from '../language.tsx';
import { ChoiceField, NumberField, TextField } from '../parts/fields.tsx';

type AskQuestionsProps = {
  readonly path: string;
  readonly questions: readonly Question[];
  readonly answers: Readonly<Record<string, string>>;
  readonly onAnswers: (answers: Readonly<Record<string, string>>) => void;
};

/** The points of a checklist, each asked in the way of its kind. */
export const AskQuestions = ({ path, questions, answers, onAnswers }: AskQuestionsProps) => {
  const { say } = useLanguage();
  return (
    <>
      {questions.map(({ questionId, text, kind, unit }) => {
        const shared = {
          path: `${path}.${questionId}`,
          value: answers[questionId] ?? '',
          onValue: (value: string) => onAnswers({ ...answers, [questionId]: value }),
        };
        if (kind === 'measurement')
          return <NumberField key={questionId} {...shared} label={`${text}${unit ? ` (${unit})` : ''}`} step="any" />;
        if (kind === 'text') return <TextField key={questionId} {...shared} label={text} />;
        return (
          <ChoiceField
            key={questionId}
            {...shared}
            label={text}
            options={[
              ['yes', say('是', 'Yes')],
              ['no', say('否', 'No')],
              ['not-applicable', say('不适用', 'Not applicable')],
            ]}
          />
        );
      })}
    </>
  );
};
