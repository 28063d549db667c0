import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { instantWords } from '../../parts/format.ts';
import { referralClocks } from '../../words/finding-words.ts';

/** Up to here the clock is told in hours, as the law has it; beyond, nobody counts them. */
const mostHours = 96;

/** The legal clock that runs: what has to be done, by when, and how long that is. */
export const ReferralClock = ({ clock }: { readonly clock: NonNullable<Answer<'get-referral'>['clock']> }) => {
  const { say, nameOf, language } = useLanguage();
  const { kind, dueAt, hoursLeft, overdue, alerted } = clock;
  const hours = Math.abs(Math.round(hoursLeft));
  const days = Math.floor(hours / 24);
  const span = hours > mostHours ? say(`${days} 天`, `${days} days`) : say(`${hours} 小时`, `${hours} hours`);
  return (
    <>
      {nameOf(referralClocks[kind])} {instantWords(dueAt, language)}{' '}
      <span class={overdue || alerted ? 'chip look' : 'chip plain'}>
        {overdue ? say(`逾期 ${span}`, `${span} overdue`) : say(`剩 ${span}`, `${span} left`)}
      </span>
    </>
  );
};
