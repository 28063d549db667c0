import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';

export type MoveOption = Answer<'list-move-options'>['items'][number];

export const placeName = ({ day, start }: Pick<MoveOption, 'day' | 'start'>): string => `${day} ${start}`;

type Target = {
  readonly day: string;
  readonly start: string;
  /** Absent while it is asked for, and for days that are over. */
  readonly option: MoveOption | undefined;
  readonly isLoading: boolean;
  readonly isOver: boolean;
  readonly onChoose: () => void;
};

/** A start of a day while a visit is held: whether it could go there, and why not, before it is let go. */
export const MoveTarget = ({ day, start, option, isLoading, isOver, onChoose }: Target) => {
  const { say, language } = useLanguage();
  const isHere = option?.against.some(({ code }) => code === 'same-time') ?? false;
  const fits = option?.fits ?? false;
  const words = isLoading
    ? '…'
    : isHere
      ? say('现在的时间', 'Where it is now')
      : fits
        ? [say('可以', 'Free'), option?.insideNoticePeriod && say('不足告知期', 'short notice')]
            .filter(Boolean)
            .join(' · ')
        : (option?.against[0]?.text ?? say('已过', 'Over'));
  const state = isLoading ? '' : isHere ? 'here' : fits ? 'fits' : 'blocked';
  return (
    <button
      type="button"
      class={`target ${state} ${isOver ? 'over' : ''}`}
      data-place={placeName({ day, start })}
      aria-disabled={!fits && !isLoading}
      onClick={onChoose}
    >
      <span class="unseen">{dayWords(day, language)} </span>
      <strong>{start}</strong> <span>{words}</span>
    </button>
  );
};
