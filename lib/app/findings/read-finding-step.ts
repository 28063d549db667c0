import { addDays } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import type { FindingStep } from '../../domain/findings/finding-step.ts';
import { localDate } from '../../domain/local-time.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';

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
