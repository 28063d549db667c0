/** A year's working days as announced: Saturdays and Sundays are free unless a make-up day, weekdays work unless a holiday. */
export type Calendar = {
  readonly year: number;
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
  /** True where the state has not announced the year yet and the district plans with an assumption. */
  readonly provisional: boolean;
};

const dayMs = 86_400_000;

/** The local date `days` calendar days after `date` (both `YYYY-MM-DD`). */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Calendar days from `from` to `to`, negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The years that a span of dates touches, ascending. */
export const yearsOf = (from: string, to: string): readonly number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n);

export const isWorkingDay = (calendar: Calendar, date: string): boolean => {
  if (calendar.makeUpDays.includes(date)) return true;
  if (calendar.holidays.includes(date)) return false;
  return new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0;
};

/** Working days from `from` to `to`, both included; the first year the calendars don't know where one is missing. */
export const workingDays = (
  calendars: ReadonlyMap<number, Calendar>,
  from: string,
  to: string,
): readonly string[] | { readonly unknownYear: number } => {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const calendar = calendars.get(yearOf(date));
    if (!calendar) return { unknownYear: yearOf(date) };
    if (isWorkingDay(calendar, date)) days.push(date);
  }
  return days;
};

/** The `count`-th working day after `date`; undefined where that leaves the known years. */
export const workingDayAfter = (
  calendars: ReadonlyMap<number, Calendar>,
  date: string,
  count: number,
): string | undefined => {
  let left = count;
  for (let day = date; ; ) {
    if (left === 0) return day;
    day = addDays(day, 1);
    const calendar = calendars.get(yearOf(day));
    if (!calendar) return undefined;
    if (isWorkingDay(calendar, day)) left -= 1;
  }
};
