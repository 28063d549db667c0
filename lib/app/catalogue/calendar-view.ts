import type { Calendar } from '../../domain/catalogue/calendar.ts';
import { countWorkingDays } from '../../domain/catalogue/calendar-rules.ts';
import type { Versioned } from '../../domain/catalogue/catalogue.ts';
import type { ViewOf } from '../request.ts';

export const calendarView = (calendar: Versioned<Calendar>): ViewOf<'get-calendar'> => ({
  ...calendar,
  workingDays: countWorkingDays(calendar),
});
