import { describe, expect, it } from 'vitest';
import { getBusiness } from '../../../lib/app/catalogue/get-business.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import type { Plan, RequestRow } from '../../../lib/domain/plans/plan.ts';
import { aBusiness, aPlan, aRow } from '../../support/a-plan.ts';
import { admin, aRequest, coordinator, planner } from '../../support/a-request.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const scope = { district: 'shangcheng' };
const withBusiness = async () => {
  const ports = fakePorts();
  await ports.businesses.import(scope, [aBusiness()]);
  return ports;
};
const plan = async (ports: Ports, rows: readonly RequestRow[], overrides: Partial<Plan> = {}) => {
  const { planId } = aPlan(overrides);
  const batch = await ports.plans.writeBatch(scope, planId, 'b1', rows);
  await ports.plans.create(aPlan({ requests: rows.length, batches: [batch], ...overrides }));
};
const get = (ports: Ports, request: Parameters<typeof aRequest>[1] = {}) =>
  getBusiness(ports, aRequest('get-business', { params: { businessId: 'B-01' }, principal: admin, ...request }));

describe('a business', () => {
  it('comes with its visits by day, each with the departments that attend or are served', async () => {
    const ports = await withBusiness();
    await ports.visits.create(aVisit({ visitId: 'B-01.v2', businessId: 'B-01', day: '2026-12-10' }));
    await ports.visits.create(aJointVisit({ visitId: 'B-01.v1', businessId: 'B-01', day: '2026-12-09' }));
    await ports.visits.create(aVisit({ visitId: 'B-02.v1', businessId: 'B-02' }));
    expect(await get(ports)).toMatchObject({
      businessId: 'B-01',
      version: 1,
      visits: [
        { visitId: 'B-01.v1', day: '2026-12-09', start: '09:00', departments: ['fire', 'market', 'health'] },
        { visitId: 'B-01.v2', day: '2026-12-10', departments: ['fire'] },
      ],
    });
  });

  it('comes with the requests of open plans that still wait for a visit', async () => {
    const ports = await withBusiness();
    const evidence = { visitId: 'V9', department: 'police', itemId: 'I9', on: '2026-09-01' };
    await plan(ports, [
      aRow({ requestId: 'waiting' }),
      aRow({ requestId: 'elsewhere', businessId: 'B-02' }),
      aRow({ requestId: 'satisfied', satisfied: [evidence] }),
      aRow({ requestId: 'remote', remote: true }),
    ]);
    await plan(ports, [aRow({ requestId: 'withdrawn' })], { planId: 'P2', status: 'withdrawn' });
    expect(await get(ports)).toMatchObject({
      openRequests: [
        {
          requestId: 'waiting',
          planId: 'P1',
          department: 'fire',
          items: ['I0001'],
          notBefore: '2026-12-01',
          due: '2026-12-20',
        },
      ],
    });
  });

  it('shows a planner the visits and plans of their own department', async () => {
    const ports = await withBusiness();
    await ports.visits.create(aVisit({ visitId: 'B-01.v1', businessId: 'B-01' }));
    await plan(ports, [aRow()]);
    expect(await get(ports, { principal: planner })).toMatchObject({ visits: [{}], openRequests: [{}] });
    const tax = await get(ports, { principal: { ...planner, department: 'tax' } });
    expect(tax).toMatchObject({ businessId: 'B-01', visits: [], openRequests: [] });
  });

  it('is not found where it is unknown, of another street or of another district', async () => {
    const ports = await withBusiness();
    expect(await get(ports, { params: { businessId: 'B-99' } })).toMatchObject({ refused: 'not-found' });
    for (const principal of [
      { ...coordinator, street: 'S09' },
      { ...admin, district: 'binjiang' },
    ]) {
      expect(await get(ports, { principal })).toMatchObject({ refused: 'not-found' });
    }
  });
});
