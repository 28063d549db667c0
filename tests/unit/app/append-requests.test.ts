import { describe, expect, it } from 'vitest';
import { appendRequests } from '../../../lib/app/plans/append-requests.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import type { Plan } from '../../../lib/domain/plans/plan.ts';
import { aBusiness, aCalendar, anItem, aPlan } from '../../support/a-plan.ts';
import { aRequest, planner } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { countedIds } from '../../support/fakes/time-ids-links.ts';

const scope = { district: 'shangcheng' };

const withDraft = async (overrides: Partial<Plan> = {}) => {
  const ports = fakePorts();
  await ports.items.import(scope, [anItem({ recognitionClass: 'exits' }), anItem({ itemId: 'I0002', remote: true })]);
  await ports.businesses.import(
    scope,
    ['B-01', 'B-02', 'B-03'].map((businessId) => aBusiness({ businessId })),
  );
  await ports.calendars.put(scope, aCalendar(), 0);
  await ports.plans.create(aPlan({ status: 'draft', items: ['I0001', 'I0002'], ...overrides }));
  return ports;
};
const append = (ports: Ports, ids: readonly string[], request: Parameters<typeof aRequest>[1] = {}) =>
  appendRequests(
    ports,
    aRequest('append-requests', {
      params: { planId: 'P1' },
      body: { businesses: ids.map((businessId) => ({ businessId })) },
      ids: countedIds(ids.join()),
      ...request,
    }),
  );
const refusal = (kind: string, path: string, code: string, values?: object) => ({
  refused: kind,
  errors: [{ path, code, ...(values && { values }) }],
});

describe('appending requests', () => {
  it('adds them to the draft as a batch of their own, and counts the remote ones apart', async () => {
    const ports = await withDraft();
    await append(ports, ['B-01']);
    expect(await append(ports, ['B-02', 'B-03'])).toMatchObject({
      appended: 4,
      requests: 6,
      status: 'draft',
      version: 3,
    });
    const plan = await ports.plans.find(scope, 'P1');
    expect(plan).toMatchObject({ remote: { S03: 3 }, history: [{ action: 'appended' }, { action: 'appended' }] });
    expect(plan?.batches.map(({ rows }) => rows)).toEqual([2, 4]);
  });

  it('says which of them a known result satisfies', async () => {
    const ports = await withDraft();
    const evidence = { visitId: 'V9', department: 'police', itemId: 'I9', on: '2026-09-01' };
    await ports.results.record(scope, 'B-01', [{ ...evidence, recognitionClass: 'exits', validUntil: '2027-02-28' }]);
    expect(await append(ports, ['B-01'])).toMatchObject({ satisfied: [{ byResult: [evidence] }] });
    expect(await append(ports, ['B-02'])).toMatchObject({ satisfied: [] });
  });

  it('answers the same and adds nothing when the command comes again', async () => {
    const ports = await withDraft();
    const first = await append(ports, ['B-01']);
    expect(await append(ports, ['B-01'])).toEqual(first);
    expect((await ports.plans.find(scope, 'P1'))?.requests).toBe(2);
  });

  it('counts both of two appends at once', async () => {
    const ports = await withDraft();
    const answers = await Promise.all([append(ports, ['B-01']), append(ports, ['B-02'])]);
    expect(answers).toMatchObject([{ appended: 2 }, { appended: 2 }]);
    expect((await ports.plans.find(scope, 'P1'))?.requests).toBe(4);
  });
});

describe('an append is refused', () => {
  it('where the plan is not a draft any more, with its state', async () => {
    for (const status of ['submitted', 'consolidated', 'closed', 'withdrawn'] as const) {
      const ports = await withDraft({ status });
      expect(await append(ports, ['B-01'])).toEqual(refusal('state-conflict', 'status', 'status', { status }));
    }
  });

  it('as not found to another department, even to a partner that may read the plan', async () => {
    const ports = await withDraft({ partners: ['health'] });
    for (const department of ['health', 'tax']) {
      const answer = await append(ports, ['B-01'], { principal: { ...planner, department } });
      expect(answer).toMatchObject({ refused: 'not-found' });
    }
  });

  it('where the caller believes in another version', async () => {
    const ports = await withDraft({ version: 1 });
    expect(await append(ports, ['B-01'], { ifMatch: 7 })).toEqual(
      refusal('version-mismatch', 'If-Match', 'version', { current: 1 }),
    );
    expect(await append(ports, ['B-01'], { ifMatch: 1 })).toMatchObject({ version: 2 });
  });

  it('for businesses that are unknown or have requests in the plan already', async () => {
    const ports = await withDraft();
    await append(ports, ['B-01']);
    expect(await append(ports, ['B-02', 'B-01'])).toEqual(
      refusal('plan-refused', 'businesses[1].businessId', 'business-in-plan'),
    );
    expect(await append(ports, ['B-88'])).toEqual(
      refusal('plan-refused', 'businesses[0].businessId', 'business-unknown'),
    );
  });

  it('for a window that has closed since', async () => {
    const ports = await withDraft();
    expect(await append(ports, ['B-01'], { now: '2026-12-21T01:00:00.000Z' })).toMatchObject({
      refused: 'window-closed',
    });
  });

  it('where the plan was drawn: nobody is named beside a draw', async () => {
    const ports = await withDraft({ draw: { seed: 's', population: 3, drawn: 1 } });
    expect(await append(ports, ['B-01'])).toEqual(refusal('plan-refused', 'businesses', 'targets-one-way'));
  });

  it('beyond 20 000 requests in all, or 200 writes', async () => {
    const full = await withDraft({ requests: 19_999 });
    expect(await append(full, ['B-01'])).toEqual(
      refusal('plan-refused', 'businesses', 'too-many-requests', { most: 20_000 }),
    );
    const batches = Array.from({ length: 200 }, (_, n) => ({ batchId: `b${n}`, rows: 1, pages: 1 }));
    expect(await append(await withDraft({ batches }), ['B-01'])).toEqual(
      refusal('plan-refused', 'businesses', 'too-many-batches', { most: 200 }),
    );
  });
});
