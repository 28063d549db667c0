import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useNames } from '../../parts/names.ts';
import { hrefOf } from '../../router.ts';
import { visitStatuses } from '../../words/enumerations.ts';
import { MergeStory } from '../centre/merge-story.tsx';
import type { StandingVisit } from './use-schedule.ts';

export type Handle = {
  readonly onPress: (event: PointerEvent) => void;
  readonly onClick: () => void;
};

type ScheduleCardProps = {
  readonly visit: StandingVisit;
  readonly isHeld: boolean;
  /** How it is picked up; absent where it can't be moved. */
  readonly handle?: Handle;
};

const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button') !== null;

/** A visit in the calendar: what it is, its merging when asked for, and how it is moved: by mouse the whole card, by finger and key its handle. */
export const ScheduleCard = ({ visit, isHeld, handle }: ScheduleCardProps) => {
  const { say } = useLanguage();
  const names = useNames();
  const [isOpen, setOpen] = useState(false);
  const { visitId, businessName, attending, consolidationId, status } = visit;
  const onMouse = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && !isButton(event.target)) handle?.onPress(event);
  };
  return (
    <article
      class={`slot-card ${isHeld ? 'held' : ''} ${handle ? 'movable' : ''} ${attending.length > 1 ? 'joint' : ''}`}
      onPointerDown={handle && onMouse}
    >
      <p class="slot-name">
        <a href={hrefOf(['visits', visitId])} draggable={false}>
          {businessName}
        </a>
      </p>
      <p class="soft small">
        {attending.length > 1 && (
          <strong>{say(`${attending.length} 家联合 `, `${attending.length} together: `)}</strong>
        )}
        {attending.map(({ department }) => names.of('departments', department)).join(say('、', ', '))}
      </p>
      <p class="slot-tools">
        {handle && (
          <button
            type="button"
            class="quiet grip"
            aria-pressed={isHeld}
            data-visit={visitId}
            onPointerDown={handle.onPress}
            onClick={handle.onClick}
          >
            <span aria-hidden="true">⠿ </span>
            {isHeld ? say('放回', 'Put back') : say('改期', 'Move')}
            <span class="unseen"> {businessName}</span>
          </button>
        )}
        {consolidationId && (
          <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say('合并情况', 'Merging')}
            <span class="unseen"> {businessName}</span>
          </button>
        )}
        <Chip state={visitStatuses[status]} />
      </p>
      {isOpen && consolidationId && <MergeStory consolidationId={consolidationId} visitId={visitId} />}
    </article>
  );
};
