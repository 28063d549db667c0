import { describe, expect, it } from 'vitest';
import { calendarFaults, countWorkingDays } from '../../../lib/domain/catalogue/calendar-rules.ts';
import { aCalendar } from '../../support/a-plan.ts';

describe('a calendar', () => {
  it('is quiet about holidays as the state announces them, weekends among them, and make-up days on weekends', () => {
    const holidays = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'];
    expect(calendarFaults(aCalendar({ holidays, makeUpDays: ['2026-10-10'] }))).toEqual([]);
  });

  it('names days of another year', () => {
    expect(calendarFaults(aCalendar({ holidays: ['2027-01-01'], makeUpDays: ['2025-12-27'] }))).toEqual([
      { path: 'holidays[0]', code: 'calendar-year' },
      { path: 'makeUpDays[0]', code: 'calendar-year' },
    ]);
  });

  it('names make-up days that are weekdays anyway, days both free and worked, and repeats', () => {
    expect(calendarFaults(aCalendar({ makeUpDays: ['2026-10-12'] }))).toEqual([
      { path: 'makeUpDays[0]', code: 'calendar-weekday' },
    ]);
    expect(calendarFaults(aCalendar({ holidays: ['2026-10-10'], makeUpDays: ['2026-10-10'] }))).toEqual([
      { path: 'makeUpDays[0]', code: 'calendar-both' },
    ]);
    expect(calendarFaults(aCalendar({ holidays: ['2026-10-01', '2026-10-01'] }))).toEqual([
      { path: 'holidays[1]', code: 'duplicate', values: { first: 1 } },
    ]);
  });

  it('counts the working days of its year', () => {
    expect(countWorkingDays(aCalendar())).toBe(261);
    expect(countWorkingDays(aCalendar({ holidays: ['2026-10-01', '2026-10-03'], makeUpDays: ['2026-10-10'] }))).toBe(
      261,
    );
    expect(countWorkingDays(aCalendar({ year: 2024 }))).toBe(262);
  });
});
