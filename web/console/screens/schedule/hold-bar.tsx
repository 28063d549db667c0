import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';
import { MoveListDialog } from './move-list-dialog.tsx';
import type { MovePlace } from './place.ts';
import type { StandingVisit } from './use-schedule.ts';

type HoldBarProps = {
  readonly held: StandingVisit;
  /** Then the pointer reaches through to what lies below. */
  readonly isDragged: boolean;
  /** What there is to say of the place that is pointed at, or of the last one that was refused. */
  readonly said: string;
  readonly onChosen: (to: MovePlace) => void;
  readonly onLetGo: () => void;
};

/** Stays in sight while a visit is held: which one, what follows at the place that is looked at, and the way by a list instead. */
export const HoldBar = ({ held, isDragged, said, onChosen, onLetGo }: HoldBarProps) => {
  const { say, language } = useLanguage();
  const [isListed, setListed] = useState(false);
  return (
    <div class={isDragged ? 'hold-bar dragged' : 'hold-bar'}>
      <p role="status">
        <strong>
          {held.businessName} · {dayWords(held.day, language)} {held.start}
        </strong>
        <span class="sub">
          {said ||
            say(
              '拖到或用方向键移到新的时间，回车放下，Esc 放回。',
              'Drag it or use the arrow keys to another start; Enter puts it down, Escape puts it back.',
            )}
        </span>
      </p>
      <p class="actions">
        <button type="button" onClick={() => setListed(true)}>
          {say('从清单选时间', 'Choose from a list')}
        </button>
        <button type="button" class="quiet" onClick={onLetGo}>
          {say('放回原处', 'Put it back')}
        </button>
      </p>
      {isListed && (
        <MoveListDialog
          visit={held}
          onClose={() => setListed(false)}
          onChosen={(to) => {
            setListed(false);
            onChosen(to);
          }}
        />
      )}
    </div>
  );
};
