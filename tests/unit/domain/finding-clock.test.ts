import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Calendar, isWorkingDay } from '../../../lib/domain/catalogue/calendar.ts';
import {
  clockOn,
  earliestDue,
  settleDeadlines,
  startClock,
  stopClocks,
  workingDeadline,
} from '../../../lib/domain/findings/finding-clock.ts';
import { aCalendar } from '../../support/a-plan.ts';

/** The turn of the year as 2026 announced it in kind: New Year free, the Sunday before it worked. */
const announced: readonly Calendar[] = [
  aCalendar({ makeUpDays: ['2026-12-27'], holidays: ['2026-12-31'] }),
  aCalendar({ year: 2027, holidays: ['2027-01-01'], makeUpDays: ['2027-01-03'] }),
];
const known = new Map(announced.map((calendar) => [calendar.year, calendar]));
const only2026 = new Map(announced.slice(0, 1).map((calendar) => [calendar.year, calendar]));

describe('a deadline in working days', () => {
  it.each([
    ['skips a weekend', '2026-12-11', 1, '2026-12-14'],
    ['counts a make-up Sunday', '2026-12-25', 1, '2026-12-27'],
    ['skips the holidays of both years at its turn', '2026-12-30', 1, '2027-01-03'],
    ['counts on behind a make-up day of the new year', '2026-12-30', 2, '2027-01-04'],
  ])('%s', (_, from, count, dueOn) => {
    expect(workingDeadline(known, from, count)).toEqual({ dueOn });
  });

  it('is flagged with the year that is missing where it leaves what the calendar knows, and never guessed', () => {
    expect(workingDeadline(only2026, '2026-12-30', 1)).toEqual({
      unknownYear: 2027,
      from: '2026-12-30',
      workingDays: 1,
    });
    expect(workingDeadline(new Map(), '2026-12-30', 1)).toMatchObject({ unknownYear: 2026 });
  });

  it('is settled once the year is known, as if it had been known from the start', () => {
    const kinds = fc.constantFrom('verify', 'close', 'follow-up' as const);
    fc.assert(
      fc.property(kinds, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 80 }), (kind, day, workingDays) => {
        const from = addDays('2026-11-01', day);
        const late = startClock([], kind, workingDeadline(only2026, from, workingDays));
        const settled = settleDeadlines(late, known) ?? late;
        const [clock] = settled;
        expect(clock?.deadline).toEqual(workingDeadline(known, from, workingDays));
        const dueOn = clock && 'dueOn' in clock.deadline ? clock.deadline.dueOn : '';
        const calendar = known.get(Number(dueOn.slice(0, 4)));
        expect(calendar && isWorkingDay(calendar, dueOn)).toBe(true);
        expect(settleDeadlines(settled, known)).toBeUndefined();
      }),
    );
  });
});

describe('clocks', () => {
  const verify = { kind: 'verify', deadline: { dueOn: '2026-12-18' } } as const;

  it('run one of a kind: starting one again moves its end', () => {
    const moved = startClock([verify], 'verify', { dueOn: '2026-12-20' });
    expect(moved).toEqual([{ kind: 'verify', deadline: { dueOn: '2026-12-20' } }]);
    expect(stopClocks(moved, 'verify')).toEqual([]);
  });

  it('are overdue from the day after their last one', () => {
    expect(clockOn(verify, '2026-12-18')).toMatchObject({ daysLeft: 0, overdue: false });
    expect(clockOn(verify, '2026-12-19')).toMatchObject({ daysLeft: -1, overdue: true });
  });

  it('of an unknown end are seen before the year begins that hides it', () => {
    const unknown = { kind: 'close', deadline: { unknownYear: 2027, from: '2026-12-30', workingDays: 5 } } as const;
    expect(earliestDue([unknown])).toBe('2026-12-31');
    expect(earliestDue([unknown, verify])).toBe('2026-12-18');
    expect(clockOn(unknown, '2026-12-30')).toEqual({ kind: 'close', unknownYear: 2027, overdue: false });
    expect(earliestDue([])).toBeUndefined();
  });
});
