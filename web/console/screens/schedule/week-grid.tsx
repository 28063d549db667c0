import type { ComponentChildren, Ref } from 'preact';
import { useLanguage } from '../../language.tsx';
import { dayWords } from '../../parts/format.ts';
import { addDays, today } from '../../parts/today.ts';

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

type Timed = { readonly day: string; readonly start: string };

/** The days of a week that are shown: weekends only where something is on them. */
export const daysOfWeek = (from: string, visits: readonly Timed[]): readonly string[] =>
  Array.from({ length: 7 }, (_, n) => addDays(from, n)).filter(
    (day) => !isWeekend(day) || visits.some((visit) => visit.day === day),
  );

/** The starts that are shown: those of the settings, and whatever a visit begins at besides. */
export const startsOf = (known: readonly string[], visits: readonly Timed[]): readonly string[] =>
  [...new Set([...known, ...visits.map(({ start }) => start)])].sort();

type WeekGridProps = {
  readonly days: readonly string[];
  readonly starts: readonly string[];
  readonly slot: (day: string, start: string) => ComponentChildren;
  readonly isHolding?: boolean;
  readonly gridRef?: Ref<HTMLDivElement>;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

/** Days beside each other, each cut into its starts; on a phone one day after the other. */
export const WeekGrid = ({ days, starts, slot, isHolding, gridRef, onKeyDown }: WeekGridProps) => {
  const { language } = useLanguage();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the buttons inside
    <div
      class={isHolding ? 'week holding' : 'week'}
      ref={gridRef}
      onKeyDown={onKeyDown}
      style={{ '--days': String(days.length) }}
    >
      {days.map((day) => (
        <section
          key={day}
          class="week-day"
          style={{ gridRow: `span ${starts.length + 1}` }}
          aria-label={dayWords(day, language)}
        >
          <h2 class={day === today() ? 'now' : undefined}>{dayWords(day, language)}</h2>
          {starts.map((start) => (
            <div key={start} class="slot">
              {slot(day, start)}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
};
