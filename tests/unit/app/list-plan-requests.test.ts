import { describe, expect, it } from 'vitest';
import { listPlanRequests } from '../../../lib/app/plans/list-plan-requests.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import type { Consolidation, RequestOutcome } from '../../../lib/domain/centre/consolidation.ts';
import type { Plan, RequestRow } from '../../../lib/domain/plans/plan.ts';
import { aBusiness, aPlan, aRow } from '../../support/a-plan.ts';
import { aRequest, coordinator, planner } from '../../support/a-request.ts';
import { aCheck, anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const scope = { district: 'shangcheng' };
const businessIds = ['B-01', 'B-02', 'B-03', 'B-04'];
const requestIdOf = (n: number) => `P1-b1-${n}`;
const fourRows = businessIds.map((businessId, index) => aRow({ requestId: requestIdOf(index + 1), businessId }));

const aConsolidation = (overrides: Partial<Consolidation> = {}): Consolidation => ({
  consolidationId: 'C1',
  district: 'shangcheng',
  from: '2026-12-01',
  to: '2026-12-31',
  status: 'published',
  progress: { phase: 'done', percent: 100 },
  requiredLevels: [1],
  reviews: [],
  attemptId: 'A1',
  pages: 1,
  planIds: ['P1'],
  startedBy: 'coordinator-1',
  createdAt: '2026-11-23T02:00:00.000Z',
  history: [],
  version: 1,
  ...overrides,
});

const withPlan = async (rows: readonly RequestRow[] = fourRows, overrides: Partial<Plan> = {}) => {
  const ports = fakePorts();
  await ports.businesses.import(
    scope,
    businessIds.map((businessId) => aBusiness({ businessId, street: businessId === 'B-04' ? 'S04' : 'S03' })),
  );
  const batch = await ports.plans.writeBatch(scope, 'P1', 'b1', rows);
  await ports.plans.create(aPlan({ requests: rows.length, batches: [batch], ...overrides }));
  return ports;
};
const publish = async (ports: Ports, consolidationId: string, outcomes: readonly RequestOutcome[]) => {
  const run = aConsolidation({ consolidationId });
  await ports.consolidations.create(run);
  const proposal = { visits: [], unscheduled: [], outcomes: new Map([['P1', outcomes]]) };
  await ports.consolidations.writeProposal(run, 'A1', proposal);
  return run;
};
const list = (ports: Ports, request: Parameters<typeof aRequest>[1] = {}) =>
  listPlanRequests(ports, aRequest('list-plan-requests', { params: { planId: 'P1' }, ...request }));
const itemsOf = async (...asked: Parameters<typeof list>) => {
  const answer = await list(...asked);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.items;
};

describe("a plan's requests", () => {
  it('are told what became of each, by visit, evidence or reason in the reader’s language', async () => {
    const ports = await withPlan(fourRows, { status: 'consolidated', consolidations: ['C1'] });
    const evidence = { visitId: 'V9', department: 'police', itemId: 'I9', on: '2026-09-01' };
    await publish(ports, 'C1', [
      { requestId: requestIdOf(1), visitId: 'B-01.v1' },
      { requestId: requestIdOf(2), reason: 'no-capacity' },
      { requestId: requestIdOf(3), recognisedFrom: [evidence] },
    ]);
    const serves = [{ requestId: requestIdOf(1), planId: 'P1', department: 'fire', itemId: 'I0001' }];
    const byPolice = anAttendance({ department: 'police', checks: [aCheck({ itemId: 'I0900', serves })] });
    await ports.visits.create(aVisit({ visitId: 'B-01.v1', businessId: 'B-01', attending: [byPolice] }));

    const [scheduled, unscheduled, satisfied, waiting] = await itemsOf(ports, { language: 'en' });
    expect(scheduled).toEqual({
      requestId: requestIdOf(1),
      businessId: 'B-01',
      department: 'fire',
      items: ['I0001'],
      window: { notBefore: '2026-12-01', due: '2026-12-20' },
      disposition: 'scheduled',
      visitId: 'B-01.v1',
      day: '2026-12-09',
      recognisedFrom: { department: 'police', itemId: 'I0900', visitId: 'B-01.v1', on: '2026-12-09' },
    });
    expect(unscheduled).toMatchObject({
      disposition: 'unscheduled',
      reason: { code: 'no-capacity', text: 'The unit has no free team within the window' },
    });
    expect(satisfied).toMatchObject({ disposition: 'satisfied', recognisedFrom: evidence });
    expect(waiting).toMatchObject({ disposition: 'waiting' });
    expect((await itemsOf(ports))[1]?.reason?.text).toBe('执法队在检查期限内已无空余班组');
  });

  it('keep the reason of one run until a later one schedules them', async () => {
    const ports = await withPlan([aRow()], { status: 'consolidated', consolidations: ['C1', 'C2'] });
    await publish(ports, 'C1', [{ requestId: requestIdOf(1), reason: 'gap' }]);
    await publish(ports, 'C2', []);
    expect(await itemsOf(ports)).toMatchObject([{ disposition: 'unscheduled', reason: { code: 'gap' } }]);

    const later = await withPlan([aRow()], { status: 'consolidated', consolidations: ['C1', 'C2'] });
    await publish(later, 'C1', [{ requestId: requestIdOf(1), reason: 'gap' }]);
    await publish(later, 'C2', [{ requestId: requestIdOf(1), visitId: 'B-01.v2' }]);
    const serves = [{ requestId: requestIdOf(1), planId: 'P1', department: 'fire', itemId: 'I0001' }];
    await later.visits.create(
      aVisit({ visitId: 'B-01.v2', businessId: 'B-01', attending: [anAttendance({ checks: [aCheck({ serves })] })] }),
    );
    expect(await itemsOf(later)).toMatchObject([{ disposition: 'scheduled', visitId: 'B-01.v2' }]);
  });

  it('are unscheduled where publication sent them back', async () => {
    const ports = await withPlan([aRow()], { status: 'consolidated', consolidations: ['C1'] });
    const run = await publish(ports, 'C1', [{ requestId: requestIdOf(1), visitId: 'B-01.v1' }]);
    await ports.consolidations.writeReturned(run, 0, { [requestIdOf(1)]: 'stands-otherwise' });
    expect(await itemsOf(ports)).toMatchObject([{ disposition: 'unscheduled', reason: { code: 'stands-otherwise' } }]);
  });

  it('come in pages, each row once', async () => {
    const ports = await withPlan();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(ports, { query: { limit: '3', ...(cursor && { cursor }) } });
      if ('refused' in page) throw new Error(page.refused);
      seen.push(...page.items.map(({ businessId }) => businessId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(businessIds);
  });

  it('can be asked for one business, in pages too', async () => {
    const rows = [aRow(), aRow({ requestId: 'P1-b1-2', department: 'health' }), aRow({ businessId: 'B-02' })];
    const ports = await withPlan(rows);
    const query = { businessId: 'B-01', limit: '1' };
    const first = await list(ports, { query });
    expect(first).toMatchObject({ items: [{ department: 'fire' }], nextCursor: 'P1-b1-1' });
    const second = await list(ports, { query: { ...query, cursor: 'P1-b1-1' } });
    expect(second).toMatchObject({ items: [{ department: 'health' }] });
    expect(second).not.toHaveProperty('nextCursor');
  });

  it('refuse a cursor that is not theirs', async () => {
    const ports = await withPlan();
    const malformed = { refused: 'malformed', errors: [{ path: 'cursor', code: 'cursor' }] };
    expect(await list(ports, { query: { cursor: 'elsewhere' } })).toEqual(malformed);
    expect(await list(ports, { query: { businessId: 'B-01', cursor: 'elsewhere' } })).toEqual(malformed);
  });

  it('are shown to a street’s coordinator for the street’s businesses only', async () => {
    const ports = await withPlan();
    const answer = await itemsOf(ports, { principal: { ...coordinator, street: 'S04' } });
    expect(answer.map(({ businessId }) => businessId)).toEqual(['B-04']);
  });

  it('are found by the owner, a partner and the coordinator, and by no other department or district', async () => {
    const ports = await withPlan(fourRows, { partners: ['health'] });
    for (const principal of [planner, { ...planner, department: 'health' }, coordinator]) {
      expect(await itemsOf(ports, { principal })).toHaveLength(4);
    }
    for (const principal of [
      { ...planner, department: 'tax' },
      { ...coordinator, district: 'binjiang' },
    ]) {
      expect(await list(ports, { principal })).toMatchObject({ refused: 'not-found' });
    }
  });
});
