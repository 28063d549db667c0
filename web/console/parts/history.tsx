import { useLanguage } from '../language.tsx';
import { actors, historyWords } from '../words/history-words.ts';
import { Card } from './card.tsx';
import { instantWords } from './format.ts';

type Entry = { readonly at: string; readonly by: string; readonly action: string; readonly reason?: string };

/** Who did what, when and why: the record's own history, the latest first. */
export const History = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const { say, language, nameOf } = useLanguage();
  return (
    <Card title={say('全程记录', 'What was done')}>
      <ol class="history">
        {[...entries].reverse().map(({ at, by, action, reason }) => {
          const words = historyWords[action];
          const actor = actors[by];
          return (
            <li key={`${at} ${action}`}>
              <strong>{words ? nameOf(words) : action}</strong>
              {reason && <span> {reason}</span>}
              <span class="soft small">
                <time dateTime={at}>{instantWords(at, language)}</time> · {actor ? nameOf(actor) : by}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
};
