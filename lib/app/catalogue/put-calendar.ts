import { calendarFaults } from '../../domain/catalogue/calendar-rules.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { calendarView } from './calendar-view.ts';

/** Replaces a year's calendar as a whole: check that it does not contradict itself, compare versions, write. */
export const putCalendar = async (
  { calendars }: Pick<Ports, 'calendars'>,
  { params, body, principal, ifMatch }: RequestOf<'put-calendar'>,
): Promise<ViewOf<'put-calendar'> | Refusal> => {
  const scope = scopeOf(principal);
  const calendar = { year: params.year, ...body };
  const faults = calendarFaults(calendar);
  if (faults.length > 0) return refuse('calendar-refused', ...faults);
  return decideAgain(async () => {
    const current = (await calendars.find(scope, params.year))?.version ?? 0;
    const mismatch = versionMismatch(ifMatch, current);
    if (mismatch) return mismatch;
    const stored = await calendars.put(scope, calendar, current);
    return stored === 'stored' ? calendarView({ ...calendar, version: current + 1 }) : stored;
  });
};
