import { addDays, type Calendar, daysBetween, workingDays } from '../catalogue/calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';

const mostDays = 366;

/** What is wrong with a horizon: too long, in a year the calendar doesn't know, or without a working day after today (rule 13). */
export const horizonRefusal = (
  calendars: ReadonlyMap<number, Calendar>,
  from: string,
  to: string,
  today: string,
): Refusal | undefined => {
  if (daysBetween(from, to) + 1 > mostDays) {
    return refuse('horizon-refused', { path: 'to', code: 'horizon-long', values: { most: mostDays } });
  }
  const days = workingDays(calendars, from, to);
  if ('unknownYear' in days) {
    return refuse('calendar-unknown', { path: 'to', code: 'calendar-unknown', values: { year: days.unknownYear } });
  }
  return days.some((day) => day >= addDays(today, 1))
    ? undefined
    : refuse('horizon-refused', { path: 'to', code: 'horizon-past' });
};
