import { describe, expect, test } from 'vitest';
import { daysToHeat } from '../../../web/console/charts/day-heat.ts';
import {
  monthOf,
  monthsUpTo,
  periodBefore,
  sameAYearBefore,
  yearOf,
} from '../../../web/console/screens/figures/periods.ts';

describe('the period before', () => {
  test.each([
    [monthOf('2026-03-15'), { from: '2026-02-01', to: '2026-02-28' }],
    [monthOf('2026-01-01'), { from: '2025-12-01', to: '2025-12-31' }],
    [yearOf('2026-11-23'), { from: '2025-01-01', to: '2025-12-31' }],
    [
      { from: '2026-10-01', to: '2026-12-31' },
      { from: '2026-07-01', to: '2026-09-30' },
    ],
    [
      { from: '2026-11-09', to: '2026-11-15' },
      { from: '2026-11-02', to: '2026-11-08' },
    ],
  ])('of $from to $to ends the day before and is as long', (period, before) => {
    expect(periodBefore(period)).toEqual(before);
  });
});

describe('the same a year before', () => {
  test('are the same days, the last of February included', () => {
    expect(sameAYearBefore({ from: '2028-02-01', to: '2028-02-29' })).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  });
});

describe('a heat map', () => {
  test('puts each day into its week, Monday first, and shades it by quarters of the busiest', () => {
    const visits = new Map([
      ['2026-12-02', 8],
      ['2026-12-07', 2],
      ['2026-12-08', 3],
    ]);
    const cells = daysToHeat('2026-12-02', '2026-12-08', visits);
    expect(cells.map(({ week, weekday, level }) => [week, weekday, level])).toEqual([
      [0, 2, 4],
      [0, 3, 0],
      [0, 4, 0],
      [0, 5, 0],
      [0, 6, 0],
      [1, 0, 1],
      [1, 1, 2],
    ]);
  });

  test('of days without visits is empty, not broken', () => {
    expect(daysToHeat('2026-12-01', '2026-12-02', new Map()).map(({ level }) => level)).toEqual([0, 0]);
  });
});

test('the months offered for a report go back over the turn of a year, this month first', () => {
  expect(monthsUpTo('2026-02-28', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});
