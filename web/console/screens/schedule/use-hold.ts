import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';
import { addDays, today } from '../../parts/today.ts';
import { useMoveWords } from './move-words.ts';
import { type MoveOption, type MovePlace, placeName, placeOf } from './place.ts';
import type { StandingVisit } from './use-schedule.ts';

/** How long what was said of the starts is taken for true while a visit is held over them. */
const optionsAgainMs = 20_000;

/** A visit that somebody has picked up: where in the week it could go, and what was said of the place it was last let go at. */
export const useHold = (
  visits: readonly StandingVisit[],
  from: string,
  onChosen: (visit: StandingVisit, to: MovePlace) => void,
) => {
  const { say, language } = useLanguage();
  const wordsOf = useMoveWords();
  const [held, setHeld] = useState<StandingVisit>();
  const [said, setSaid] = useState('');
  const to = addDays(from, 6);
  const isOver = to < today();
  const asked = held && !isOver ? { params: { visitId: held.visitId }, query: { from, to } } : undefined;
  const { value, problem, reload } = useAnswer('list-move-options', asked, () => optionsAgainMs);
  const optionOf = new Map<string, MoveOption>(value?.items.map((one) => [placeName(one), one]) ?? []);

  // Whoever holds a visit that somebody else moves is told at once, and holds it from where it is now.
  const standing = held && visits.find(({ visitId }) => visitId === held.visitId);
  const isMoved = held !== undefined && standing !== undefined && placeName(standing) !== placeName(held);
  useEffect(() => {
    if (!isMoved || !standing) return;
    const when = `${dayWords(standing.day, language)} ${standing.start}`;
    setHeld(standing);
    setSaid(say(`他人刚把它改到 ${when}`, `Somebody else has just moved it to ${when}`));
    reload();
  }, [isMoved]);

  const letGo = (): void => {
    const visitId = held?.visitId;
    setHeld(undefined);
    setSaid('');
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-visit="${visitId}"]`)?.focus());
  };
  return {
    held,
    said,
    problem: held && problem,
    isLoading: held !== undefined && !isOver && value === undefined,
    optionAt: (name: string) => optionOf.get(name),
    reload,
    letGo,
    lift: (visitId: string): void => {
      setHeld(visits.find((one) => one.visitId === visitId));
      setSaid('');
    },
    /** Let go over a place, or over none. Where it does not fit it stays held, and is said why. */
    choose: (name: string | undefined): void => {
      const option = optionOf.get(name ?? '');
      if (!held || name === undefined) letGo();
      else if (option && !option.fits) setSaid(wordsOf(option));
      else {
        setSaid('');
        onChosen(held, placeOf(name));
      }
    },
  };
};
