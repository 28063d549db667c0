import { describe, expect, it } from 'vitest';
import { suggestMerges } from '../../../lib/app/plans/suggest-merges.ts';
import { aBusiness, anItem } from '../../support/a-plan.ts';
import { aRequest, planner } from '../../support/a-request.ts';
import { addPlan, district } from '../../support/a-run.ts';
import { aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const window = { notBefore: '2026-12-07', due: '2026-12-11' };
const draft = {
  mode: 'announced',
  window,
  items: ['F1'],
  businesses: [{ businessId: 'B-01' }, { businessId: 'B-02' }],
};

const aDistrict = async () => {
  const ports = fakePorts();
  await ports.items.import(district, [
    anItem({ itemId: 'F1', recognitionClass: 'exits' }),
    anItem({ itemId: 'H1', department: 'health', recognitionClass: 'exits', tier: 'low' }),
  ]);
  await ports.businesses.import(district, [aBusiness(), aBusiness({ businessId: 'B-02', name: '湖滨旅馆' })]);
  return ports;
};
const ofHealth = (more: object = {}) => ({
  plan: { planId: 'P9', department: 'health', window: { notBefore: '2026-12-01', due: '2026-12-31' }, ...more },
  rows: [{ businessId: 'B-02', department: 'health', items: ['H1'], notBefore: '2026-12-09', due: '2026-12-20' }],
});
const ask = async (ports: Awaited<ReturnType<typeof aDistrict>>, more: object = {}) => {
  const answer = await suggestMerges(ports, aRequest('suggest-merges', { body: { ...draft, ...more } }));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
};
const others = (overrides: object) =>
  aVisit({
    visitId: 'B-01.V1',
    businessId: 'B-01',
    day: '2026-12-08',
    attending: aVisit().attending.map((unit) => ({
      ...unit,
      department: 'market',
      checks: unit.checks.map((check) => ({
        ...check,
        serves: check.serves.map((served) => ({ ...served, department: 'market', requestId: 'P8-1' })),
      })),
    })),
    ...overrides,
  } as Parameters<typeof aVisit>[0]);

describe('suggesting merges', () => {
  it('shows others’ standing visits and waiting requests at the targets, with what would be checked once', async () => {
    const ports = await aDistrict();
    await ports.visits.create(others({}));
    await addPlan(ports, ofHealth());
    const answer = await ask(ports);
    expect(answer).toMatchObject({ targets: 2, joinable: 2 });
    expect(answer.items).toEqual([
      {
        businessId: 'B-01',
        businessName: '江畔旅馆',
        companions: [
          {
            departments: ['market'],
            day: '2026-12-08',
            start: '09:00',
            minutes: 90,
            sharedClasses: [],
            similarLength: true,
            order: 'follow',
          },
        ],
      },
      {
        businessId: 'B-02',
        businessName: '湖滨旅馆',
        companions: [
          {
            departments: ['health'],
            window: { notBefore: '2026-12-09', due: '2026-12-20' },
            minutes: 90,
            sharedClasses: ['exits'],
            similarLength: true,
            order: 'lead',
          },
        ],
      },
    ]);
  });

  it('stays quiet of visits that are over, called off or of the other mode, of its own and of other places', async () => {
    const ports = await aDistrict();
    await ports.visits.create(others({ visitId: 'B-01.V2', status: 'cancelled' }));
    await ports.visits.create(others({ visitId: 'B-01.V3', status: 'done' }));
    await ports.visits.create(others({ visitId: 'B-01.V4', mode: 'unannounced' }));
    await ports.visits.create(others({ visitId: 'B-03.V5', businessId: 'B-03' }));
    await ports.visits.create(aVisit({ visitId: 'B-01.V6', businessId: 'B-01', day: '2026-12-08' }));
    await addPlan(ports, ofHealth({ planId: 'P10', mode: 'unannounced' }));
    expect(await ask(ports)).toMatchObject({ joinable: 0, items: [], shifts: [] });
  });

  it('counts a request once that a visit answers already', async () => {
    const ports = await aDistrict();
    await addPlan(ports, ofHealth());
    const served = others({ visitId: 'B-02.V1', businessId: 'B-02', day: '2026-12-10' });
    await ports.visits.create({
      ...served,
      attending: served.attending.map((unit) => ({
        ...unit,
        checks: unit.checks.map((check) => ({
          ...check,
          serves: check.serves.map((one) => ({ ...one, department: 'health', requestId: 'P9-1' })),
        })),
      })),
    });
    const [only] = (await ask(ports)).items;
    expect(only?.companions.map(({ day }) => day)).toEqual(['2026-12-10']);
  });

  it('offers a shift that meets somebody where the window meets nobody', async () => {
    const ports = await aDistrict();
    await ports.visits.create(others({ day: '2026-12-14' }));
    const { joinable, shifts } = await ask(ports);
    expect(joinable).toBe(0);
    expect(shifts[0]).toEqual({ days: 3, window: { notBefore: '2026-12-10', due: '2026-12-14' }, joinable: 1 });
  });

  it('refuses an item that the catalogue does not have, and whoever has no department', async () => {
    const ports = await aDistrict();
    const refused = await suggestMerges(ports, aRequest('suggest-merges', { body: { ...draft, items: ['F1', 'X'] } }));
    expect(refused).toMatchObject({ refused: 'plan-refused', errors: [{ path: 'items[1]', code: 'item-unknown' }] });
    const { department: _, ...nobody } = planner;
    const request = aRequest('suggest-merges', { body: draft, principal: nobody });
    expect(await suggestMerges(ports, request)).toMatchObject({ refused: 'forbidden' });
  });
});
