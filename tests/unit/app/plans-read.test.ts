import { describe, expect, it } from 'vitest';
import { getPlan } from '../../../lib/app/plans/get-plan.ts';
import { listPlans } from '../../../lib/app/plans/list-plans.ts';
import { operations } from '../../../lib/contract/operations.ts';
import { aPlan } from '../../support/a-plan.ts';
import { admin, aRequest, planner } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const withPlans = async () => {
  const ports = fakePorts();
  const history = [{ at: '2026-11-23T01:00:00.000Z', by: 'planner-1', action: 'submitted', commandId: 'C1' }];
  await ports.plans.create(aPlan({ planId: 'P1', remote: { S03: 2, S04: 1 }, history }));
  await ports.plans.create(aPlan({ planId: 'P2', department: 'health', partners: ['fire'], status: 'draft' }));
  await ports.plans.create(aPlan({ planId: 'P3', department: 'tax' }));
  return ports;
};
const idsOf = async (request: Parameters<typeof aRequest>[1]) => {
  const page = await listPlans(await withPlans(), aRequest('list-plans', request));
  return 'refused' in page ? page.refused : page.items.map(({ planId }) => planId);
};

describe('plans', () => {
  it('are listed newest first: those a department initiates or is a partner of, all of them to an admin', async () => {
    expect(await idsOf({ principal: planner })).toEqual(['P2', 'P1']);
    expect(await idsOf({ principal: admin })).toEqual(['P3', 'P2', 'P1']);
    expect(await idsOf({ principal: { ...admin, district: 'binjiang' } })).toEqual([]);
  });

  it('are listed by state', async () => {
    expect(await idsOf({ principal: admin, query: { status: 'draft' } })).toEqual(['P2']);
  });

  it('are shown without the bookkeeping of their pages, as the contract says', async () => {
    const view = await getPlan(await withPlans(), aRequest('get-plan', { params: { planId: 'P1' } }));
    expect(view).toMatchObject({ planId: 'P1', remote: 3, version: 1 });
    expect(operations['get-plan'].response.parse(view)).toEqual(view);
  });

  it('are not found by another department', async () => {
    const ports = await withPlans();
    expect(await getPlan(ports, aRequest('get-plan', { params: { planId: 'P3' } }))).toMatchObject({
      refused: 'not-found',
    });
  });
});
