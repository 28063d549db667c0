import { isOutside, type Observations, type Question, questionsOf } from '../../../../lib/domain/field/check-result.ts';
import { useLanguage } from '../../language.tsx';

type Seen = Pick<Observations, 'answers' | 'measurements'> & {
  readonly questions?: readonly Question[];
  readonly checklist?: readonly string[];
};

/** What an inspector answered and measured; what lies outside its limits is marked. */
export const Observed = ({ seen }: { readonly seen: Seen }) => {
  const { say } = useLanguage();
  const { answers = [], measurements = [], questions, checklist = [] } = seen;
  if (answers.length + measurements.length === 0) return null;
  const asked = new Map(
    questionsOf({ checklist, ...(questions ? { questions } : {}) }).map((one) => [one.questionId, one] as const),
  );
  const words: Readonly<Record<string, string>> = {
    yes: say('是', 'Yes'),
    no: say('否', 'No'),
    'not-applicable': say('不适用', 'Not applicable'),
  };
  return (
    <ul class="small">
      {answers.map(({ questionId, answer, note }) => (
        <li key={questionId}>
          {asked.get(questionId)?.text ?? questionId}
          {say('：', ': ')}
          <strong>{words[answer] ?? answer}</strong> {note}
        </li>
      ))}
      {measurements.map(({ name, value, unit, questionId = '' }) => {
        const question = asked.get(questionId);
        return (
          <li key={`${questionId} ${name}`}>
            {name}
            {say('：', ': ')}
            <strong>
              {value} {unit}
            </strong>{' '}
            {question && isOutside(question, value) && <span class="tag">{say('超出限值', 'Outside its limits')}</span>}
          </li>
        );
      })}
    </ul>
  );
};
