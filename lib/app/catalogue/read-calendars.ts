import { type Calendar, yearsOf } from '../../domain/catalogue/calendar.ts';
import type { Window } from '../../domain/plans/plan.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';

/** The calendars of a window's years, up to the first that the district does not know. */
export const readCalendars = async (
  { calendars }: Pick<Ports, 'calendars'>,
  scope: Scope,
  { notBefore, due }: Window,
): Promise<ReadonlyMap<number, Calendar>> => {
  const known = new Map<number, Calendar>();
  for (const year of yearsOf(notBefore, due)) {
    const calendar = await calendars.find(scope, year);
    if (!calendar) return known;
    known.set(year, calendar);
  }
  return known;
};
