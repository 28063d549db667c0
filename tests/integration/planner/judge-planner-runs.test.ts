import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../infra/commands/verify/check-plan.ts';
import { readInstance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import type { Instance, Plan } from '../../../lib/planner/instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { type District, districtInstance, districtSizes } from '../../support/planner/district-instance.ts';
import { instanceToLinearModel } from '../../support/planner/linear-model.ts';
import { solveWithHighs } from '../../support/planner/solve-with-highs.ts';
import { verified } from '../../support/planner/verified.ts';

const quarter: District = { ...districtSizes.tight, businesses: 200, plans: 120, overlap: 0.6, committed: 0.2 };
const street: District = { ...quarter, businesses: 30, days: 10 };
/** The same requests at a handful of businesses: dozens at one. */
const gathered = (instance: Instance, count: number): Instance => ({
  ...instance,
  businesses: instance.businesses.slice(0, count),
  requests: instance.requests.map((request, n) => ({
    ...request,
    business: instance.businesses[n % count]?.id ?? request.business,
  })),
  committed: [],
});

const judged = (instance: Instance, plan: Plan) => checkPlan(readInstance(instance), readPlan(plan));

describe('the planner on a street, beside an exact solver', () => {
  it.each([1, 2, 3, 4])(
    'costs no less than the optimum, bounds no higher, and stays within a hundredth of it (seed %i)',
    async (seed) => {
      const instance = districtInstance(street, seed);
      const exact = await solveWithHighs(instanceToLinearModel(instance), 30);
      const { plan } = await planVisits(instance, { seed, iterationLimit: 20_000 });
      const { faults, figures } = judged(instance, plan);
      expect(faults).toEqual([]);
      expect(exact.optimal).toBe(true);
      const optimum = Math.round(exact.cost);
      expect(figures.cost).toBeGreaterThanOrEqual(optimum);
      expect(plan.bound).toBeLessThanOrEqual(optimum);
      expect(figures.cost).toBeLessThanOrEqual(1.01 * optimum);
    },
  );
});

describe('the planner on a quarter', () => {
  it('gives the same plan for the same seed and iteration limit', async () => {
    const instance = districtInstance(quarter, 7);
    const run = () => planVisits(instance, { seed: 3, iterationLimit: 20_000 });
    const [first, second] = [await run(), await run()];
    expect(second.plan).toEqual(first.plan);
    expect(second.certificate()).toEqual(first.certificate());
  });

  it('keeps every rule at any iteration limit, and more iterations never cost more nor prove less', async () => {
    const instance = districtInstance(quarter, 8);
    let [cost, bound] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const iterationLimit of [1, 300, 3000, 20_000]) {
      const { plan } = await planVisits(instance, { seed: 1, iterationLimit });
      const { faults, figures } = judged(instance, plan);
      expect(faults).toEqual([]);
      expect(figures.cost).toBeLessThanOrEqual(cost);
      expect(plan.bound).toBeGreaterThanOrEqual(bound);
      expect(plan.bound).toBeLessThanOrEqual(figures.cost);
      [cost, bound] = [figures.cost, plan.bound];
    }
  });

  it('stops when told to and hands over the best plan so far', async () => {
    const instance = districtInstance(quarter, 9);
    const controller = new AbortController();
    let reports = 0;
    const { plan, trajectory } = await planVisits(instance, {
      seed: 1,
      iterationLimit: Number.MAX_SAFE_INTEGER,
      signal: controller.signal,
      onProgress: () => {
        reports++;
        if (reports === 4) controller.abort();
      },
    });
    expect(judged(instance, plan).faults).toEqual([]);
    expect(trajectory.length).toBeGreaterThanOrEqual(4);
  });

  it('plans without a look at anything once its signal is aborted beforehand', async () => {
    const instance = districtInstance(quarter, 9);
    const { plan } = await planVisits(instance, { seed: 1, signal: AbortSignal.abort() });
    expect(judged(instance, plan).faults).toEqual([]);
  });

  it('reports costs that only fall and bounds that only rise, the bound below the cost', async () => {
    const instance = districtInstance(quarter, 10);
    const { trajectory, plan } = await planVisits(instance, { seed: 1, iterationLimit: 20_000 });
    const searching = trajectory.slice(1);
    for (const [n, { cost, bound }] of searching.entries()) {
      expect(bound).toBeLessThanOrEqual(cost);
      expect(cost).toBeLessThanOrEqual(searching[n - 1]?.cost ?? Number.POSITIVE_INFINITY);
      expect(bound).toBeGreaterThanOrEqual(searching[n - 1]?.bound ?? Number.NEGATIVE_INFINITY);
    }
    expect(searching.at(-1)?.cost).toBe(judged(instance, plan).figures.cost);
  });

  it.each([1, 2])('serves businesses that everyone asks for, dozens of requests at one (seed %i)', async (seed) => {
    const instance = gathered(districtInstance({ ...quarter, plans: 60 }, seed), 3);
    const most = Math.max(
      ...Map.groupBy(instance.requests, (r) => r.business)
        .values()
        .map((own) => own.length),
    );
    expect(most).toBeGreaterThan(24);
    const outcome = await planVisits(instance, { seed, iterationLimit: 60 });
    const { faults, figures } = verified(instance, outcome);
    expect(faults).toEqual([]);
    expect(figures.relaxedBusinesses).toBeGreaterThan(0);
  });

  it('proves with its certificate how near the best its plan is', async () => {
    const instance = districtInstance(quarter, 11);
    const outcome = await planVisits(instance, { seed: 1, iterationLimit: 20_000 });
    const { faults, figures } = verified(instance, outcome);
    expect(faults).toEqual([]);
    expect(figures.bound).toBe(outcome.plan.bound);
    expect(figures.gapPercent).toBeLessThan(1);
    expect(figures.visitsProven).toBeGreaterThan(0);
  });

  it('has nothing to plan where nothing is asked for', async () => {
    const instance = { ...districtInstance(quarter, 1), requests: [], committed: [] };
    const { plan, figures } = await planVisits(instance, { seed: 1 });
    expect(plan).toEqual({ visits: [], unscheduled: [], bound: 0 });
    expect(figures).toMatchObject({ cost: 0, visits: 0 });
  });
});
