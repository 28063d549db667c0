import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../infra/commands/verify/certificate-file.ts';
import { dualBound } from '../../../infra/commands/verify/dual-bound.ts';
import { readInstance } from '../../../infra/commands/verify/instance-file.ts';
import { lookUp } from '../../../infra/commands/verify/look-up.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { anyPrices, certificateOf, unpriced } from '../../support/planner/certificates.ts';
import { tinyInstances } from '../../support/planner/tiny-instance.ts';

const boundOf = (instance: Instance, certificate: Certificate, limits?: Parameters<typeof dualBound>[2]) =>
  dualBound(lookUp(readInstance(instance)), certificate, limits);

const oneBusiness = (instance: Instance): Instance => ({
  ...instance,
  units: instance.units.map((unit) => ({ ...unit, teams: 9 })),
  businesses: instance.businesses.slice(0, 1),
  requests: instance.requests.filter((request) => request.business === 'B0'),
  committed: (instance.committed ?? []).filter((visit) => visit.business === 'B0'),
});

describe('the recomputed bound', () => {
  it('never exceeds the true optimum, whatever the prices', () => {
    fc.assert(
      fc.property(tinyInstances(4), fc.gen(), (instance, gen) => {
        const certificate = certificateOf({ prices: anyPrices(instance, (max) => gen(fc.integer, { min: 0, max })) });
        expect(boundOf(instance, certificate).value).toBeLessThanOrEqual(bruteForce(instance).cost);
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  it('is the optimum itself where a lone business finds teams enough', () => {
    fc.assert(
      fc.property(tinyInstances(4).map(oneBusiness), (instance) => {
        expect(boundOf(instance, unpriced)).toEqual({ value: bruteForce(instance).cost, relaxed: [], faults: [] });
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('stays below the optimum where a business is too large to enumerate', () => {
    let relaxed = 0;
    fc.assert(
      fc.property(tinyInstances(4).map(oneBusiness), fc.integer({ min: 1, max: 12 }), (instance, columns) => {
        const bound = boundOf(instance, unpriced, { columns, looks: columns });
        relaxed += bound.relaxed.length;
        expect(bound.value).toBeLessThanOrEqual(bruteForce(instance).cost);
      }),
      { numRuns: 500, seed: 4 },
    );
    expect(relaxed).toBeGreaterThan(50);
  });

  it('refuses a share of a trip that charges more than the trip costs', () => {
    const instance: Instance = {
      format: 1,
      days: ['2026-12-03'],
      slots: { perDay: 1, minutes: 60, starts: ['09:00'], sessions: [[0]] },
      units: [{ id: 'fire', teams: 2 }],
      items: [{ id: 'exits', minutes: 30 }],
      businesses: ['B1', 'B2'].map((id) => ({ id, grid: 'G' })),
      requests: ['B1', 'B2'].map((business) => ({
        id: `R-${business}`,
        business,
        unit: 'fire',
        items: ['exits'],
        notBefore: '2026-12-03',
        due: '2026-12-03',
        mode: 'announced' as const,
      })),
    };
    const trip = { unit: 'fire', day: '2026-12-03', session: 0, grid: 'G' };
    const shared = (share: object) => certificateOf({ trips: [{ ...trip, ...share }] });
    expect(boundOf(instance, unpriced)).toEqual({ value: 221, relaxed: [], faults: [] });
    expect(boundOf(instance, shared({ byBusiness: { B1: 1000 } })).faults).toEqual([]);
    expect(boundOf(instance, shared({ byBusiness: { B1: 600, B2: 401 } })).faults).toHaveLength(1);
    expect(boundOf(instance, shared({ perSlot: [501] })).faults).toHaveLength(1);
    expect(boundOf(instance, certificateOf({ trips: [trip, trip] })).faults).toHaveLength(1);
  });
});
