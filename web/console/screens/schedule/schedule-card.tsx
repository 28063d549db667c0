import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useNames } from '../../parts/names.ts';
import { hrefOf } from '../../router.ts';
import { visitStatuses } from '../../words/enumerations.ts';
import { MergeStory } from '../centre/merge-story.tsx';
import type { StandingVisit } from './use-schedule.ts';

type ScheduleCardProps = {
  readonly visit: StandingVisit;
  readonly isHeld: boolean;
  /** How it is picked up; absent where it can't be moved. */
  readonly handle?: {
    readonly onPress: (event: PointerEvent) => void;
    readonly onClick: () => void;
  };
};

/** A visit in the calendar: what it is, its merging when asked for, and the handle by which it is moved. */
export const ScheduleCard = ({ visit, isHeld, handle }: ScheduleCardProps) => {
  const { say } = useLanguage();
  const names = useNames();
  const [isOpen, setOpen] = useState(false);
  const { visitId, businessName, attending, consolidationId, status } = visit;
  return (
    <article class={isHeld ? 'slot-card held' : 'slot-card'}>
      <p>
        <a href={hrefOf(['visits', visitId])}>{businessName}</a> <Chip state={visitStatuses[status]} />
      </p>
      <p class="tags">
        {attending.map(({ unitId, department }) => (
          <span key={unitId} class={attending.length > 1 ? 'tag joint' : 'tag'}>
            {names.of('departments', department)}
          </span>
        ))}
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
      </p>
      {isOpen && consolidationId && <MergeStory consolidationId={consolidationId} visitId={visitId} />}
    </article>
  );
};
