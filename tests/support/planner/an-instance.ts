import type { Business, Instance, PlanRequest, Unit } from '../../../lib/planner/instance.ts';

type Given = {
  readonly units?: readonly (Partial<Unit> & { readonly id: string })[];
  readonly businesses?: readonly (Partial<Business> & { readonly id: string })[];
  readonly requests?: readonly (Partial<PlanRequest> & { readonly id: string })[];
} & Partial<Pick<Instance, 'days' | 'items' | 'committed' | 'slots'>>;

/** Monday to Friday, two slots a session, two units with one team each, a shop, an item for each unit; no requests. */
export const anInstance = (given: Given = {}): Instance => {
  const days = given.days ?? ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'];
  return {
    format: 1,
    days,
    slots: given.slots ?? {
      perDay: 4,
      minutes: 90,
      starts: ['09:00', '10:30', '13:30', '15:00'],
      sessions: [
        [0, 1],
        [2, 3],
      ],
    },
    units: (given.units ?? [{ id: 'fire' }, { id: 'health' }]).map((unit) => ({ teams: 1, ...unit })),
    items: given.items ?? [
      { id: 'exits', minutes: 30 },
      { id: 'kitchen', minutes: 60 },
    ],
    businesses: (given.businesses ?? [{ id: 'shop' }]).map((business) => ({ grid: 'G1', ...business })),
    requests: (given.requests ?? []).map((request) => ({
      business: 'shop',
      unit: 'fire',
      items: ['exits'],
      notBefore: days[0] ?? '',
      due: days.at(-1) ?? '',
      mode: 'announced',
      ...request,
    })),
    ...(given.committed === undefined ? {} : { committed: given.committed }),
  };
};
