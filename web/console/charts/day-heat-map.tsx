import { useLanguage } from '../language.tsx';
import { dayWords } from '../parts/format.ts';
import type { HeatCell } from './day-heat.ts';

const cell = 15;
const gap = 3;
const left = 34;
const top = 20;

type DayHeatMapProps = { readonly cells: readonly HeatCell[]; readonly hrefOfDay: (day: string) => string };

/**
 * A calendar of weeks and weekdays, darker where more visits were made; a square opens its day. The table beside it says the
 * same, and has a link for each day.
 */
export const DayHeatMap = ({ cells, hrefOfDay }: DayHeatMapProps) => {
  const { say, language } = useLanguage();
  const weeks = Math.max(1, ...cells.map(({ week }) => week + 1));
  const [width, height] = [left + weeks * (cell + gap), top + 7 * (cell + gap)];
  const x = (week: number): number => left + week * (cell + gap);
  const y = (weekday: number): number => top + weekday * (cell + gap);
  const busiest = cells.reduce<HeatCell | undefined>(
    (most, one) => (one.visits > (most?.visits ?? 0) ? one : most),
    undefined,
  );
  const weekday = (at: number): string =>
    new Intl.DateTimeFormat(language, { weekday: 'narrow', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, 10, 23 + at)),
    );
  const month = (day: string): string =>
    new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const firsts = cells.filter(({ day }, at) => day.endsWith('-01') || (at === 0 && Number(day.slice(8)) < 20));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section class="scroll chart-frame" tabIndex={0} aria-label={say('每日检查热力图', 'A calendar of visits')}>
      <svg class="chart heat" viewBox={`0 0 ${width} ${height}`} style={{ width: `${width}px`, maxWidth: 'none' }}>
        <title>
          {busiest
            ? say(
                `每日上门次数日历，最多的一天是${dayWords(busiest.day, language, true)}，${busiest.visits} 次`,
                `Visits by day; the busiest is ${dayWords(busiest.day, language, true)} with ${busiest.visits}`,
              )
            : say('这段时间没有上门检查', 'No visits in this period')}
        </title>
        {firsts.map(({ day, week }) => (
          <text key={day} x={x(week)} y={12}>
            {month(day)}
          </text>
        ))}
        {[0, 2, 4].map((at) => (
          <text key={at} x={left - 8} y={y(at) + 12} text-anchor="end">
            {weekday(at)}
          </text>
        ))}
        {cells.map(({ day, week, weekday: at, level, visits }) => {
          const words = `${dayWords(day, language, true)}: ${visits}`;
          const square = (
            <rect class={`heat-${level}`} x={x(week)} y={y(at)} width={cell} height={cell} rx={3}>
              <title>{words}</title>
            </rect>
          );
          return visits === 0 ? (
            <g key={day}>{square}</g>
          ) : (
            // A year of squares is no row of stops for the Tab key: the table's links are.
            <a key={day} href={hrefOfDay(day)} tabIndex={-1} aria-label={words}>
              {square}
            </a>
          );
        })}
      </svg>
    </section>
  );
};
