import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';

type SlotCellProps<Visit> = {
  /** The start, or the target that it is while a visit is held. */
  readonly head: ComponentChildren;
  readonly visits: readonly Visit[];
  readonly card: (visit: Visit) => ComponentChildren;
};

/** Cards that a slot shows before it is asked for the rest: a week has to stay one look. */
const shownAtOnce = 5;

/** One start of one day with its visits. */
export const SlotCell = <Visit,>({ head, visits, card }: SlotCellProps<Visit>) => {
  const { say } = useLanguage();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? visits : visits.slice(0, shownAtOnce);
  const rest = visits.length - shown.length;
  return (
    <>
      {head}
      {shown.map(card)}
      {rest > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say(`另有 ${rest} 次`, `${rest} more`)}
        </button>
      )}
    </>
  );
};
