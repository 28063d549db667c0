import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';

type WeekTurnProps = {
  readonly from: string;
  readonly to: string;
  readonly onTurn: (days: number) => void;
};

/** A week back and forth; what is dragged over a button turns the page under it. */
export const WeekTurn = ({ from, to, onTurn }: WeekTurnProps) => {
  const { say, language } = useLanguage();
  return (
    <div class="week-turn">
      <button type="button" class="quiet" data-turn="-7" onClick={() => onTurn(-7)}>
        ← {say('前一周', 'Week before')}
      </button>
      <strong>
        {dayWords(from, language, true)} – {dayWords(to, language)}
      </strong>
      <button type="button" class="quiet" data-turn="7" onClick={() => onTurn(7)}>
        {say('后一周', 'Week after')} →
      </button>
    </div>
  );
};
