import { addDays, workingDayAfter } from '../domain/catalogue/calendar.ts';
import { localDate } from '../domain/local-time.ts';
import { readCalendars } from './catalogue/read-calendars.ts';
import type { Ports } from './ports.ts';

const reach = 366; // calendar days, further than any number of working days that a setting allows

/** The local date `count` working days after today; undefined where the calendar does not reach so far, or nothing was asked for. */
export const workingDayFromNow = async (
  ports: Pick<Ports, 'calendars'>,
  district: string,
  count: number | undefined,
  now: Date,
): Promise<string | undefined> => {
  if (count === undefined) return undefined;
  const today = localDate(now);
  const calendars = await readCalendars(ports, { district }, { notBefore: today, due: addDays(today, reach) });
  return workingDayAfter(calendars, today, count);
};
