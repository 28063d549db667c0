import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import { capOf, stabbingNumber, windowUnderCap } from '../../../lib/domain/statistics/yearly-cap.ts';

describe('the yearly cap', () => {
  it('is the department’s own where it has one', () => {
    const yearlyCap = { perDepartment: 4, byDepartment: { fire: 6 } };
    expect([capOf({ yearlyCap }, 'fire'), capOf({ yearlyCap }, 'health')]).toEqual([6, 4]);
  });

  it('takes the years that are full off a window', () => {
    const window = { notBefore: '2026-12-10', due: '2027-01-20' };
    expect(windowUnderCap(window, (day) => day < '2027')).toEqual({ notBefore: '2027-01-01', due: '2027-01-20' });
    expect(windowUnderCap(window, (day) => day >= '2027')).toEqual({ notBefore: '2026-12-10', due: '2026-12-31' });
    expect(windowUnderCap(window, () => true)).toBeUndefined();
    expect(windowUnderCap(window, () => false)).toEqual(window);
  });

  it('counts the fewest days that touch every window', () => {
    const day = (n: number) => addDays('2026-12-01', n);
    const window = fc.tuple(fc.nat(7), fc.nat(3)).map(([a, b]) => ({ notBefore: day(a), due: day(a + b) }));
    const bruteForce = (windows: readonly { notBefore: string; due: string }[]): number => {
      let least = windows.length;
      for (let days = 0; days < 2 ** 11; days++) {
        const chosen = Array.from({ length: 11 }, (_, n) => n).filter((n) => (days >> n) & 1);
        const touches = windows.every(({ notBefore, due }) => chosen.some((n) => notBefore <= day(n) && day(n) <= due));
        if (touches) least = Math.min(least, chosen.length);
      }
      return least;
    };
    fc.assert(
      fc.property(fc.array(window, { maxLength: 4 }), (windows) => {
        expect(stabbingNumber(windows)).toBe(bruteForce(windows));
      }),
      { numRuns: 25 },
    );
  });
});
