/** A calendar month as `YYYY-MM`, and its days from first to last. */
export type MonthDays = { readonly month: string; readonly from: string; readonly to: string };

/** The days of a month; `later` months after it, before it where negative. */
export const monthDays = (month: string, later = 0): MonthDays => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const day = (months: number, date: number): string =>
    new Date(Date.UTC(year, number - 1 + months, date)).toISOString().slice(0, 10);
  const from = day(later, 1);
  return { month: from.slice(0, 7), from, to: day(later + 1, 0) };
};
