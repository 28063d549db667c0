import { describe, expect, it } from 'vitest';
import type { PlanningOptions } from '../../../lib/planner/planning-options.ts';
import { planOnCores } from '../../../lib/threads/plan-on-cores.ts';
import { startPassThreads } from '../../../lib/threads/start-pass-threads.ts';
import { districtInstance, districtSizes } from '../../support/planner/district-instance.ts';
import { verified } from '../../support/planner/verified.ts';

/** Large enough for threads to be worth their while. */
const district = districtInstance({ ...districtSizes.medium, businesses: 3500, plans: 200 }, 1);
const options: PlanningOptions = { iterationLimit: 30_000, seed: 3, explain: false };

describe('planning on several cores', () => {
  it('gives the same plan and bound for the same number of cores, and proves it', async () => {
    expect(district.requests.length).toBeGreaterThan(5000);
    const first = await planOnCores(district, options, 3);
    const second = await planOnCores(district, options, 3);
    expect(second.plan).toEqual(first.plan);
    expect(verified(district, first)).toMatchObject({ faults: [] });
    expect(first.figures.gapPercent).toBeLessThan(40);
  });

  it('learns the same prices as one core does, up to the order in which numbers are added up', async () => {
    const few = { ...options, iterationLimit: 25_000 };
    const [one, two] = [await planOnCores(district, few, 1), await planOnCores(district, few, 2)];
    expect(Math.abs(two.figures.bound / one.figures.bound - 1)).toBeLessThan(0.01);
  });

  it('hands the fault on where a thread ends in the middle of its work', async () => {
    const threads = startPassThreads(1);
    const ended = threads.run(0, {
      prices: new Float64Array(0),
      temperature: 1,
      stride: 1,
      offset: 0,
      from: 0,
      to: 0,
    });
    await expect(ended).rejects.toThrow('thread met a fault');
    await expect(
      threads.run(0, { prices: new Float64Array(0), temperature: 1, stride: 1, offset: 0, from: 0, to: 0 }),
    ).rejects.toThrow();
    await threads.close();
  });
});
