import { duplicateFaults } from '../plans/duplicate-faults.ts';
import type { FieldError } from '../refusal.ts';
import { addDays, type Calendar, isWorkingDay } from './calendar.ts';

const isWeekend = (date: string): boolean => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0;

/** What contradicts itself in a calendar: days of another year, make-up days on weekdays, days both free and worked. */
export const calendarFaults = (calendar: Calendar): readonly FieldError[] => {
  const holidays = new Set(calendar.holidays);
  const inYear = (date: string) => date.startsWith(`${calendar.year}-`);
  const foreign = (field: 'holidays' | 'makeUpDays') =>
    calendar[field].flatMap((date, index) =>
      inYear(date) ? [] : [{ path: `${field}[${index}]`, code: 'calendar-year' }],
    );
  const makeUp = calendar.makeUpDays.flatMap((date, index) => [
    ...(isWeekend(date) ? [] : [{ path: `makeUpDays[${index}]`, code: 'calendar-weekday' }]),
    ...(holidays.has(date) ? [{ path: `makeUpDays[${index}]`, code: 'calendar-both' }] : []),
  ]);
  return [
    ...foreign('holidays'),
    ...foreign('makeUpDays'),
    ...makeUp,
    ...duplicateFaults(calendar.holidays, (index) => `holidays[${index}]`),
    ...duplicateFaults(calendar.makeUpDays, (index) => `makeUpDays[${index}]`),
  ];
};

/** How many days of its year a calendar leaves to work on. */
export const countWorkingDays = (calendar: Calendar): number => {
  let count = 0;
  for (let date = `${calendar.year}-01-01`; date.startsWith(`${calendar.year}-`); date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
};
