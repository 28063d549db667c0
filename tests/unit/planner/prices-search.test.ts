import { describe, expect, it } from 'vitest';
import { boundAtPrices } from '../../../lib/planner/bound.ts';
import { compileModel } from '../../../lib/planner/compile-model.ts';
import { defaultWeights } from '../../../lib/planner/price-table.ts';
import { createPriceSearch } from '../../../lib/planner/prices-search.ts';
import { districtInstance, districtSizes } from '../../support/planner/district-instance.ts';
import { learn } from '../../support/planner/learn-prices.ts';

const tight = () =>
  compileModel(districtInstance({ ...districtSizes.small, businesses: 600, plans: 80, days: 7, load: 3 }, 5));

const searched = (passes: number) => {
  const model = tight();
  const search = createPriceSearch(model);
  search.pace = passes;
  return { model, search };
};

describe('the price search', () => {
  it('never lowers its bound, and raises it above that of businesses planned alone', async () => {
    const { search } = searched(150);
    await learn(search, 1);
    const alone = search.bound;
    let last = alone;
    for (let n = 0; n < 149; n++) {
      await learn(search, 1);
      expect(search.bound).toBeGreaterThanOrEqual(last);
      last = search.bound;
    }
    expect(last).toBeGreaterThan(alone + 100);
  });

  it('keeps the prices and shares that its bound belongs to', async () => {
    const { model, search } = searched(60);
    await learn(search, 83);
    const proven = boundAtPrices(model, defaultWeights, search.best, search.shares);
    expect(Math.abs(proven.bound - search.bound)).toBeLessThan(4);
  });

  it('repeats itself: passes in slices are the same as passes at once', async () => {
    const whole = searched(40).search;
    const sliced = searched(40).search;
    await learn(whole, 40);
    for (const slice of [1, 7, 12, 20]) await learn(sliced, slice);
    expect(sliced.bound).toBe(whole.bound);
    expect([...sliced.best]).toEqual([...whole.best]);
  });

  it('asks nothing for slots that are never short', async () => {
    const instance = districtInstance(districtSizes.small, 5);
    const units = instance.units.map((unit) => ({ ...unit, teams: 99 }));
    const search = createPriceSearch(compileModel({ ...instance, units }));
    await learn(search, 30);
    expect(Math.max(...search.best)).toBe(0);
  });
});
