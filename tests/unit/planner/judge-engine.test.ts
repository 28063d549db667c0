import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../infra/commands/verify/check-plan.ts';
import { readInstance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { cheaperAddition, untruthOf } from '../../support/planner/left-out.ts';
import { tinyInstanceOf, tinyInstances } from '../../support/planner/tiny-instance.ts';
import { verified } from '../../support/planner/verified.ts';

// More with JUDGE_RUNS=100000, for a night.
const runs = Number(process.env.JUDGE_RUNS ?? 1200);
const timeout = 30_000 + 30 * runs;
const pause = async () => {};
const planTiny = (instance: Instance, seed = 1) => planVisits(instance, { seed, iterationLimit: 3000, pause });
const judged = (instance: Instance, plan: unknown) => checkPlan(readInstance(instance), readPlan(plan));

describe('the planner, held against exhaustive search', () => {
  it('keeps every rule, never claims a bound above the optimum, and misses the optimum rarely', { timeout }, async ({
    annotate,
  }) => {
    let optimal = 0;
    let tight = 0;
    let lost = 0;
    let sum = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const instance = tinyInstanceOf(seed);
      const { plan, figures } = await planTiny(instance);
      const { faults, figures: counted } = judged(instance, plan);
      const optimum = bruteForce(instance).cost;
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect({ seed, figures }).toMatchObject({ seed, figures: counted });
      expect(counted.cost, `seed ${seed}`).toBeGreaterThanOrEqual(optimum);
      expect(plan.bound, `seed ${seed}`).toBeLessThanOrEqual(optimum);
      if (counted.cost === optimum) optimal++;
      if (Math.ceil(plan.bound) === optimum) tight++;
      lost += counted.cost - optimum;
      sum += optimum;
    }
    const share = (part: number, of: number) => `${((100 * part) / of).toFixed(2)} %`;
    await annotate(
      `optimal ${share(optimal, runs)}, bound tight ${share(tight, runs)}, cost above the optimum ${share(lost, sum)}`,
    );
    expect(optimal / runs).toBeGreaterThan(0.99);
    expect(tight / runs).toBeGreaterThan(0.97);
  });

  it('writes certificates that prove the bound to a verifier with code of its own', { timeout }, async () => {
    for (let seed = 1; seed <= Math.ceil(runs / 2); seed++) {
      const instance = tinyInstanceOf(seed);
      const outcome = await planTiny(instance);
      const { faults, figures } = verified(instance, outcome);
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect({ seed, bound: figures.bound }).toEqual({ seed, bound: outcome.plan.bound });
    }
  });

  it('gives only true reasons, and leaves out nothing that could simply be added', { timeout }, async () => {
    let left = 0;
    for (let seed = 1; seed <= Math.ceil(runs / 4); seed++) {
      const instance = tinyInstanceOf(seed);
      const { plan } = await planTiny(instance);
      for (const { request, reason } of plan.unscheduled) {
        left++;
        expect({ seed, untruth: untruthOf(instance, plan, request, reason) }).toEqual({ seed, untruth: undefined });
        expect({ seed, request, better: cheaperAddition(instance, plan, request) }).toEqual({
          seed,
          request,
          better: undefined,
        });
      }
    }
    expect(left).toBeGreaterThan(runs / 20);
  });

  it.each([
    { unscheduled: 300, visit: 7, attendance: 50, trip: 20 },
    { unscheduled: 12.5, visit: 7.3, attendance: 1.1, trip: 0.7 },
  ])('plans by other weights than the usual, and proves its bound by those: %o', async (weights) => {
    await fc.assert(
      fc.asyncProperty(tinyInstances(4), async (instance) => {
        const outcome = await planVisits(instance, { seed: 1, iterationLimit: 1000, pause, weights });
        const { faults, figures } = verified(instance, outcome, weights);
        const optimum = bruteForce(instance, weights).cost;
        expect(faults).toEqual([]);
        expect(figures.cost).toBeGreaterThanOrEqual(optimum - 1e-9);
        expect(outcome.plan.bound).toBeLessThanOrEqual(optimum + 1e-9);
      }),
      { numRuns: 150, seed: 9 },
    );
  });

  it('says the same whatever order the instance is written in: the bound holds, the rules hold', async () => {
    await fc.assert(
      fc.asyncProperty(tinyInstances(4), async (instance) => {
        const reversed: Instance = {
          ...instance,
          units: instance.units.toReversed(),
          items: instance.items.toReversed(),
          businesses: instance.businesses.toReversed(),
          requests: instance.requests.toReversed(),
        };
        const optimum = bruteForce(instance).cost;
        const { plan } = await planTiny(reversed);
        expect(judged(instance, plan).faults).toEqual([]);
        expect(plan.bound).toBeLessThanOrEqual(optimum);
      }),
      { numRuns: 200, seed: 10 },
    );
  });
});
