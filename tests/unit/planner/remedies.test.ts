import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../lib/planner/instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import type { Remedy } from '../../../lib/planner/planning-options.ts';
import { anInstance } from '../../support/planner/an-instance.ts';
import { bruteForce } from '../../support/planner/brute-force.ts';
import { tinyInstanceOf } from '../../support/planner/tiny-instance.ts';

const plan = (instance: Instance, iterationLimit = 500) =>
  planVisits(instance, { iterationLimit, pause: async () => {} });

/** The instance with the change made: for a team of one day, one of all days, which allows no less. */
const changed = (instance: Instance, request: string, remedy: Remedy): Instance =>
  remedy.kind === 'one-more-team'
    ? {
        ...instance,
        units: instance.units.map((unit) => (unit.id === remedy.unit ? { ...unit, teams: unit.teams + 1 } : unit)),
      }
    : {
        ...instance,
        requests: instance.requests.map((one) => (one.id === request ? { ...one, due: remedy.due } : one)),
      };

describe('what would place a request that was left out', () => {
  it('saves what it says, or more: exhaustive search finds such a plan once the change is made', async () => {
    const seen = { 'one-more-team': 0, 'later-due': 0 };
    for (let seed = 1; seed <= 900; seed++) {
      const drawn = tinyInstanceOf(seed, 4);
      // Windows of a day leave later days to turn to.
      const requests = drawn.requests.map((one) => ({ ...one, due: one.notBefore }));
      const instance = seed % 3 === 0 ? drawn : { ...drawn, requests };
      // Stopped early too: a poor plan's remedies must be as true.
      const { figures, unscheduled } = await plan(instance, seed % 2 === 0 ? 1 : 500);
      for (const { request, remedies } of unscheduled) {
        for (const remedy of remedies) {
          seen[remedy.kind]++;
          expect(remedy.saves, `seed ${seed}`).toBeGreaterThan(0);
          const best = bruteForce(changed(instance, request, remedy)).cost;
          expect(best, `seed ${seed}`).toBeLessThanOrEqual(figures.cost - remedy.saves);
        }
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  it('is a team on a day on which it may work, not on its day off', async () => {
    const days = ['2026-12-07', '2026-12-08'];
    const units = [{ id: 'fire', teams: 1, off: ['2026-12-08'] }];
    const businesses = Array.from({ length: 5 }, (_, n) => ({ id: `b${n}` }));
    const requests = businesses.map(({ id }, n) => ({ id: `r${n}`, business: id }));
    const { unscheduled } = await plan(anInstance({ days, units, businesses, requests }));
    expect(unscheduled).toHaveLength(1);
    expect(unscheduled[0].remedies).toMatchObject([{ kind: 'one-more-team', day: '2026-12-07' }]);
  });

  it('is nothing where no team and no day would make the plan cheaper', async () => {
    const worthless = { id: 'r1', weight: 0 };
    const { unscheduled } = await plan(anInstance({ requests: [worthless] }));
    expect(unscheduled).toMatchObject([{ request: 'r1', remedies: [] }]);
  });
});

describe('the proof that a visit is needed', () => {
  it('names requests of which no two share a day, one for each visit of the business', async () => {
    let proven = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const instance = tinyInstanceOf(seed);
      const { plan: made, visits } = await plan(instance);
      const windowOf = new Map(instance.requests.map((request) => [request.id, request]));
      for (const { visit, needed } of visits) {
        if (!needed) continue;
        proven++;
        const { business } = made.visits[visit];
        const standing = (instance.committed ?? []).filter((one) => one.business === business).length;
        const fresh = made.visits.filter((one) => one.business === business && one.committed === undefined).length;
        expect(needed, `seed ${seed}`).toHaveLength(standing + fresh);
        const closed = new Set(instance.businesses.find(({ id }) => id === business)?.closed);
        const taken = needed.flatMap((id) => {
          const { notBefore = '', due = '', mode = '' } = windowOf.get(id) ?? {};
          const open = instance.days.filter((day) => day >= notBefore && day <= due && !closed.has(day));
          return open.map((day) => `${mode} ${day}`);
        });
        expect(new Set(taken).size, `seed ${seed}`).toBe(taken.length);
      }
    }
    expect(proven).toBeGreaterThan(300);
  });

  it('is absent where windows alone would have allowed fewer visits', async () => {
    const units = [{ id: 'fire', teams: 1 }];
    // Three stays of a session each: a third of them has to go elsewhere.
    const items = [{ id: 'exits', minutes: 180 }];
    const businesses = [{ id: 'b0' }];
    const requests = [
      { id: 'r0', business: 'b0' },
      { id: 'r1', business: 'b0', unit: 'health', items: ['kitchen'] },
    ];
    const committed = [{ id: 'v', business: 'b0', day: '2026-12-09', slot: 0, mode: 'unannounced' as const }];
    const { visits } = await plan(
      anInstance({
        units: [...units, { id: 'health' }],
        items: [...items, { id: 'kitchen', minutes: 30 }],
        businesses,
        requests,
        committed,
      }),
    );
    expect(visits.length).toBeGreaterThan(0);
    for (const { needed } of visits) expect(needed).toBeUndefined();
  });
});
