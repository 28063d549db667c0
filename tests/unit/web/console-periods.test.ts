import { describe, expect, test } from 'vitest';
import { monthOf, periodBefore, yearOf } from '../../../web/console/screens/periods.ts';

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
