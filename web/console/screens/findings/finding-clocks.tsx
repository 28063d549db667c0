import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';
import { clockNames } from '../../words/finding-words.ts';

type Clocks = Answer<'get-finding'>['clocks'];

/** What somebody has to do by when: days left in words, overdue ones marked by more than their colour. */
export const FindingClocks = ({ clocks }: { readonly clocks: Clocks }) => {
  const { say, nameOf, language } = useLanguage();
  if (clocks.length === 0) return <>—</>;
  return (
    <ul class="clocks">
      {clocks.map(({ kind, dueOn, daysLeft = 0, unknownYear, overdue }) => (
        <li key={kind}>
          {nameOf(clockNames[kind])}{' '}
          {dueOn === undefined ? (
            <span class="chip look">
              {say(`待 ${unknownYear} 年日历设定`, `Waits for the calendar of ${unknownYear}`)}
            </span>
          ) : (
            <>
              {dayWords(dueOn, language)}{' '}
              <span class={overdue ? 'chip look' : 'chip plain'}>
                {overdue
                  ? say(`逾期 ${-daysLeft} 天`, `${-daysLeft} days overdue`)
                  : say(`剩 ${daysLeft} 天`, `${daysLeft} days left`)}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
};
