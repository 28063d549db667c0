import { useLanguage } from '../language.tsx';
import { hrefOf } from '../router.ts';
import { mayCall, usePerson } from '../session/session.ts';
import { channelNames } from '../words/delivery-words.ts';
import { actors, historyWords } from '../words/history-words.ts';
import { Card } from './card.tsx';
import { instantWords } from './format.ts';

type Entry = { readonly at: string; readonly by: string; readonly action: string; readonly reason?: string };

type HistoryProps = {
  readonly entries: readonly Entry[];
  /** Where its whole record with its proof is, for a screen that leads there from nowhere else. */
  readonly record?: readonly [kind: string, id: string];
};

/** Who did what, when and why: the record's own history, the latest first. */
export const History = ({ entries, record }: HistoryProps) => {
  const { say, language, nameOf } = useLanguage();
  const { role } = usePerson();
  const whole = record && mayCall(role, 'get-record') && (
    <a href={hrefOf(['record', ...record])}>{say('全过程记录（可校验）', 'The whole record, with its proof')}</a>
  );
  return (
    <Card title={say('全程记录', 'What was done')} aside={whole}>
      <ol class="history">
        {[...entries].reverse().map(({ at, by, action, reason }) => {
          const words = historyWords[action];
          const actor = actors[by];
          const channel = reason === undefined ? undefined : channelNames[reason];
          return (
            <li key={`${at} ${action}`}>
              <strong>{words ? nameOf(words) : action}</strong>
              {reason && <span> {channel ? nameOf(channel) : reason}</span>}
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
