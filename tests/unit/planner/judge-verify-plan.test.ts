import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../infra/commands/verify/certificate-file.ts';
import { dualBound } from '../../../infra/commands/verify/dual-bound.ts';
import { readInstance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import { lookUp } from '../../../infra/commands/verify/look-up.ts';
import { defaultWeights } from '../../../infra/commands/verify/plan-cost.ts';
import { UnusableInput } from '../../../infra/commands/verify/unusable-input.ts';
import { verifyPlan } from '../../../infra/commands/verify/verify-plan.ts';
import type { Certificate } from '../../../lib/planner/certificate.ts';
import type { Instance } from '../../../lib/planner/instance.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { anyPrices, certificateOf, unpriced, writtenCertificate } from '../../support/planner/certificates.ts';
import { tinyInstances } from '../../support/planner/tiny-instance.ts';

type Whole = (max: number) => number;

const wholeOf =
  (gen: fc.GeneratorValue): Whole =>
  (max) =>
    gen(fc.integer, { min: 0, max });

const anyTrips = (instance: Instance, whole: Whole): Certificate['trips'] =>
  instance.units.flatMap((unit) =>
    instance.days.map((day) => ({
      unit: unit.id,
      day,
      session: whole(instance.slots.sessions.length - 1),
      grid: `G${whole(1)}`,
      perSlot: [whole(900)],
      byBusiness: { B0: whole(500), B1: whole(500) },
    })),
  );

/** Every number of the certificate, by its path, changed by `change` one at a time. */
const tampered = (certificate: Certificate, change: (value: number) => number): Certificate[] => {
  const copies: Certificate[] = [];
  let target = 0;
  for (let more = true; more; target++) {
    let seen = 0;
    const copy = JSON.parse(JSON.stringify(certificate), (key, value) =>
      typeof value === 'number' && key !== 'format' && seen++ === target ? change(value) : value,
    );
    more = seen > target;
    if (more) copies.push(copy);
  }
  return copies;
};

const optimumOf = (instance: Instance) => {
  const { plan, cost } = bruteForce(instance);
  return { plan: readPlan(plan), cost, read: readInstance(instance) };
};

describe('verifying a plan with its certificate', () => {
  it('accepts the best plan with the bound that the prices prove', () => {
    fc.assert(
      fc.property(tinyInstances(3), fc.gen(), (instance, gen) => {
        const { plan, cost, read } = optimumOf(instance);
        const priced = certificateOf({ prices: anyPrices(instance, wholeOf(gen)) });
        const bound = dualBound(lookUp(read), priced).value;
        const { faults, figures } = verifyPlan(read, { ...plan, bound }, { ...priced, bound }, defaultWeights);
        expect(faults).toEqual([]);
        expect(figures).toMatchObject({ verified: true, cost, bound, recomputedBound: bound });
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('never accepts a false bound, whichever number of the certificate is changed', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(tinyInstances(3), fc.gen(), (instance, gen) => {
        const whole = wholeOf(gen);
        const { plan, cost, read } = optimumOf(instance);
        const priced = writtenCertificate({ prices: anyPrices(instance, whole), trips: anyTrips(instance, whole) });
        const certificate = { ...priced, bound: dualBound(lookUp(read), readCertificate(priced)).value };
        const by = 1 + whole(2000);
        for (const change of [(n: number) => n + by, (n: number) => Math.max(0, n - by), (n: number) => 2 * n]) {
          for (const copy of tampered(certificate, change)) {
            // A scale of 0 is no certificate at all.
            if (copy.scale === 0) continue;
            const { faults } = verifyPlan(read, plan, readCertificate(copy), defaultWeights);
            if (faults.length === 0) expect(copy.bound).toBeLessThanOrEqual(cost);
            if (faults.length === 0) accepted++;
            else refused++;
          }
        }
      }),
      { numRuns: 100, seed: 6 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(100);
  });

  it('refuses a bound above what the prices prove, in the certificate as in the plan', () => {
    fc.assert(
      fc.property(tinyInstances(3), fc.integer({ min: 1, max: 5 }), (instance, more) => {
        const { plan, read } = optimumOf(instance);
        const bound = dualBound(lookUp(read), certificateOf()).value;
        const verify = (plans: number, certificates: number) =>
          verifyPlan(read, { ...plan, bound: plans }, { ...unpriced, bound: certificates }, defaultWeights).faults;
        expect(verify(bound, bound)).toEqual([]);
        expect(verify(bound + more, bound)).not.toEqual([]);
        expect(verify(bound, bound + more)).not.toEqual([]);
        expect(verify(bound, Number.NaN)).not.toEqual([]);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('refuses weights other than those asked for', () => {
    const [instance] = fc.sample(tinyInstances(3), { numRuns: 1, seed: 8 });
    if (instance === undefined) throw new Error('no sample');
    const { plan, read } = optimumOf(instance);
    const cheap = certificateOf({ weights: { ...defaultWeights, trip: 0 } });
    expect(verifyPlan(read, plan, cheap, defaultWeights).faults).toEqual(['the certificate weighs trip 0, not 1']);
    expect(verifyPlan(read, plan, cheap, cheap.weights).faults).toEqual([]);
  });

  it('refuses windows called disjoint that share a day, but not for one day closed to business', () => {
    const day = (n: number) => `2026-12-0${n}`;
    const request = (id: string, from: number, to: number, mode = 'announced') => ({
      id,
      business: 'B',
      unit: 'U',
      items: ['I'],
      notBefore: day(from),
      due: day(to),
      mode,
    });
    const read = readInstance({
      format: 1,
      days: [1, 2, 3, 4].map(day),
      slots: { perDay: 1, minutes: 60, sessions: [[0]] },
      units: [{ id: 'U', teams: 1 }],
      items: [{ id: 'I', minutes: 30 }],
      businesses: [{ id: 'B', grid: 'G', closed: [day(2)] }],
      requests: [request('R1', 1, 2), request('R2', 2, 3), request('R3', 3, 4), request('R4', 1, 4, 'unannounced')],
    });
    const plan = readPlan({
      visits: [],
      unscheduled: ['R1', 'R2', 'R3', 'R4'].map((id) => ({ request: id, reason: 'no-capacity' })),
    });
    const verify = (ids: string[]) => verifyPlan(read, plan, certificateOf({ disjoint: { B: ids } }), defaultWeights);
    expect(verify(['R1', 'R2', 'R4']).figures).toMatchObject({ verified: true, visitsProven: 3 });
    expect(verify(['R1', 'R3', 'R4']).faults).toEqual([]);
    expect(verify(['R2', 'R3']).faults).toHaveLength(1);
    expect(verify(['R1', 'R1']).faults).not.toEqual([]);
    expect(verify(['R9']).faults).toHaveLength(1);
  });

  it('takes no certificate with a negative charge, a fraction of a charge or no scale', () => {
    const price = (value: unknown) => ({ ...writtenCertificate(), prices: { U0: [value] } });
    for (const raw of [price(-1), price(0.5), price('7'), { ...writtenCertificate(), scale: 0 }, null, []])
      expect(() => readCertificate(raw)).toThrow(UnusableInput);
    expect(readCertificate(price(1)).prices).toEqual({ U0: [1] });
  });
});
