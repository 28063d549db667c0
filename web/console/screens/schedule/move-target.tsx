import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';
import { isSamePlace } from './move-words.ts';
import { type MoveOption, type MovePlace, placeName } from './place.ts';

type Target = MovePlace & {
  /** Absent while it is asked for, and for days that are over. */
  readonly option: MoveOption | undefined;
  readonly isLoading: boolean;
  readonly isOver: boolean;
  readonly onChoose: () => void;
  readonly onFocus: () => void;
};

/** A start of a day while a visit is held: whether it could go there, and why not, before it is let go. */
export const MoveTarget = ({ day, start, option, isLoading, isOver, onChoose, onFocus }: Target) => {
  const { say, language } = useLanguage();
  const fits = option?.fits ?? false;
  const isHere = option !== undefined && isSamePlace(option);
  const blocked = option?.against[0]?.text ?? say('已过', 'Over');
  const words = isLoading
    ? say('核对中…', 'Looking …')
    : isHere
      ? say('现在的时间', 'Where it is now')
      : fits
        ? say('可以', 'Fits')
        : blocked;
  const state = isLoading ? '' : isHere ? 'here' : fits ? 'fits' : 'blocked';
  return (
    <button
      type="button"
      class={`target ${state} ${isOver ? 'over' : ''}`}
      data-place={placeName({ day, start })}
      aria-disabled={!fits && !isLoading}
      onClick={onChoose}
      onFocus={onFocus}
    >
      <span class="unseen">{dayWords(day, language)} </span>
      <strong>{start}</strong> <span class="words">{words}</span>
      {fits && option?.insideNoticePeriod && <span class="words short">{say('不足告知期', 'Short notice')}</span>}
    </button>
  );
};
