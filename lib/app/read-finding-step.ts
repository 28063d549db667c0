import { addDays } from '../domain/calendar.ts';
import type { FindingStep } from '../domain/finding-step.ts';
import { localDate } from '../domain/local-time.ts';
import { settingsOn } from '../domain/settings.ts';
import type { Ports } from './ports.ts';
import { readCalendars } from './read-calendars.ts';

const daysAhead = 450; // 250 working days, which is the most that a deadline takes, and their holidays

/** The rules of the day: settings, and the calendars as far as deadlines may reach. */
export const readFindingStep = async (
  ports: Pick<Ports, 'settings' | 'calendars'>,
  district: string,
  by: string,
  now: Date,
): Promise<FindingStep> => {
  const scope = { district };
  const today = localDate(now);
  const [history, calendars] = await Promise.all([
    ports.settings.history(scope),
    readCalendars(ports, scope, { notBefore: today, due: addDays(today, daysAhead) }),
  ]);
  return { by, now, settings: settingsOn(history, today), calendars };
};
