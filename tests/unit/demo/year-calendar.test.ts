import { describe, expect, test } from 'vitest';
import { yearCalendar } from '../../../infra/local/demo/year-calendar.ts';
import { isWorkingDay } from '../../../lib/domain/catalogue/calendar.ts';

describe('the calendar of a year', () => {
  test('2026 is as the State Council announced it, make-up days included', () => {
    const year = yearCalendar(2026);
    expect(year.provisional).toBe(false);
    expect(year.makeUpDays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    for (const free of ['2026-01-02', '2026-02-16', '2026-02-23', '2026-10-07'])
      expect(isWorkingDay(year, free)).toBe(false);
    for (const worked of ['2026-02-14', '2026-02-24', '2026-10-08']) expect(isWorkingDay(year, worked)).toBe(true);
  });

  test('a year nobody has announced is marked provisional and frees what the law frees', () => {
    const year = yearCalendar(2030); // Spring Festival Sunday 3 February, its eve Saturday: both made good after the two days that follow
    expect(year).toEqual({
      year: 2030,
      provisional: true,
      makeUpDays: [],
      holidays: [
        '2030-01-01',
        '2030-02-04',
        '2030-02-05',
        '2030-02-06',
        '2030-02-07',
        '2030-04-05',
        '2030-05-01',
        '2030-05-02',
        '2030-06-05',
        '2030-09-12',
        '2030-10-01',
        '2030-10-02',
        '2030-10-03',
      ],
    });
  });

  test('holidays are weekdays and make-up days are weekends, in every year', () => {
    for (let number = 2024; number <= 2036; number += 1) {
      const year = yearCalendar(number);
      const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0;
      expect(year.holidays.length).toBeGreaterThanOrEqual(11);
      expect(year.holidays.filter((date) => !weekday(date))).toEqual([]);
      expect(year.makeUpDays.filter(weekday)).toEqual([]);
    }
  });
});
