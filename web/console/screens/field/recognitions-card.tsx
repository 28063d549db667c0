import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { instantWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';

/** What other departments make of a visit's results: who looked at the evidence for its own check, and who objected. */
export const RecognitionsCard = ({ visitId }: { readonly visitId: string }) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { value } = useAnswer('list-recognitions', { params: { visitId } });
  if (!value || value.uses.length + value.objections.length === 0) return null;
  return (
    <Card title={say('互认情况', 'Recognition')}>
      <ul class="checks">
        {value.objections.map((one) => (
          <li key={`objection ${one.requestId}`}>
            <strong>{say('异议', 'Objection')}</strong> {names.of('departments', one.department)}
            {say('：', ': ')}
            {one.reason}
            <span class="sub">{instantWords(one.at, language)}</span>
          </li>
        ))}
        {value.uses.map((one) => (
          <li key={`use ${one.requestId}`}>
            {say('已使用本次证据：', 'Used this evidence: ')}
            {names.of('departments', one.department)}
            <span class="sub">{instantWords(one.at, language)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
