import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';

type Run = Answer<'get-consolidation'>;

/** Why the proposal's first visits are as late as they are: what planning kept clear for review and public notice; nothing where it kept nothing. */
export const KeptClear = ({ run }: { readonly run: Run }) => {
  const { say, language } = useLanguage();
  if (!run.keptClear) return null;
  const { reviewWorkingDays, publicNoticeWorkingDays, announcedFrom, unannouncedFrom } = run.keptClear;
  if (reviewWorkingDays + publicNoticeWorkingDays === 0) return null;
  const day = (date: string | undefined): string =>
    date === undefined ? say('日历未公布到那一天', 'not in the calendar yet') : dayWords(date, language);
  const kept = [
    reviewWorkingDays > 0 && say(`审核 ${reviewWorkingDays} 个`, `${reviewWorkingDays} for review`),
    publicNoticeWorkingDays > 0 &&
      say(`公示 ${publicNoticeWorkingDays} 个`, `${publicNoticeWorkingDays} for public notice`),
  ];
  const words = kept.filter((one) => one !== false).join(say('、', ', '));
  return (
    <p class="soft small">
      {say(
        `统筹已预留工作日：${words}。最早检查日：事先告知 ${day(announcedFrom)}，不预告 ${day(unannouncedFrom)}。`,
        `Working days kept clear: ${words}. First visits: announced ${day(announcedFrom)}, unannounced ${day(unannouncedFrom)}.`,
      )}
    </p>
  );
};
