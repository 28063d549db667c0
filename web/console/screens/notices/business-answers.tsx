import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { instantWords } from '../../parts/format.ts';
import { hrefOf } from '../../router.ts';
import { findingStatuses } from '../../words/finding-words.ts';
import { AnswerPhotos } from './answer-photos.tsx';

/** What was found at a visit, and what its business says it did about it. Nothing where nothing was found. */
export const BusinessAnswers = ({ visitId }: { readonly visitId: string }) => {
  const { say, language } = useLanguage();
  const { value: findings } = useAnswer('list-findings', { query: { visitId, limit: 100 } });
  if (!findings || findings.items.length === 0) return null;
  return (
    <Card title={say('问题与主体答复', 'Findings, and what the business answered')}>
      <ul class="checks">
        {findings.items.map(({ findingId, description, itemName, status, answers }) => (
          <li key={findingId}>
            <a href={hrefOf(['findings', findingId])}>{description}</a> <Chip state={findingStatuses[status]} />
            <span class="sub">{itemName}</span>
            {answers.map(({ at, text, files }) => (
              <div key={at} class="note">
                <p>{text}</p>
                <span class="soft small">{instantWords(at, language)}</span>
                {files.length > 0 && <AnswerPhotos visitId={visitId} files={files} />}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
};
