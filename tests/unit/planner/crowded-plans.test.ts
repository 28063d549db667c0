import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../infra/commands/verify/check-plan.ts';
import { readInstance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { anInstance } from '../../support/planner/an-instance.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { untruthOf } from '../../support/planner/left-out.ts';
import { tinyInstanceOf } from '../../support/planner/tiny-instance.ts';

const pause = async () => {};

describe('the plan of a crowded business', () => {
  it('keeps every rule and gives true reasons, however few requests are planned together', async () => {
    let crowded = 0;
    let optimal = 0;
    for (let seed = 1; seed <= 900; seed++) {
      const instance = tinyInstanceOf(seed);
      const mostTogether = 1 + (seed % 3);
      const sizes = Map.groupBy(instance.requests, ({ business }) => business).values();
      if (![...sizes].some((requests) => requests.length > mostTogether)) continue;
      crowded++;
      const { plan, figures } = await planVisits(instance, { seed, iterationLimit: 1500, pause, mostTogether });
      const { faults, figures: counted } = checkPlan(readInstance(instance), readPlan(plan));
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect({ seed, figures }).toMatchObject({ seed, figures: counted });
      const optimum = bruteForce(instance).cost;
      expect(counted.cost, `seed ${seed}`).toBeGreaterThanOrEqual(optimum);
      expect(plan.bound, `seed ${seed}`).toBeLessThanOrEqual(optimum);
      if (counted.cost === optimum) optimal++;
      for (const { request, reason } of plan.unscheduled)
        expect({ seed, request, untruth: untruthOf(instance, plan, request, reason) }).toEqual({ seed, request });
    }
    expect(crowded).toBeGreaterThan(300);
    expect(optimal / crowded).toBeGreaterThan(0.5);
  });

  it('is one visit where all may come at once, thirty requests of ten units', async () => {
    const units = Array.from({ length: 10 }, (_, n) => ({ id: `u${n}` }));
    const requests = Array.from({ length: 30 }, (_, n) => ({ id: `r${n}`, unit: `u${n % 10}`, items: [`i${n}`] }));
    const items = requests.map(({ items: [id = ''] }) => ({ id, minutes: 30 }));
    const instance = anInstance({ units, items, requests });
    const { plan, visits, unmerged } = await planVisits(instance, { iterationLimit: 3000, pause, mostTogether: 6 });
    expect(checkPlan(readInstance(instance), readPlan(plan)).faults).toEqual([]);
    expect(plan.visits.map((visit) => visit.requests.length)).toEqual([30]);
    expect(plan.visits[0]?.requests).toHaveLength(30);
    expect(visits[0]?.needed).toHaveLength(1);
    expect(unmerged).toEqual([]);
  });

  it('performs once what two groups of requests ask for', async () => {
    const units = Array.from({ length: 14 }, (_, n) => ({ id: `u${n}` }));
    const requests = units.map(({ id }) => ({ id: `r-${id}`, unit: id, items: [`licence-${id}`, `own-${id}`] }));
    const items = units.flatMap(({ id }) => [
      { id: `licence-${id}`, minutes: 20, class: 'licence' },
      { id: `own-${id}`, minutes: 20 },
    ]);
    const instance = anInstance({ units, items, requests });
    const { plan, visits } = await planVisits(instance, { iterationLimit: 3000, pause, mostTogether: 6 });
    expect(checkPlan(readInstance(instance), readPlan(plan)).faults).toEqual([]);
    expect(plan.visits).toHaveLength(1);
    expect(visits[0]?.recognised).toHaveLength(13);
  });
});
