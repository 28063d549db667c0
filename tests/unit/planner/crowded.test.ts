import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../infra/commands/verify/certificate-file.ts';
import { dualBound } from '../../../infra/commands/verify/dual-bound.ts';
import { readInstance } from '../../../infra/commands/verify/instance-file.ts';
import { lookUp } from '../../../infra/commands/verify/look-up.ts';
import { boundAtPrices } from '../../../lib/planner/bound.ts';
import { certificatePieces, certificateOf as written } from '../../../lib/planner/certificate-writer.ts';
import { compileModel } from '../../../lib/planner/compile-model.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { defaultWeights } from '../../../lib/planner/price-table.ts';
import { createPriceSearch } from '../../../lib/planner/prices-search.ts';
import { anInstance } from '../../support/planner/an-instance.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { certificateOf } from '../../support/planner/certificates.ts';
import { learn } from '../../support/planner/learn-prices.ts';
import { tinyInstanceOf } from '../../support/planner/tiny-instance.ts';
import { verified } from '../../support/planner/verified.ts';

/** The bound where businesses of more than `mostTogether` requests are taken for crowded. */
const proof = async (instance: Instance, mostTogether: number, passes: number) => {
  const model = compileModel(instance, { mostTogether });
  const search = createPriceSearch(model);
  search.pace = passes;
  await learn(search, passes);
  const proven = boundAtPrices(model, defaultWeights, search.best, search.shares);
  const certificate = written(certificatePieces(instance, model, defaultWeights, proven, search.shares));
  return { bound: proven.bound, certificate };
};

describe('the bound of a crowded business', () => {
  it('lies above no optimum, and a verifier finds at least as much in its certificate', async () => {
    let crowded = 0;
    let tight = 0;
    for (let seed = 1; seed <= 1200; seed++) {
      const instance = tinyInstanceOf(seed);
      const { bound, certificate } = await proof(instance, 1 + (seed % 3), 15);
      if (certificate.crowded.length === 0) continue;
      crowded++;
      const optimum = bruteForce(instance).cost;
      expect(bound, `seed ${seed}`).toBeLessThanOrEqual(optimum);
      if (bound === optimum) tight++;
      const { value, faults } = dualBound(lookUp(readInstance(instance)), readCertificate(certificate));
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(value, `seed ${seed}`).toBeGreaterThanOrEqual(bound);
      expect(value, `seed ${seed}`).toBeLessThanOrEqual(optimum);
    }
    expect(crowded).toBeGreaterThan(400);
    expect(tight / crowded).toBeGreaterThan(0.3);
  });

  it('comes within a few hundredths of what planning finds, dozens of requests at one door', async () => {
    const days = Array.from({ length: 20 }, (_, n) => `2026-12-${String(n + 1).padStart(2, '0')}`);
    const requests = Array.from({ length: 40 }, (_, n) => ({
      id: `r${n}`,
      notBefore: days[Math.floor(n / 8) * 4],
      due: days[Math.floor(n / 8) * 4 + 3],
      ...(n % 2 ? { unit: 'health', items: ['kitchen'] } : {}),
    }));
    const instance = anInstance({ days, requests });
    const outcome = await planVisits(instance, { iterationLimit: 3000, pause: async () => {} });
    expect(verified(instance, outcome).faults).toEqual([]);
    expect(outcome.figures.scheduled).toBe(40);
    expect(outcome.figures.gapPercent).toBeLessThan(30);
  });

  it.each<[string, object[]]>([
    [
      'pay more than the whole',
      [
        { requests: ['r1'], shares: [600] },
        { requests: ['r2'], shares: [401] },
      ],
    ],
    [
      'hold a request twice',
      [
        { requests: ['r1'], shares: [500] },
        { requests: ['r1', 'r2'], shares: [500] },
      ],
    ],
    ['hold another business’s request', [{ requests: ['r1', 'r9'], shares: [1000] }]],
  ])('is not taken from groups that %s', (_, groups) => {
    const instance = anInstance({ days: ['2026-12-07'], requests: [{ id: 'r1' }, { id: 'r2' }] });
    const read = lookUp(readInstance(instance));
    const faultsOf = (given: object) =>
      dualBound(read, readCertificate({ ...certificateOf(), trips: [], ...given })).faults;
    expect(faultsOf({ crowded: [{ business: 'shop', groups }] })).toHaveLength(1);
    const sound = [
      { requests: ['r1'], shares: [600] },
      { requests: ['r2'], shares: [400] },
    ];
    expect(faultsOf({ crowded: [{ business: 'shop', groups: sound }] })).toEqual([]);
  });
});
