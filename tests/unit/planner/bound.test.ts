import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundAtPrices } from '../../../lib/planner/bound.ts';
import { compileModel } from '../../../lib/planner/compile-model.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { defaultWeights } from '../../../lib/planner/price-table.ts';
import { createPriceSearch } from '../../../lib/planner/prices-search.ts';
import { createTripShares } from '../../../lib/planner/prices-trip-shares.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { learn } from '../../support/planner/learn-prices.ts';
import { tinyInstanceOf, tinyInstances } from '../../support/planner/tiny-instance.ts';

const boundAfter = async (instance: Instance, passes: number) => {
  const model = compileModel(instance);
  const search = createPriceSearch(model);
  search.pace = passes;
  await learn(search, passes);
  return boundAtPrices(model, defaultWeights, search.best, search.shares);
};

/** One business owed so many checks that no exact program takes it on; every third window ends before the next third's opens. */
const crowdedBusiness = (requests: number): Instance => ({
  format: 1,
  days: ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'],
  slots: { perDay: 2, minutes: 60, starts: ['09:00', '14:00'], sessions: [[0], [1]] },
  units: [
    { id: 'U1', teams: 1 },
    { id: 'U2', teams: 1 },
  ],
  items: [{ id: 'I1', minutes: 20 }],
  businesses: [{ id: 'B1', grid: 'G1' }],
  requests: Array.from({ length: requests }, (_, n) => ({
    id: `R${n}`,
    business: 'B1',
    unit: n % 2 === 0 ? 'U1' : 'U2',
    items: ['I1'],
    notBefore: ['2026-12-01', '2026-12-03', '2026-12-07'][n % 3],
    due: ['2026-12-02', '2026-12-04', '2026-12-08'][n % 3],
    mode: 'announced',
  })),
});

describe('the bound', () => {
  it('lies above no optimum once prices are learnt', async () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const instance = tinyInstanceOf(seed);
      const { bound } = await boundAfter(instance, 12);
      expect(bound, `seed ${seed}`).toBeLessThanOrEqual(bruteForce(instance).cost);
    }
  });

  it('lies above no optimum at any prices and attendances seen', () => {
    fc.assert(
      fc.property(
        tinyInstances(4),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (instance, draws) => {
          const model = compileModel(instance);
          const next = () => draws.next().value ?? 0;
          const shares = createTripShares(model, defaultWeights.trip);
          shares.seen.forEach((_, at) => {
            shares.seen[at] = next();
          });
          shares.slotSeen.forEach((_, at) => {
            shares.slotSeen[at] = next();
          });
          shares.update();
          const prices = Float64Array.from(model.capacity, () => (next() < 0.5 ? 0 : 300 * next()));
          expect(boundAtPrices(model, defaultWeights, prices, shares).bound).toBeLessThanOrEqual(
            bruteForce(instance).cost,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the optimum where there is one business', async () => {
    for (let seed = 1; seed <= 600; seed++) {
      const drawn = tinyInstanceOf(seed);
      const [business] = drawn.businesses;
      const own = <T extends { readonly business: string }>(list: readonly T[] = []) =>
        list.filter((entry) => entry.business === business?.id);
      const instance = {
        ...drawn,
        businesses: drawn.businesses.slice(0, 1),
        requests: own(drawn.requests),
        committed: own(drawn.committed),
      };
      expect((await boundAfter(instance, 1)).bound, `seed ${seed}`).toBe(bruteForce(instance).cost);
    }
  });

  it('holds where a business has more requests than the exact program takes', async () => {
    const instance = crowdedBusiness(15);
    const { plan, figures } = await planVisits(instance, { iterationLimit: 50, pause: async () => {} });
    expect(figures.visits).toBeGreaterThanOrEqual(3);
    expect(plan.bound).toBeLessThanOrEqual(figures.cost);
    expect(plan.bound).toBeGreaterThanOrEqual(330);
  });

  it('is a whole number where every weight is, and rounded down where one is not', async () => {
    const instance = crowdedBusiness(3);
    expect((await boundAfter(instance, 3)).bound % 1).toBe(0);
    const [first, ...rest] = instance.requests;
    const fractional = first ? { ...instance, requests: [{ ...first, weight: 0.05 }, ...rest] } : instance;
    const { cost } = bruteForce(fractional);
    const { bound } = await boundAfter(fractional, 3);
    expect(cost).toBeGreaterThan(270);
    expect(bound).toBeLessThanOrEqual(cost);
    expect(bound).toBeGreaterThan(cost - 0.01);
  });
});
