import { addDays, daysBetween } from '../../parts/today.ts';

export type Period = { readonly from: string; readonly to: string };

/** The last day of the month that a date lies in. */
export const monthEnd = (date: string): string => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** The calendar month or year that a date lies in. */
export const monthOf = (date: string): Period => ({ from: `${date.slice(0, 7)}-01`, to: monthEnd(date) });
export const yearOf = (date: string): Period => ({
  from: `${date.slice(0, 4)}-01-01`,
  to: `${date.slice(0, 4)}-12-31`,
});

const isMonths = ({ from, to }: Period): boolean => from.endsWith('-01') && to === monthEnd(to);

const monthsOf = ({ from, to }: Period): number => {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
};

/** The period of the same length that ends the day before: as many whole months where it is whole months, else as many days. */
export const periodBefore = (period: Period): Period => {
  const to = addDays(period.from, -1);
  if (!isMonths(period)) return { from: addDays(to, -daysBetween(period.from, period.to)), to };
  const [year = 0, month = 0] = period.from.split('-').map(Number);
  const from = new Date(Date.UTC(year, month - 1 - monthsOf(period), 1)).toISOString().slice(0, 10);
  return { from, to };
};

/** The same days of the year before; the 29th of February stands for the 28th. */
export const sameAYearBefore = ({ from, to }: Period): Period => {
  const shifted = (day: string): string => {
    const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
    return before.endsWith('-02-29') ? before.replace('-29', '-28') : before;
  };
  return { from: shifted(from), to: shifted(to) };
};

/** The last so many months, as `YYYY-MM`, the one that a date lies in first. */
export const monthsUpTo = (date: string, count: number): readonly string[] => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
};
