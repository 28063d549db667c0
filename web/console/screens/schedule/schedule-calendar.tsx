import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { SettingsContext } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { today } from '../../parts/today.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { HoldBar } from './hold-bar.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { type MoveOrder, MoveOrderNote } from './move-orders.tsx';
import { MoveTarget } from './move-target.tsx';
import { useMoveWords } from './move-words.ts';
import { type Movable, type MovePlace, placeName, placeOf } from './place.ts';
import { type Handle, ScheduleCard } from './schedule-card.tsx';
import { SlotCell } from './slot-cell.tsx';
import { useDrag } from './use-drag.ts';
import { useHold } from './use-hold.ts';
import { isAhead, type StandingVisit } from './use-schedule.ts';
import { daysOfWeek, startsOf, WeekGrid } from './week-grid.tsx';

type ScheduleCalendarProps = {
  /** The Monday of the week that is shown. */
  readonly from: string;
  readonly visits: readonly StandingVisit[];
  readonly onTurn: (days: number) => void;
  readonly onChanged: () => void;
};

const steps: Readonly<Record<string, readonly [days: number, starts: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A week, day by day and start by start. A visit is picked up by pointer, finger or key; every start then says whether it fits. */
export const ScheduleCalendar = ({ from, visits, onTurn, onChanged }: ScheduleCalendarProps) => {
  const { role } = usePerson();
  const wordsOf = useMoveWords();
  const settings = useContext(SettingsContext)?.inForce;
  const grid = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState('');
  const [move, setMove] = useState<{ readonly visit: Movable; readonly to: MovePlace }>();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [orders, setOrders] = useState<readonly MoveOrder[]>([]);
  const hold = useHold(visits, from, (visit, to) => setMove({ visit, to }));
  const drag = useDrag({
    onLift: (visitId) => {
      setLooked('');
      hold.lift(visitId);
    },
    onDrop: hold.choose,
    onTurn: (turn) => onTurn(Number(turn)),
  });
  const { held } = hold;
  const days = daysOfWeek(from, visits);
  const starts = startsOf(settings?.slots?.starts ?? [], visits);
  const pointed = drag.at ? (drag.at.place ?? '') : looked;
  const ofPointed = pointed && held ? wordsOf(hold.optionAt(pointed)) : '';

  // Who picks a visit up by key goes on at the place where it stands.
  useEffect(() => {
    if (!held || drag.at) return;
    const here = grid.current?.querySelector<HTMLElement>(`[data-place="${placeName(held)}"]`);
    (here ?? grid.current?.querySelector<HTMLElement>('[data-place]'))?.focus();
  }, [held?.visitId, from]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!held || move) return;
    if (event.key === 'Escape') hold.letGo();
    const step = steps[event.key];
    const name = event.target instanceof HTMLElement ? event.target.dataset.place : undefined;
    if (!step || name === undefined) return;
    event.preventDefault();
    const { day, start } = placeOf(name);
    const next = days[days.indexOf(day) + step[0]];
    const row = starts[Math.min(starts.length - 1, Math.max(0, starts.indexOf(start) + step[1]))] ?? start;
    if (next === undefined) onTurn(7 * step[0]);
    else grid.current?.querySelector<HTMLElement>(`[data-place="${next} ${row}"]`)?.focus();
  };
  const handleOf = ({ visitId, status }: StandingVisit): Handle | undefined =>
    mayCall(role, 'reschedule-visit') && isAhead.has(status)
      ? {
          onPress: (event) => drag.press(visitId, event),
          onClick: () => {
            if (drag.isDragClick()) return;
            setLooked('');
            if (held?.visitId === visitId) hold.letGo();
            else hold.lift(visitId);
          },
        }
      : undefined;

  return (
    <>
      {orders.map((order) => (
        <MoveOrderNote
          key={order.commandId}
          order={order}
          onOver={onChanged}
          onUndo={(visit, to) => setMove({ visit, to })}
          onDismiss={() => setOrders(orders.filter((one) => one !== order))}
        />
      ))}
      <ProblemNote problem={hold.problem} onRetry={hold.reload} />
      <WeekGrid
        days={days}
        starts={starts}
        isHolding={held !== undefined}
        gridRef={grid}
        onKeyDown={onKeyDown}
        slot={(day, start) => {
          const name = placeName({ day, start });
          return (
            <SlotCell
              head={
                held ? (
                  <MoveTarget
                    day={day}
                    start={start}
                    option={hold.optionAt(name)}
                    isLoading={hold.isLoading && day >= today()}
                    isOver={drag.at?.place === name}
                    onChoose={() => hold.choose(name)}
                    onFocus={() => setLooked(name)}
                  />
                ) : (
                  <p class="slot-start">{start}</p>
                )
              }
              visits={visits.filter((visit) => placeName(visit) === name)}
              card={(visit) => (
                <ScheduleCard
                  key={visit.visitId}
                  visit={visit}
                  isHeld={held?.visitId === visit.visitId}
                  handle={handleOf(visit)}
                />
              )}
            />
          );
        }}
      />
      {held && (
        <HoldBar
          held={held}
          isDragged={drag.at !== undefined}
          said={hold.said || ofPointed}
          onChosen={(to) => setMove({ visit: held, to })}
          onLetGo={hold.letGo}
        />
      )}
      {drag.at && held && (
        <p class="ghost" aria-hidden="true" style={{ left: `${drag.at.x + 12}px`, top: `${drag.at.y + 12}px` }}>
          <strong>{held.businessName}</strong>
          {ofPointed && <span>{ofPointed}</span>}
        </p>
      )}
      {move && (
        <MoveDialog
          key={`${move.visit.visitId} ${placeName(move.to)}`}
          {...move}
          reason={reasons[move.visit.visitId] ?? ''}
          onReason={(reason) => setReasons({ ...reasons, [move.visit.visitId]: reason })}
          onClose={() => {
            setMove(undefined);
            hold.letGo();
          }}
          onOrdered={(commandId) => {
            setOrders([{ commandId, ...move }, ...orders]);
            setReasons({ ...reasons, [move.visit.visitId]: '' });
            setMove(undefined);
            hold.letGo();
          }}
        />
      )}
    </>
  );
};
