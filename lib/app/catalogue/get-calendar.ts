import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { calendarView } from './calendar-view.ts';

export const getCalendar = async (
  { calendars }: Pick<Ports, 'calendars'>,
  { params, principal }: RequestOf<'get-calendar'>,
): Promise<ViewOf<'get-calendar'> | Refusal> => {
  const calendar = await calendars.find(scopeOf(principal), params.year);
  return calendar ? calendarView(calendar) : refuse('not-found');
};
