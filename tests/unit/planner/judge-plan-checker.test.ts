import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../infra/commands/verify/check-plan.ts';
import { type Instance, type Plan, readInstance, readPlan } from '../../../infra/commands/verify/instance-file.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { tinyInstances } from '../../support/planner/tiny-instance.ts';

const instance: Instance = readInstance({
  format: 1,
  days: ['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'],
  slots: { perDay: 3, minutes: 60, starts: ['09:00', '10:00', '13:00'], sessions: [[0, 1], [2]] },
  units: [
    { id: 'fire', teams: 1, off: ['2026-12-08'] },
    { id: 'health', teams: 1 },
  ],
  items: [
    { id: 'exits', minutes: 90, class: 'safety' },
    { id: 'kitchen', minutes: 45 },
    { id: 'doors', minutes: 30, class: 'safety' },
  ],
  businesses: [
    { id: 'noodles', grid: 'G1', closed: ['2026-12-07'], minGapDays: 4 },
    { id: 'bakery', grid: 'G1', maxVisits: 1 },
  ],
  requests: [
    {
      id: 'R1',
      business: 'noodles',
      unit: 'fire',
      items: ['exits'],
      notBefore: '2026-12-03',
      due: '2026-12-08',
      mode: 'announced',
    },
    {
      id: 'R2',
      business: 'noodles',
      unit: 'health',
      items: ['kitchen', 'doors'],
      notBefore: '2026-12-03',
      due: '2026-12-07',
      mode: 'announced',
      weight: 3,
    },
    {
      id: 'R3',
      business: 'bakery',
      unit: 'health',
      items: ['kitchen'],
      notBefore: '2026-12-03',
      due: '2026-12-08',
      mode: 'unannounced',
    },
    {
      id: 'R4',
      business: 'bakery',
      unit: 'fire',
      items: ['exits'],
      notBefore: '2026-12-04',
      due: '2026-12-04',
      mode: 'announced',
    },
  ],
  committed: [
    { id: 'V1', business: 'bakery', day: '2026-12-04', slot: 2, mode: 'announced', attending: { health: 1 } },
  ],
});

const noodles = {
  business: 'noodles',
  day: '2026-12-04',
  slot: 0,
  mode: 'announced',
  requests: ['R1', 'R2'],
  performs: { health: ['kitchen', 'doors'] },
} as const;
const left = [
  { request: 'R3', reason: 'cap' },
  { request: 'R4', reason: 'too-long' },
];
const planOf = (visits: readonly object[], unscheduled: readonly object[] = left): Plan =>
  readPlan({ visits, unscheduled });
const faultsOf = (visits: readonly object[], unscheduled?: readonly object[]) =>
  checkPlan(instance, planOf(visits, unscheduled)).faults.join('\n');

describe('the plan checker', () => {
  it('accepts a visit where one unit performs the shared check and the other recognises it', () => {
    const { faults, figures } = checkPlan(instance, planOf([noodles]));
    expect(faults).toEqual([]);
    expect(figures).toEqual({
      cost: 2111,
      requests: 4,
      scheduled: 2,
      unscheduledWeight: 2,
      visits: 1,
      attendances: 1,
      trips: 1,
    });
  });

  it.each<[string, RegExp, object]>([
    ['on a day the business is closed', /closed/, { day: '2026-12-07' }],
    ['outside a window', /window of R2/, { day: '2026-12-08' }],
    ['on no working day', /no such/, { day: '2026-12-05' }],
    ['in no slot', /no such/, { slot: 3 }],
    ['of another mode than its requests', /R1 is announced/, { mode: 'unannounced' }],
    ['with a request of another business', /R3 is for bakery/, { requests: ['R1', 'R2', 'R3'] }],
    [
      'that performs a check twice',
      /class safety is performed twice/,
      { performs: { fire: ['exits'], health: ['kitchen', 'doors'] }, day: '2026-12-03' },
    ],
    ['that leaves a check out', /nobody performs class safety/, { performs: { health: ['kitchen'] } }],
    [
      'where a unit performs what it did not ask for',
      /asked for no such item/,
      { performs: { fire: ['doors'], health: ['kitchen'] } },
    ],
    ['past the end of a session', /past the end of the session/, { slot: 1 }],
    ['without requests', /without requests/, { requests: [], performs: {} }],
    ['that moves a committed visit', /moves committed visit V1/, { committed: 'V1' }],
    ['that joins an unknown visit', /unknown committed visit/, { committed: 'V9' }],
  ])('refuses a visit %s', (_, fault, change) => {
    expect(faultsOf([{ ...noodles, ...change }])).toMatch(fault);
  });

  it('refuses a unit on its day off', () => {
    const alone = { ...noodles, day: '2026-12-08', requests: ['R1'], performs: { fire: ['exits'] } };
    expect(faultsOf([alone], [...left, { request: 'R2', reason: 'gap' }])).toMatch(/fire is off/);
  });

  it('refuses more visits at once than a unit has teams, standing visits counted', () => {
    const meets = { ...noodles, slot: 2, requests: ['R2'], performs: { health: ['kitchen'] } };
    expect(faultsOf([meets], [...left, { request: 'R1', reason: 'gap' }])).toMatch(/health has 2 teams out/);
  });

  it('refuses visits closer than the gap in calendar days', () => {
    const early = { ...noodles, day: '2026-12-03', requests: ['R1'], performs: { fire: ['exits'] } };
    const late = { ...noodles, day: '2026-12-04', requests: ['R2'] };
    expect(faultsOf([early, late])).toMatch(/1 days apart, at least 4/);
  });

  it('counts a standing visit towards the cap', () => {
    const bakery = {
      business: 'bakery',
      day: '2026-12-08',
      slot: 0,
      mode: 'unannounced',
      requests: ['R3'],
      performs: { health: ['kitchen'] },
    };
    expect(faultsOf([noodles, bakery], left.slice(1))).toMatch(/bakery: 2 visits, at most 1/);
  });

  it('lets a unit at a standing visit stay longer only inside the session', () => {
    const join = {
      business: 'bakery',
      day: '2026-12-04',
      slot: 2,
      mode: 'announced',
      committed: 'V1',
      requests: ['R4'],
      performs: { fire: ['exits'] },
    };
    expect(faultsOf([noodles, join], left.slice(0, 1))).toMatch(/fire stays 2 slots, past the end/);
  });

  it.each<[string, RegExp, object[]]>([
    ['forgotten', /R3 is accounted for 0 times/, left.slice(1)],
    ['left out and scheduled', /R1 is accounted for 2 times/, [...left, { request: 'R1', reason: 'gap' }]],
    ['left out without a known reason', /no reason/, [{ request: 'R3', reason: 'tired' }, left[1] ?? {}]],
    ['unknown', /unknown request R9/, [...left, { request: 'R9', reason: 'gap' }]],
  ])('refuses a request %s', (_, fault, unscheduled) => {
    expect(faultsOf([noodles], unscheduled)).toMatch(fault);
  });

  it('agrees with exhaustive search on what is allowed and what it costs', () => {
    fc.assert(
      fc.property(tinyInstances(4), (tiny) => {
        const { cost, plan } = bruteForce(tiny);
        const { faults, figures } = checkPlan(readInstance(tiny), readPlan(plan));
        expect(faults).toEqual([]);
        expect(figures.cost).toBe(cost);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
