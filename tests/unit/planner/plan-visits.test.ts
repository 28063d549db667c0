import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../lib/planner/instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import type { PlanningOptions, Progress } from '../../../lib/planner/planning-options.ts';
import { anInstance } from '../../support/planner/an-instance.ts';
import { cheaperAddition, untruthOf } from '../../support/planner/left-out.ts';
import { tinyInstanceOf } from '../../support/planner/tiny-instance.ts';

const pause = async () => {};
const plan = (instance: Instance, options: PlanningOptions = {}) =>
  planVisits(instance, { iterationLimit: 2000, pause, ...options });

/** Many businesses asking one unit for more than it can do. */
const crowded = anInstance({
  units: [{ id: 'fire', teams: 2 }, { id: 'health' }],
  businesses: Array.from({ length: 60 }, (_, n) => ({ id: `b${n}`, grid: `G${n % 3}` })),
  requests: Array.from({ length: 90 }, (_, n) => ({
    id: `r${n}`,
    business: `b${n % 60}`,
    ...(n % 3 === 0 ? { unit: 'health', items: ['kitchen'] } : {}),
  })),
});

describe('planning visits', () => {
  it('merges what one visit can serve, and says what it saved', async () => {
    const instance = anInstance({ requests: [{ id: 'r1' }, { id: 'r2', unit: 'health', items: ['kitchen'] }] });
    const { plan: made, figures, visits, unmerged } = await plan(instance);
    expect(made.visits).toHaveLength(1);
    expect(made.visits[0]).toMatchObject({
      requests: ['r1', 'r2'],
      performs: { fire: ['exits'], health: ['kitchen'] },
    });
    expect(figures).toMatchObject({
      requests: 2,
      scheduled: 2,
      visits: 1,
      avoided: 1,
      reductionPercent: 50,
      jointVisits: 1,
      attendances: 2,
      trips: 2,
      unscheduledWeight: 0,
      cost: 122,
      bound: 122,
      gapPercent: 0,
    });
    expect(visits).toEqual([
      { visit: 0, requests: ['r1', 'r2'], recognised: [], cost: 122, separateCost: 222, needed: ['r1'] },
    ]);
    expect(unmerged).toEqual([]);
  });

  it('sends one unit where another recognises its result', async () => {
    const items = [
      { id: 'exits', minutes: 30, class: 'escape' },
      { id: 'doors', minutes: 20, class: 'escape' },
    ];
    const requests = [{ id: 'r1' }, { id: 'r2', unit: 'health', items: ['doors'] }];
    const { plan: made, visits, figures } = await plan(anInstance({ items, requests }));
    expect(figures).toMatchObject({ visits: 1, attendances: 1, cost: 111 });
    const [by] = Object.keys(made.visits[0].performs);
    expect(visits[0].recognised).toEqual([
      by === 'fire' ? { request: 'r2', item: 'doors', by } : { request: 'r1', item: 'exits', by },
    ]);
  });

  it('adds requests to a standing visit, which neither moves nor counts', async () => {
    const committed = [
      { id: 'v1', business: 'shop', day: '2026-12-09', slot: 2, mode: 'announced' as const, attending: { fire: 1 } },
    ];
    const { plan: made, figures } = await plan(anInstance({ committed, requests: [{ id: 'r1' }] }));
    expect(made.visits).toMatchObject([{ day: '2026-12-09', slot: 2, committed: 'v1', requests: ['r1'] }]);
    expect(figures).toMatchObject({ visits: 0, attendances: 0, trips: 0, cost: 0 });
  });

  it.each<[string, Parameters<typeof anInstance>[0], string]>([
    [
      'closed',
      { businesses: [{ id: 'shop', closed: ['2026-12-07'] }], requests: [{ id: 'r1', due: '2026-12-07' }] },
      'closed',
    ],
    [
      'its unit off',
      { units: [{ id: 'fire', off: ['2026-12-07'] }], requests: [{ id: 'r1', due: '2026-12-07' }] },
      'closed',
    ],
    ['too long', { items: [{ id: 'exits', minutes: 181 }], requests: [{ id: 'r1' }] }, 'too-long'],
    ['without teams', { units: [{ id: 'fire', teams: 0 }], requests: [{ id: 'r1' }] }, 'no-capacity'],
    ['barred by the cap', { businesses: [{ id: 'shop', maxVisits: 0 }], requests: [{ id: 'r1' }] }, 'cap'],
    [
      'too near a standing visit',
      {
        businesses: [{ id: 'shop', minGapDays: 9 }],
        committed: [{ id: 'v', business: 'shop', day: '2026-12-09', slot: 0, mode: 'unannounced' }],
        requests: [{ id: 'r1' }],
      },
      'gap',
    ],
  ])('leaves a request out that is %s, with that reason', async (_, given, reason) => {
    const { plan: made, figures } = await plan(anInstance(given));
    expect(made.unscheduled).toEqual([{ request: 'r1', reason }]);
    expect(figures).toMatchObject({ cost: 1000, bound: 1000 });
  });

  it.each([
    { minGapDays: 9, maxVisits: 5 },
    { minGapDays: 1, maxVisits: 1 },
  ])('names capacity where only that keeps a request from joining a standing visit: %o', async (rules) => {
    const standing = { day: '2026-12-09', slot: 0, mode: 'announced' as const };
    const { unscheduled } = await plan(
      anInstance({
        businesses: [{ id: 'shop', ...rules }, { id: 'other' }],
        committed: [
          { id: 'v', business: 'shop', ...standing },
          { id: 'w', business: 'other', ...standing, attending: { fire: 1 } },
        ],
        requests: [{ id: 'r1' }],
      }),
    );
    expect(unscheduled).toMatchObject([{ request: 'r1', reason: 'no-capacity', fullUnits: ['fire'] }]);
  });

  it('says which unit is full, and what would make room', async () => {
    const days = ['2026-12-07', '2026-12-08'];
    const businesses = Array.from({ length: 5 }, (_, n) => ({ id: `b${n}` }));
    const requests = businesses.map(({ id }, n) => ({ id: `r${n}`, business: id, due: '2026-12-07' }));
    const { unscheduled } = await plan(anInstance({ days, businesses, requests }));
    expect(unscheduled).toHaveLength(1);
    expect(unscheduled[0]).toMatchObject({ reason: 'no-capacity', fullUnits: ['fire'] });
    expect(unscheduled[0].remedies).toEqual([
      // The other visits of the grid make the trip anyway.
      { kind: 'one-more-team', unit: 'fire', day: '2026-12-07', saves: 890, worth: expect.any(Number) },
      { kind: 'later-due', due: '2026-12-08', saves: 889 },
    ]);
  });

  it('says for every pair at one business why it shares no visit', async () => {
    const requests = [
      { id: 'early', due: '2026-12-08' },
      { id: 'late', notBefore: '2026-12-10' },
      { id: 'quiet', mode: 'unannounced' as const },
    ];
    const { unmerged } = await plan(anInstance({ requests }));
    expect(unmerged).toEqual([
      { business: 'shop', a: 'early', b: 'late', reason: 'windows-apart' },
      { business: 'shop', a: 'early', b: 'quiet', reason: 'mode-differs' },
      { business: 'shop', a: 'late', b: 'quiet', reason: 'mode-differs' },
    ]);
  });

  it('gives the same plan for the same seed and iteration limit', async () => {
    const first = await plan(crowded, { seed: 3 });
    const second = await plan(crowded, { seed: 3 });
    expect(second.plan).toEqual(first.plan);
    expect(second.figures.bound).toBe(first.figures.bound);
  });

  it('never gets dearer with more iterations, and reports costs that only fall', async () => {
    const reports: Progress[] = [];
    const short = await plan(crowded, { iterationLimit: 1 });
    const long = await plan(crowded, { iterationLimit: 20_000, onProgress: (progress) => reports.push(progress) });
    expect(long.figures.cost).toBeLessThanOrEqual(short.figures.cost);
    for (let n = 1; n < reports.length; n++) expect(reports[n].cost).toBeLessThanOrEqual(reports[n - 1].cost);
    expect(reports.at(-1)).toMatchObject({ stage: 'done', cost: long.figures.cost });
    expect(long.trajectory).toEqual(reports);
  });

  it('stops when it is told to, with a real plan however early', async () => {
    const { plan: made } = await plan(crowded, { signal: AbortSignal.abort(), iterationLimit: 1e9 });
    const served = made.visits.flatMap(({ requests }) => requests).length;
    expect(served + made.unscheduled.length).toBe(crowded.requests.length);
    expect(served).toBeGreaterThan(crowded.requests.length / 2);
  });

  it.each([90, 200, 1000, 5000])('runs no more business programs than the limit of %i', async (iterationLimit) => {
    const { trajectory } = await plan(crowded, { iterationLimit });
    expect(trajectory.at(-1)?.iterations).toBeLessThanOrEqual(iterationLimit);
  });

  it.each([1, 60, 1000])(
    'leaves nothing out that could simply be added, stopped after %i programs',
    async (iterationLimit) => {
      for (let seed = 180; seed <= 240; seed++) {
        const instance = tinyInstanceOf(seed);
        const { plan: made } = await plan(instance, { iterationLimit });
        for (const { request, reason } of made.unscheduled) {
          expect(cheaperAddition(instance, made, request), `seed ${seed}`).toBeUndefined();
          expect(untruthOf(instance, made, request, reason), `seed ${seed}`).toBeUndefined();
        }
      }
    },
  );

  it('keeps to a time limit by the clock it is given', async () => {
    let ms = 0;
    const now = () => {
      ms += 5;
      return ms;
    };
    const { trajectory } = await planVisits(crowded, { now, timeLimitMs: 3000, pause });
    expect(trajectory.at(-1)?.ms).toBeLessThan(3500);
  });

  it('weighs visits above any attendances where asked to be lexicographic', async () => {
    const { figures } = await plan(tinyInstanceOf(4), { lexicographic: true });
    const usual = await plan(tinyInstanceOf(4));
    expect(figures.unscheduledWeight).toBeLessThanOrEqual(usual.figures.unscheduledWeight);
    expect(figures.cost).toBe(
      1e9 * figures.unscheduledWeight + 1e6 * figures.visits + 1e3 * figures.attendances + figures.trips,
    );
  });

  it('keeps to a limit on attendances at one business', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const instance = tinyInstanceOf(seed);
      const { plan: made } = await plan(instance, { maxPersonVisits: 1 });
      const attending = new Map<string, number>();
      for (const visit of made.visits) {
        const there = instance.committed?.find(({ id }) => id === visit.committed)?.attending ?? {};
        const fresh = Object.keys(visit.performs).filter((unit) => !Object.hasOwn(there, unit));
        attending.set(visit.business, (attending.get(visit.business) ?? 0) + fresh.length);
      }
      expect(Math.max(0, ...attending.values()), `seed ${seed}`).toBeLessThanOrEqual(1);
    }
  });

  it.each([{ maxPersonVisits: 1 }, { maxPersonHours: 1.5 }])(
    'says that a cap leaves a request out where teams are free but no more may come: %o',
    async (caps) => {
      const instance = anInstance({
        requests: [{ id: 'exits' }, { id: 'kitchen', unit: 'health', items: ['kitchen'], weight: 2 }],
      });
      const { unscheduled } = await plan(instance, caps);
      expect(unscheduled).toMatchObject([{ request: 'exits', reason: 'cap', fullUnits: [], remedies: [] }]);
    },
  );

  it.each([{ maxPersonHours: 2 }, { maxPersonHours: 3, maxPersonVisits: 2 }])(
    'keeps to a limit on hours at one business: %o',
    async ({ maxPersonHours, maxPersonVisits }) => {
      let busiest = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const instance = tinyInstanceOf(seed);
        const minutesOf = new Map(instance.items.map(({ id, minutes }) => [id, minutes]));
        const { plan: made } = await plan(instance, { maxPersonHours, maxPersonVisits, iterationLimit: 300 });
        const slots = new Map<string, number>();
        for (const visit of made.visits) {
          for (const items of Object.values(visit.performs)) {
            const minutes = items.reduce((sum, item) => sum + (minutesOf.get(item) ?? 0), 0);
            const stay = Math.ceil(minutes / instance.slots.minutes);
            slots.set(visit.business, (slots.get(visit.business) ?? 0) + stay);
          }
        }
        const hours = (Math.max(0, ...slots.values()) * instance.slots.minutes) / 60;
        expect(hours, `seed ${seed}`).toBeLessThanOrEqual(maxPersonHours);
        busiest = Math.max(busiest, hours);
      }
      expect(busiest).toBe(maxPersonHours);
    },
  );

  it('plans a business with dozens of requests without a blow-up, one visit a day', async () => {
    const days = Array.from({ length: 20 }, (_, n) => `2026-12-${String(n + 1).padStart(2, '0')}`);
    const requests = Array.from({ length: 50 }, (_, n) => ({
      id: `r${n}`,
      notBefore: days[n % 16],
      due: days[(n % 16) + 3],
      ...(n % 2 ? { unit: 'health', items: ['kitchen'] } : {}),
    }));
    const { plan: made, figures } = await plan(anInstance({ days, requests }));
    expect(new Set(made.visits.map(({ day }) => day)).size).toBe(made.visits.length);
    expect(figures.bound).toBeLessThanOrEqual(figures.cost);
    expect(figures.scheduled).toBe(50);
  });

  it('plans nothing where nothing is asked', async () => {
    const { plan: made, figures } = await plan(anInstance());
    expect(made).toEqual({ visits: [], unscheduled: [], bound: 0 });
    expect(figures).toMatchObject({ cost: 0, gapPercent: 0 });
  });
});
