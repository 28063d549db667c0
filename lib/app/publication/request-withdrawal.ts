import { addDays, workingDayAfter } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { requestWithdrawal as requested } from '../../domain/publication/publication.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changePublication } from './change-publication.ts';

const daysAhead = 60; // three working days and the longest holidays

/**
 * A published record is said to be wrong: read the deadline off the calendar, note the request on the visit. A year that the
 * calendar does not know is no reason to turn a wrong record's correction away: then there is no deadline to show.
 */
export const requestWithdrawal = async (
  ports: Pick<Ports, 'visits' | 'calendars' | 'settings'>,
  request: RequestOf<'request-withdrawal'>,
): Promise<ViewOf<'request-withdrawal'> | Refusal> => {
  const { body, principal, now } = request;
  const scope = { district: principal.district };
  const today = localDate(now);
  const { withdrawWorkingDays } = settingsOn(await ports.settings.history(scope), today);
  const calendars = await readCalendars(ports, scope, { notBefore: today, due: addDays(today, daysAhead) });
  const decideBy = workingDayAfter(calendars, today, withdrawWorkingDays);
  const step = { at: now.toISOString(), by: principal.subject, reason: body.reason };
  return changePublication(ports, request, (visit) => requested(visit, step, decideBy));
};
