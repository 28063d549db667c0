import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { instantWords } from '../../parts/format.ts';
import { referralClocks } from '../../words/finding-words.ts';

/** The legal clock that runs: what has to be done, by when, and how long that is. */
export const ReferralClock = ({ clock }: { readonly clock: NonNullable<Answer<'get-referral'>['clock']> }) => {
  const { say, nameOf, language } = useLanguage();
  const { kind, dueAt, hoursLeft, overdue, alerted } = clock;
  const hours = Math.abs(Math.round(hoursLeft));
  return (
    <>
      {nameOf(referralClocks[kind])} {instantWords(dueAt, language)}{' '}
      <span class={overdue || alerted ? 'chip look' : 'chip plain'}>
        {overdue ? say(`逾期 ${hours} 小时`, `${hours} hours overdue`) : say(`剩 ${hours} 小时`, `${hours} hours left`)}
      </span>
    </>
  );
};
