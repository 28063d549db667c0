import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';
import { today } from '../../parts/today.ts';
import { reviewLevels } from '../../words/enumerations.ts';

type Waits = NonNullable<Answer<'get-consolidation'>['waitsFor']>;

export const isOverdue = ({ dueOn, for: whom }: Waits): boolean =>
  whom === 'reviewer' && dueOn !== undefined && dueOn < today();

/** What a proposal waits for, for whom and until when. */
export const WaitsFor = ({ waits }: { readonly waits: Waits }) => {
  const { say, nameOf, language } = useLanguage();
  const { level, dueOn } = waits;
  const day = dueOn && dayWords(dueOn, language);
  switch (waits.for) {
    case 'reviewer':
      return (
        <>
          {level &&
            say(
              `等待第 ${level} 级审核（${nameOf(reviewLevels[level])}）`,
              `Waits for level ${level}: ${nameOf(reviewLevels[level])}`,
            )}
          {day && <span class="sub">{say(`截止 ${day}`, `Due ${day}`)}</span>}
          {isOverdue(waits) && <span class="chip look">{say('已逾期', 'Overdue')}</span>}{' '}
          {waits.escalatedAt && (
            <span class="chip look">{say('已督办，上级可代为审核', 'Escalated: a higher level may decide')}</span>
          )}
        </>
      );
    case 'public-notice':
      return <>{say(`公示至 ${day ?? ''}`, `On public notice until ${day ?? ''}`)}</>;
    case 'coordinator':
      return <>{say('等待统筹员发布', 'Waits for the coordinator to publish')}</>;
    default:
      return waits.for satisfies never;
  }
};
