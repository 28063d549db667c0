import { type Language, useLanguage } from '../language.tsx';
import { grouped, monthWords, percent } from '../parts/format.ts';

export type MonthColumn = {
  readonly month: string;
  readonly visits: number;
  readonly avoided: number;
  readonly reductionPercent: number;
};

const height = 240;
const base = 200;
const top = 30;

const shortMonth = (ordinal: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`2026-${ordinal}-01T00:00:00Z`),
  );

/** A round figure at or above `most`, in two steps of which the axis gets a line each. */
const roundUp = (most: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most))));
  return ([1, 2, 4, 6, 8, 10].find((factor) => factor * unit >= most) ?? 10) * unit;
};

/** Months side by side: visits made below, visits avoided above them, what was cut written on top. The table beside it says the same. */
export const MonthColumns = ({ columns }: { readonly columns: readonly MonthColumn[] }) => {
  const { say, language } = useLanguage();
  const step = Math.max(64, Math.min(150, 840 / columns.length));
  const width = Math.max(320, 60 + columns.length * step);
  const most = roundUp(Math.max(2, ...columns.map(({ visits, avoided }) => visits + Math.max(0, avoided))));
  const y = (value: number): number => base - (value / most) * (base - top);
  const summary = columns
    .map(({ month, visits, avoided }) => `${monthWords(month, language)} ${visits} / ${avoided}`)
    .join('; ');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section class="scroll chart-frame" tabIndex={0} aria-label={say('各月柱状图', 'Columns by month')}>
      <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" style={{ maxWidth: `${width}px` }}>
        <title>{say(`各月检查与减少次数：${summary}`, `Visits made and avoided by month: ${summary}`)}</title>
        {[0, most / 2, most].map((value) => (
          <g key={value}>
            <line class="rule" x1={48} x2={width} y1={y(value)} y2={y(value)} />
            <text x={42} y={y(value) + 4} text-anchor="end">
              {grouped(value, language)}
            </text>
          </g>
        ))}
        {columns.map(({ month, visits, avoided, reductionPercent }, at) => {
          const left = 60 + at * step + (step - 40) / 2;
          const [year = '', ordinal = ''] = month.split('-');
          const up = Math.max(0, avoided);
          return (
            <g key={month}>
              <rect class="made" x={left} width={40} y={y(visits)} height={base - y(visits)} rx={2} />
              <rect
                class="avoided"
                x={left}
                width={40}
                y={y(visits + up)}
                height={Math.max(0, y(visits) - y(visits + up) - 1)}
                rx={2}
              />
              <text class="strong" x={left + 20} y={y(visits + up) - 7} text-anchor="middle">
                {visits + up > 0 && `−${percent(reductionPercent, language)}`}
              </text>
              <text x={left + 20} y={base + 20} text-anchor="middle">
                {shortMonth(ordinal, language)}
              </text>
              {(at === 0 || ordinal === '01') && (
                <text x={left + 20} y={base + 36} text-anchor="middle">
                  {year}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </section>
  );
};

/** What the two colours of the charts mean. */
export const MadeAndAvoidedKey = () => {
  const { say } = useLanguage();
  return (
    <ul class="key">
      <li>
        <i class="made" aria-hidden="true" />
        {say('实际上门', 'Visits made')}
      </li>
      <li>
        <i class="avoided" aria-hidden="true" />
        {say('减少上门', 'Visits avoided')}
      </li>
    </ul>
  );
};
