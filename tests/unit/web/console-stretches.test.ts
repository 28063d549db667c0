import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesBetween } from '../../../web/console/parts/stretches-between.ts';

const heights = fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 1, maxLength: 60 });
const topOf = (all: readonly number[], stretch: number): number =>
  all.slice(0, stretch).reduce((sum, height) => sum + height, 0);

test('every stretch that lies in sight is drawn, and none that lies beyond it but one at each edge', () => {
  fc.assert(
    fc.property(
      heights,
      fc.integer({ min: -500, max: 30_000 }),
      fc.integer({ min: 1, max: 2000 }),
      (all, from, sight) => {
        const to = from + sight;
        const { first, last } = stretchesBetween((stretch) => all[stretch] ?? 0, all.length, from, to);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(all.length);
        expect(first).toBeLessThanOrEqual(last);
        for (const [stretch, height] of all.entries()) {
          const top = topOf(all, stretch);
          const isInSight = top + height > from && top < to;
          if (isInSight) expect(first <= stretch && stretch <= last, `stretch ${stretch}`).toBe(true);
          else if (first < stretch && stretch < last) expect(top + height >= from && top <= to).toBe(true);
        }
      },
    ),
  );
});
