import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { CommandWatch } from '../../parts/command-watch.tsx';
import { dayWords } from '../../parts/format.ts';
import { SettingsContext } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addDays, today } from '../../parts/today.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { MoveDialog, type MovePlace } from './move-dialog.tsx';
import { MoveTarget, placeName } from './move-target.tsx';
import { ScheduleCard } from './schedule-card.tsx';
import { useDrag } from './use-drag.ts';
import type { StandingVisit } from './use-schedule.ts';

type ScheduleCalendarProps = {
  /** The Monday of the week that is shown. */
  readonly from: string;
  readonly visits: readonly StandingVisit[];
  readonly onTurn: (days: number) => void;
  readonly onChanged: () => void;
};

const isAhead: ReadonlySet<string> = new Set(['planned', 'notified', 'acknowledged']);
const shownAtOnce = 12;
const steps: Readonly<Record<string, readonly [days: number, starts: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const placeOf = (name: string): MovePlace => {
  const [day = '', start = ''] = name.split(' ');
  return { day, start };
};

/** A week, day by day and start by start. A visit is picked up by pointer, finger or key; every start then says whether it fits. */
export const ScheduleCalendar = ({ from, visits, onTurn, onChanged }: ScheduleCalendarProps) => {
  const { say, language } = useLanguage();
  const { role } = usePerson();
  const settings = useContext(SettingsContext)?.inForce;
  const grid = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<StandingVisit>();
  const [to, setTo] = useState<MovePlace>();
  const [said, setSaid] = useState('');
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [orders, setOrders] = useState<readonly { readonly commandId: string; readonly name: string }[]>([]);
  const [more, setMore] = useState<ReadonlySet<string>>(new Set());
  const last = addDays(from, 6);
  const asked = held && { params: { visitId: held.visitId }, query: { from, to: last } };
  const options = useAnswer('list-move-options', last < today() ? undefined : asked);
  const optionOf = new Map((held ? (options.value?.items ?? []) : []).map((one) => [placeName(one), one]));
  const week = Array.from({ length: 7 }, (_, n) => addDays(from, n));
  const days = week.filter((day) => !isWeekend(day) || visits.some((visit) => visit.day === day));
  const starts = [...new Set([...(settings?.slots?.starts ?? []), ...visits.map(({ start }) => start)])].sort();

  const letGo = (visitId = held?.visitId): void => {
    setHeld(undefined);
    setTo(undefined);
    setSaid('');
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-visit="${visitId}"]`)?.focus());
  };
  const choose = (name: string | undefined): void => {
    const option = optionOf.get(name ?? '');
    if (!held || name === undefined) letGo();
    else if (option && !option.fits) setSaid(option.against.map(({ text }) => text).join('；'));
    else {
      setSaid('');
      setTo(placeOf(name));
    }
  };
  const lift = (visitId: string): void => {
    const visit = visits.find((one) => one.visitId === visitId);
    setHeld(visit);
    setSaid('');
  };
  const drag = useDrag({ onLift: lift, onDrop: choose, onTurn: (turn) => onTurn(Number(turn)) });

  // Who picks a visit up by key goes on at the place where it stands.
  useEffect(() => {
    if (!held || drag.at) return;
    const here = grid.current?.querySelector<HTMLElement>(`[data-place="${placeName(held)}"]`);
    (here ?? grid.current?.querySelector<HTMLElement>('[data-place]'))?.focus();
  }, [held?.visitId, from]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!held || to) return;
    if (event.key === 'Escape') letGo();
    const step = steps[event.key];
    const name = event.target instanceof HTMLElement ? event.target.dataset.place : undefined;
    if (!step || name === undefined) return;
    event.preventDefault();
    const { day, start } = placeOf(name);
    const column = days.indexOf(day) + step[0];
    const next = days[column];
    const row = starts[Math.min(starts.length - 1, Math.max(0, starts.indexOf(start) + step[1]))] ?? start;
    if (next === undefined) onTurn(7 * step[0]);
    else grid.current?.querySelector<HTMLElement>(`[data-place="${next} ${row}"]`)?.focus();
  };

  return (
    <>
      {orders.map(({ commandId, name }) => (
        <div key={commandId} class="note order">
          <strong>{name}</strong>
          <CommandWatch commandId={commandId} onOver={onChanged} />
        </div>
      ))}
      <p role="status" class={held ? 'note' : 'unseen'}>
        {held &&
          (said ||
            say(
              `已拿起 ${held.businessName}：方向键或拖动选时间，回车放下，Esc 放回。`,
              `Holding ${held.businessName}: arrow keys or dragging choose a start, Enter puts it down, Escape puts it back.`,
            ))}
      </p>
      <ProblemNote problem={held ? options.problem : undefined} onRetry={options.reload} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the buttons inside */}
      <div
        class={held ? 'week holding' : 'week'}
        ref={grid}
        onKeyDown={onKeyDown}
        style={{ '--days': String(days.length) }}
      >
        {days.map((day) => (
          <section key={day} class="week-day" style={{ gridRow: `span ${starts.length + 1}` }} aria-label={day}>
            <h3 class={day === today() ? 'now' : undefined}>{dayWords(day, language)}</h3>
            {starts.map((start) => {
              const name = `${day} ${start}`;
              const here = visits.filter((visit) => visit.day === day && visit.start === start);
              const shown = more.has(name) ? here : here.slice(0, shownAtOnce);
              return (
                <div key={start} class="slot">
                  {held ? (
                    <MoveTarget
                      day={day}
                      start={start}
                      option={optionOf.get(name)}
                      isLoading={options.value === undefined && last >= today()}
                      isOver={drag.at?.place === name}
                      onChoose={() => choose(name)}
                    />
                  ) : (
                    <p class="slot-start">{start}</p>
                  )}
                  {shown.map((visit) => (
                    <ScheduleCard
                      key={visit.visitId}
                      visit={visit}
                      isHeld={held?.visitId === visit.visitId}
                      handle={
                        mayCall(role, 'reschedule-visit') && isAhead.has(visit.status)
                          ? {
                              onPress: (event) => drag.press(visit.visitId, event),
                              onClick: () => {
                                if (drag.isDragClick()) return;
                                if (held?.visitId === visit.visitId) letGo();
                                else lift(visit.visitId);
                              },
                            }
                          : undefined
                      }
                    />
                  ))}
                  {here.length > shown.length && (
                    <button type="button" class="link" onClick={() => setMore(new Set([...more, name]))}>
                      {say(`另有 ${here.length - shown.length} 次`, `${here.length - shown.length} more`)}
                    </button>
                  )}
                </div>
              );
            })}
          </section>
        ))}
      </div>
      {drag.at && held && (
        <p class="ghost" aria-hidden="true" style={{ left: `${drag.at.x + 12}px`, top: `${drag.at.y + 12}px` }}>
          {held.businessName}
        </p>
      )}
      {held && to && (
        <MoveDialog
          visit={held}
          to={to}
          reason={reasons[held.visitId] ?? ''}
          onReason={(reason) => setReasons({ ...reasons, [held.visitId]: reason })}
          onClose={() => letGo()}
          onOrdered={(commandId) => {
            setOrders([{ commandId, name: held.businessName }, ...orders]);
            letGo();
          }}
        />
      )}
    </>
  );
};
