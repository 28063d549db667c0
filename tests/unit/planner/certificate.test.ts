import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../infra/commands/verify/certificate-file.ts';
import { readInstance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import { verifyPlan } from '../../../infra/commands/verify/verify-plan.ts';
import { evenShare } from '../../../lib/planner/certificate.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { defaultWeights } from '../../../lib/planner/price-table.ts';
import { districtInstance, districtSizes } from '../../support/planner/district-instance.ts';
import { tinyInstances } from '../../support/planner/tiny-instance.ts';

const planAndVerify = async (instance: Instance, iterationLimit: number) => {
  const outcome = await planVisits(instance, { iterationLimit, pause: async () => {} });
  const certificate = outcome.certificate();
  const verified = verifyPlan(
    readInstance(instance),
    readPlan(outcome.plan),
    readCertificate(JSON.parse(JSON.stringify(certificate))),
    defaultWeights,
  );
  return { outcome, certificate, verified };
};

describe('a certificate', () => {
  it('proves its bound to a verifier that knows only the instance', async () => {
    await fc.assert(
      fc.asyncProperty(tinyInstances(5), async (instance) => {
        const { certificate, verified } = await planAndVerify(instance, 200);
        expect(verified.faults).toEqual([]);
        expect(verified.figures.recomputedBound).toBe(certificate.bound);
      }),
      { numRuns: 300 },
    );
  });

  it('proves a district’s bound, standing visits and shared trips included', async () => {
    const instance = districtInstance({ ...districtSizes.small, committed: 0.3 }, 7);
    const { outcome, certificate, verified } = await planAndVerify(instance, 20_000);
    expect(verified.faults).toEqual([]);
    expect(verified.figures).toMatchObject({ verified: true, bound: outcome.plan.bound, relaxedBusinesses: 0 });
    expect(certificate.trips.length).toBeGreaterThan(0);
    expect(outcome.figures.gapPercent).toBeLessThan(1);
  });

  it('names disjoint windows for every business that needs more than one visit', async () => {
    const instance = districtInstance(districtSizes.small, 3);
    const { certificate, verified } = await planAndVerify(instance, 2000);
    const request = new Map(instance.requests.map((entry) => [entry.id, entry]));
    expect(Object.keys(certificate.disjoint).length).toBeGreaterThan(5);
    for (const ids of Object.values(certificate.disjoint)) expect(ids.length).toBeGreaterThan(1);
    for (const [business, ids] of Object.entries(certificate.disjoint))
      for (const id of ids) expect(request.get(id)?.business).toBe(business);
    expect(verified.figures.visitsProven).toBeGreaterThan(0);
  });
});

describe('the even share of a trip', () => {
  it('never charges callers or slots more than the trip costs', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(300), fc.nat(300), (cost, callers, places) => {
        const { perSlot, perBusiness } = evenShare(cost, callers, places);
        expect(perSlot * places + perBusiness * callers).toBeLessThanOrEqual(cost);
        expect(Math.min(perSlot, perBusiness)).toBe(0);
      }),
    );
  });
});
