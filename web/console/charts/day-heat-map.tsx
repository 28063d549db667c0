import { useLanguage } from '../language.tsx';
import { dayWords } from '../parts/format.ts';
import type { HeatCell } from './day-heat.ts';

const cell = 15;
const gap = 3;
const left = 34;
const top = 20;

/** A calendar of weeks and weekdays, darker where more visits were made. The table beside it says the same. */
export const DayHeatMap = ({ cells }: { readonly cells: readonly HeatCell[] }) => {
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
      <svg
        class="chart heat"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        style={{ width: `${width}px`, maxWidth: 'none' }}
      >
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
        {cells.map(({ day, week, weekday: at, level, visits }) => (
          <rect key={day} class={`heat-${level}`} x={x(week)} y={y(at)} width={cell} height={cell} rx={3}>
            <title>{`${day}: ${visits}`}</title>
          </rect>
        ))}
      </svg>
    </section>
  );
};
