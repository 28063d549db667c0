import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBusinessProgram } from '../../../lib/planner/business-program.ts';
import { compileModel } from '../../../lib/planner/compile-model.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import { largeBusinessBound } from '../../../lib/planner/large-business.ts';
import { defaultWeights, fillAttendance, newPrices } from '../../../lib/planner/price-table.ts';
import { anInstance } from '../../support/planner/an-instance.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { tinyInstances } from '../../support/planner/tiny-instance.ts';

/** The first business alone, with teams enough for all: then the program over one business is the whole problem. */
const alone = (instance: Instance): Instance => {
  const [first] = instance.businesses;
  return {
    ...instance,
    units: instance.units.map((unit) => ({ ...unit, teams: unit.teams === 0 ? 0 : 9 })),
    businesses: instance.businesses.slice(0, 1),
    requests: instance.requests.filter(({ business }) => business === first?.id),
    committed: instance.committed?.filter(({ business }) => business === first?.id),
  };
};

const solveAll = (instance: Instance): number => {
  const model = compileModel(instance);
  const program = createBusinessProgram(model, defaultWeights);
  const prices = newPrices(model, defaultWeights);
  let cost = 0;
  for (let part = 0; part < model.parts.count; part++) cost += program.solve(part, prices);
  return cost;
};

describe('planning one business at given prices', () => {
  it('finds the optimum that exhaustive search finds, whatever rules bind', () => {
    fc.assert(
      fc.property(tinyInstances(5), (instance) => {
        const one = alone(instance);
        expect(solveAll(one)).toBe(bruteForce(one).cost);
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it('pays for slots and avoids those that are dear', () => {
    const instance = anInstance({ requests: [{ id: 'r1' }] });
    const model = compileModel(instance);
    const prices = newPrices(model, defaultWeights);
    const slotPrices = new Float64Array(model.unitCount * model.timeCount).fill(7);
    slotPrices[3 * model.slotCount + 2] = 4;
    fillAttendance(model, defaultWeights, slotPrices, prices.attend);
    const program = createBusinessProgram(model, defaultWeights);
    expect(program.solve(0, prices)).toBe(100 + 10 + 1 + 4);
    expect([...program.chosen.at.subarray(0, program.chosen.count)]).toEqual([3 * model.slotCount + 2]);
  });

  it('leaves out what costs more than it weighs', () => {
    const instance = anInstance({ requests: [{ id: 'r1', weight: 0.1 }] });
    expect(solveAll(instance)).toBe(100);
  });

  it('bounds a business with very many requests from below by its disjoint windows', () => {
    const days = Array.from({ length: 20 }, (_, n) => `2026-12-${String(n + 1).padStart(2, '0')}`);
    const requests = Array.from({ length: 60 }, (_, n) => ({
      id: `r${n}`,
      notBefore: days[Math.floor(n / 3)] ?? '',
      due: days[Math.floor(n / 3)] ?? '',
    }));
    const model = compileModel(anInstance({ days, requests }));
    const prices = newPrices(model, defaultWeights);
    expect([...model.parts.exact.subarray(0, model.parts.count)]).toEqual(Array(model.parts.count).fill(0));
    expect(largeBusinessBound(model, defaultWeights, 0, prices)).toBe(20 * 110);
  });
});
