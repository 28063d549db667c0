import type { Calendar } from '../domain/calendar.ts';
import { countWorkingDays } from '../domain/calendar-rules.ts';
import type { Versioned } from '../domain/catalogue.ts';
import type { ViewOf } from './request.ts';

export const calendarView = (calendar: Versioned<Calendar>): ViewOf<'get-calendar'> => ({
  ...calendar,
  workingDays: countWorkingDays(calendar),
});
