import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import type { Settings } from '../../../lib/domain/catalogue/settings.ts';
import { seededRandom } from '../../../lib/domain/seeded-random.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aDistrict, addPlan, aUnit, type District, inspectors, proposed, published } from '../../support/a-run.ts';

export type Planned = { readonly ports: District; readonly businessIds: readonly string[] };

const departments = ['fire', 'health', 'market'] as const;
const itemOf = { fire: ['I0001', 'I0002'], health: ['I0201'], market: ['I0301'] } as const;

/** A district of 120 businesses whose units are busy most of December, planned and published by the product's own use cases. */
export const consolidationPlanned = async (
  seed: number,
  away?: { readonly unitId: string; readonly day: string },
  settings: Partial<Settings> = {},
): Promise<Planned> => {
  const random = seededRandom(`month ${seed}`);
  const businessIds = Array.from({ length: 120 }, (_, n) => `B-${String(n).padStart(3, '0')}`);
  const ports = {
    ...(await aDistrict({
      settings: { minGapDays: 3, ...settings },
      businesses: businessIds.map((businessId, n) => aBusiness({ businessId, grid: `S03-G0${n % 6}` })),
      units: departments.map((department) =>
        aUnit({
          unitId: department,
          department,
          inspectors: inspectors(department, 5),
          offOn: away?.unitId === department ? [away.day] : [],
        }),
      ),
    })),
    search: (instance: Parameters<typeof planVisits>[0], options: Parameters<typeof planVisits>[1] = {}) =>
      planVisits(instance, { iterationLimit: 200, seed, ...(options.weights && { weights: options.weights }) }),
  } satisfies District;
  for (const department of departments) {
    for (let n = 0; n < 4; n += 1) {
      const items = [...itemOf[department]].slice(0, 1 + Math.floor(random() * 2));
      const notBefore = addDays('2026-12-01', Math.floor(random() * 10));
      const due = addDays(notBefore, 10 + Math.floor(random() * 12));
      const type = random() < 0.3 ? 'special' : 'routine';
      const rows = businessIds
        .filter(() => random() < 0.28)
        .map((businessId) => ({ businessId, items, notBefore, due }));
      await addPlan(ports, { plan: { planId: `${department}-${n}`, department, items, type }, rows });
    }
  }
  await published(ports, await proposed(ports));
  return { ports, businessIds };
};
