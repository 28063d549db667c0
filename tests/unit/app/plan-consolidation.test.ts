import { describe, expect, it } from 'vitest';
import { listProposedVisits } from '../../../lib/app/centre/list-proposed-visits.ts';
import { listUnscheduled } from '../../../lib/app/centre/list-unscheduled.ts';
import { planConsolidation } from '../../../lib/app/centre/plan-consolidation.ts';
import { searchMs } from '../../../lib/app/centre/propose-visits.ts';
import type { Consolidation } from '../../../lib/domain/centre/consolidation.ts';
import { aConsolidation } from '../../support/a-consolidation.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aRequest, coordinator, planner } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  aUnit,
  type District,
  district,
  getRun,
  inspectors,
  proposed,
  published,
} from '../../support/a-run.ts';
import { aVisit } from '../../support/a-visit.ts';

const health = { planId: 'P2', department: 'health', items: ['I0201'], type: 'routine' } as const;
const market = { planId: 'P3', department: 'market', items: ['I0301'], type: 'routine' } as const;

const visitsOf = async (ports: District, run: Consolidation) => ports.consolidations.proposalPage(run, 0);
const reasonsOf = async (ports: District, run: Consolidation) => {
  const request = aRequest('list-unscheduled', {
    params: { consolidationId: run.consolidationId },
    principal: coordinator,
  });
  const page = await listUnscheduled(ports, request);
  if ('refused' in page) throw new Error(page.refused);
  return Object.fromEntries(page.items.map(({ requestId, reason }) => [requestId, reason.code]));
};

describe('planning a consolidation', () => {
  it('puts what three departments ask of one business into one visit, each class performed once', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{ items: ['I0001'] }] });
    await addPlan(ports, { plan: health, rows: [{ items: ['I0201'] }] });
    await addPlan(ports, { plan: market, rows: [{ items: ['I0301'] }] });
    const run = await proposed(ports);
    expect(run.status).toBe('proposed');
    const [visit, ...others] = await visitsOf(ports, run);
    expect(others).toEqual([]);
    expect(visit?.requests).toHaveLength(3);
    expect(Object.values(visit?.performs ?? {}).flat()).toHaveLength(2);
    expect(run.figures).toMatchObject({
      requests: 3,
      scheduled: 3,
      visits: 1,
      avoided: 2,
      reductionPercent: 66.67,
      jointVisits: 1,
      attendances: 2,
      personVisits: 4,
      personVisitsSeparately: 6,
      unscheduled: {},
    });
    expect(run.figures?.bound).toBeLessThanOrEqual(run.figures?.cost ?? 0);
    expect(run.planIds).toEqual(['P1', 'P2', 'P3']);
  });

  it('says of every request what became of it, by plan', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{}, { businessId: 'B-02' }] });
    await addPlan(ports, { plan: { planId: 'P4', department: 'tax' }, rows: [{ items: ['I0002'] }] });
    const run = await proposed(ports);
    const outcomes = await ports.consolidations.outcomesOf(run, 'P1');
    expect([...outcomes.keys()].toSorted()).toEqual(['P1-1', 'P1-2']);
    expect(await reasonsOf(ports, run)).toEqual({ 'P4-1': 'no-unit' });
    expect((await ports.consolidations.outcomesOf(run, 'P4')).get('P4-1')).toEqual({
      requestId: 'P4-1',
      reason: 'no-unit',
    });
  });

  it('keeps the notice days clear for announced requests and tomorrow for unannounced ones', async () => {
    const ports = await aDistrict();
    const window = { notBefore: '2026-11-20', due: '2026-11-27' };
    await addPlan(ports, { plan: { window }, rows: [window] });
    await addPlan(ports, {
      plan: { ...health, window, mode: 'unannounced' },
      rows: [{ ...window, due: '2026-11-24', items: ['I0201'] }],
    });
    const run = await proposed(ports, { from: '2026-11-23', to: '2026-11-30' });
    const days = Object.fromEntries((await visitsOf(ports, run)).map(({ mode, day }) => [mode, day]));
    expect(days.unannounced).toBe('2026-11-24');
    expect(days.announced).toMatch(/2026-11-2[67]/);
  });

  it('leaves out as window-passed what has no day left, and does not touch what another horizon holds', async () => {
    const ports = await aDistrict();
    const window = { notBefore: '2026-11-20', due: '2026-12-31' };
    await addPlan(ports, {
      plan: { window },
      rows: [
        { notBefore: '2026-11-20', due: '2026-11-25' },
        { notBefore: '2026-12-10', due: '2026-12-31', businessId: 'B-02' },
      ],
    });
    const run = await proposed(ports, { from: '2026-11-23', to: '2026-11-30' });
    expect(await reasonsOf(ports, run)).toEqual({ 'P1-1': 'window-passed' });
    expect(run.figures?.requests).toBe(1);
  });

  it('takes the unit of the business’s street, and the district’s where the street has none that can come', async () => {
    const squad = aUnit({ unitId: 'fire-S03', street: 'S03', inspectors: inspectors('squad', 2, ['B-02']) });
    const ports = await aDistrict({ units: [aUnit(), squad] });
    await addPlan(ports, { rows: [{}, { businessId: 'B-02' }] });
    const run = await proposed(ports);
    const units = (await visitsOf(ports, run)).map(({ businessId, performs }) => [
      businessId,
      Object.keys(performs)[0],
    ]);
    expect(Object.fromEntries(units)).toEqual({ 'B-01': 'fire-S03', 'B-02': 'fire' });
  });

  it('leaves out as no-inspectors what every inspector must recuse themselves from', async () => {
    const ports = await aDistrict({ units: [aUnit({ inspectors: inspectors('fire', 4, ['B-01']) })] });
    await addPlan(ports, { rows: [{}] });
    expect(await reasonsOf(ports, await proposed(ports))).toEqual({ 'P1-1': 'no-inspectors' });
  });

  it('never plans more visits of a department in a year than its cap, and says cap-reached', async () => {
    const ports = await aDistrict({ settings: { yearlyCap: { perDepartment: 2, byDepartment: {} } } });
    await ports.visits.create(aVisit({ visitId: 'B-01.old', businessId: 'B-01', day: '2026-03-02', status: 'done' }));
    await addPlan(ports, {
      plan: { planId: 'P7' },
      rows: [
        { notBefore: '2026-12-01', due: '2026-12-04' },
        { notBefore: '2026-12-14', due: '2026-12-18' },
      ],
    });
    const run = await proposed(ports);
    expect(Object.values(await reasonsOf(ports, run))).toEqual(['cap-reached']);
    expect(run.figures).toMatchObject({ visits: 1, unscheduled: { 'cap-reached': 1 } });
  });

  it('never blocks a case check nor what is ordered from above by the cap', async () => {
    const ports = await aDistrict({ settings: { yearlyCap: { perDepartment: 0, byDepartment: {} } } });
    await addPlan(ports, { plan: { type: 'case' }, rows: [{}] });
    await addPlan(ports, { plan: { planId: 'P2', orderedFromAbove: true }, rows: [{ businessId: 'B-02' }] });
    await addPlan(ports, { plan: { planId: 'P3', type: 'routine' }, rows: [{ businessId: 'B-03' }] });
    expect(await reasonsOf(ports, await proposed(ports))).toEqual({ 'P3-1': 'cap-reached' });
  });

  it('takes a known result instead of a visit, except for a case', async () => {
    const ports = await aDistrict();
    const result = { visitId: 'V0', department: 'health', itemId: 'I0201', on: '2026-10-10', validUntil: '2027-04-08' };
    await ports.results.record(district, 'B-01', [{ ...result, recognitionClass: 'exits' }]);
    await addPlan(ports, { rows: [{}] });
    await addPlan(ports, { plan: { planId: 'P2', type: 'case' }, rows: [{}] });
    const run = await proposed(ports);
    expect(run.figures).toMatchObject({ requests: 1, scheduled: 1, satisfied: 1 });
    expect((await ports.consolidations.outcomesOf(run, 'P1')).get('P1-1')).toMatchObject({
      recognisedFrom: [{ visitId: 'V0', department: 'health' }],
    });
  });

  it('does not plan again what a result satisfied in an earlier published run', async () => {
    const ports = await aDistrict();
    const result = { visitId: 'V0', department: 'health', itemId: 'I0201', on: '2026-10-10', validUntil: '2026-12-02' };
    await ports.results.record(district, 'B-01', [{ ...result, recognitionClass: 'exits' }]);
    await addPlan(ports, { rows: [{ notBefore: '2026-12-01' }] });
    await published(ports, await proposed(ports));
    ports.clock.set('2026-12-03T01:00:00.000Z');
    expect((await proposed(ports)).figures).toMatchObject({ requests: 0, visits: 0 });
  });

  it('joins a standing visit whose notice can still be changed rather than disturb the business again', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{}] });
    await published(ports, await proposed(ports));
    const [standing] = [...ports.visits.stored.values()];
    await addPlan(ports, { plan: market, rows: [{ items: ['I0301'] }] });
    const run = await proposed(ports);
    const [visit] = await visitsOf(ports, run);
    expect(visit).toMatchObject({ joins: standing?.visitId, day: standing?.day, performs: { market: ['I0301'] } });
    expect(run.figures).toMatchObject({ scheduled: 1, visits: 0, avoided: 1, attendances: 1 });
  });

  it('does not plan what is remote, satisfied at submission, withdrawn or served by a standing visit', async () => {
    const ports = await aDistrict();
    const evidence = [{ visitId: 'V0', department: 'health', itemId: 'I0201', on: '2026-10-10' }];
    await addPlan(ports, {
      rows: [{ remote: true }, { businessId: 'B-02', satisfied: evidence }, { businessId: 'B-03' }],
    });
    await addPlan(ports, { plan: { planId: 'P9', status: 'withdrawn' }, rows: [{}] });
    const first = await proposed(ports);
    expect(first.figures).toMatchObject({ requests: 1, remote: 1, satisfied: 1 });
    await published(ports, first);
    expect((await proposed(ports)).figures).toMatchObject({ requests: 0, scheduled: 0, visits: 0 });
  });

  it('plans again, whole, a request of which a check was not made', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{ items: ['I0001', 'I0002'] }] });
    await published(ports, await proposed(ports));
    const [visit] = [...ports.visits.stored.values()];
    if (!visit) throw new Error('no visit');
    const attending = visit.attending.map((attendance) => ({
      ...attendance,
      checks: attendance.checks.map((check, n) => ({
        ...check,
        outcome: n === 0 ? ('compliant' as const) : ('not-checked' as const),
      })),
    }));
    await ports.visits.change({ ...visit, attending, status: 'done', day: '2026-11-20', version: visit.version + 1 });
    expect((await proposed(ports)).figures).toMatchObject({ requests: 1, scheduled: 1 });
  });

  it('closes the plans of which nothing is left to happen, and no other', async () => {
    const ports = await aDistrict();
    const consolidated = { status: 'consolidated' } as const;
    await addPlan(ports, { plan: consolidated, rows: [{}, { businessId: 'B-02', remote: true }] });
    await addPlan(ports, { plan: { ...health, ...consolidated }, rows: [{ items: ['I0201'] }] });
    const window = { notBefore: '2026-10-01', due: '2026-10-31' };
    await addPlan(ports, { plan: { planId: 'P8', window, ...consolidated }, rows: [window] });
    await ports.visits.create(aVisit({ visitId: 'B-01.old', businessId: 'B-01', day: '2026-11-10', status: 'done' }));
    await proposed(ports);
    const statuses = ['P1', 'P2', 'P8'].map(async (id) => (await ports.plans.find(district, id))?.status);
    expect(await Promise.all(statuses)).toEqual(['closed', 'consolidated', 'closed']);
  });

  it('counts a business that would be visited twice within the alert days', async () => {
    const ports = await aDistrict();
    await ports.visits.create(aVisit({ visitId: 'B-01.old', businessId: 'B-01', day: '2026-11-10', status: 'done' }));
    await addPlan(ports, { plan: { planId: 'P7' }, rows: [{}, { businessId: 'B-02' }] });
    expect((await proposed(ports)).figures?.alerts).toBe(1);
  });

  it('plans a street coordinator’s street alone', async () => {
    const businesses = [aBusiness(), aBusiness({ businessId: 'B-02', street: 'S04' })];
    const ports = await aDistrict({ businesses });
    await addPlan(ports, { rows: [{}, { businessId: 'B-02' }] });
    await ports.consolidations.create(aConsolidation({ street: 'S04' }));
    await planConsolidation(ports, { ...district, consolidationId: 'C1' });
    const visits = await visitsOf(ports, await getRun(ports, 'C1'));
    expect(visits.map(({ businessId }) => businessId)).toEqual(['B-02']);
  });

  it('shows a planner the visits that serve their department, with what kept others apart', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{ due: '2026-12-04' }] });
    await addPlan(ports, { plan: market, rows: [{ notBefore: '2026-12-14', due: '2026-12-18', items: ['I0301'] }] });
    const run = await proposed(ports);
    const request = aRequest('list-proposed-visits', {
      params: { consolidationId: run.consolidationId },
      principal: planner,
    });
    const page = await listProposedVisits(ports, request);
    if ('refused' in page) throw new Error(page.refused);
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({
      businessName: '江畔旅馆',
      start: expect.stringMatching(/^\d\d:\d\d$/),
      attending: [{ unitId: 'fire', department: 'fire', checks: [{ itemId: 'I0001', recognitionClass: 'exits' }] }],
      unmerged: [
        {
          requestId: 'P1-1',
          other: 'P3-1',
          department: 'market',
          day: expect.stringMatching(/^2026-12-1[4-8]$/),
          reason: { code: 'windows-apart', text: '检查期限不重叠' },
        },
      ],
    });
  });
});

describe('an attempt at planning', () => {
  const started = async (search: District['search']) => {
    const ports = { ...(await aDistrict()), search };
    await addPlan(ports, { rows: [{}] });
    await ports.consolidations.create(aConsolidation({ outbox: { task: 'plan', since: '2026-11-23T01:00:00.000Z' } }));
    return ports;
  };
  const broken: District['search'] = async () => {
    throw new Error('out of memory');
  };
  const message = { ...district, consolidationId: 'C1' };

  it('that meets a fault goes back to the queue, and the third ends in failed with the reason', async () => {
    const ports = await started(broken);
    for (const status of ['queued', 'queued', 'failed']) {
      await expect(planConsolidation(ports, message)).rejects.toThrow('planning met a fault');
      expect((await getRun(ports, 'C1')).status).toBe(status);
    }
    const run = await getRun(ports, 'C1');
    expect(run.failure).toEqual({ code: 'planning-fault', text: 'out of memory' });
    expect(run.outbox).toBeUndefined();
    await planConsolidation(ports, message);
    expect((await getRun(ports, 'C1')).version).toBe(run.version);
  });

  it('that died without a word is followed by another once it has been silent, and the fourth is not begun', async () => {
    const ports = await started(stepwiseNever);
    const minutes = (n: number) => `2026-11-23T01:${String(n).padStart(2, '0')}:00.000Z`;
    for (const n of [0, 1, 2]) {
      ports.clock.set(minutes(n));
      void planConsolidation(ports, message);
      await new Promise((resolve) => setImmediate(resolve));
      expect((await getRun(ports, 'C1')).status).toBe('running');
    }
    ports.clock.set(minutes(3));
    await planConsolidation(ports, message);
    expect((await getRun(ports, 'C1')).failure?.code).toBe('planning-stopped');
  });
  const stepwiseNever: District['search'] = () => new Promise(() => undefined);

  it('stays quiet while another one shows that it lives, and once the proposal stands', async () => {
    const ports = await started(broken);
    const at = ports.clock.now().toISOString();
    const running = aConsolidation({ status: 'running', outbox: { task: 'plan', since: at }, version: 2 });
    await ports.consolidations.change(running);
    await planConsolidation(ports, message);
    expect(await getRun(ports, 'C1')).toEqual(running);
    await ports.consolidations.change(aConsolidation({ status: 'proposed', version: 3 }));
    await planConsolidation(ports, message);
    expect((await getRun(ports, 'C1')).version).toBe(3);
  });

  it('leaves the proposal of the attempt that finished first', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{}] });
    const real = ports.search;
    await ports.consolidations.create(aConsolidation());
    const slow = async (...given: Parameters<typeof real>) => {
      ports.clock.set('2026-11-23T02:00:00.000Z');
      await planConsolidation(ports, message);
      return real(...given);
    };
    await planConsolidation({ ...ports, search: slow }, message);
    const run = await getRun(ports, 'C1');
    expect(run.attemptId).toBe('id-0002');
    expect(run.history.filter(({ action }) => action === 'proposed')).toHaveLength(1);
  });

  it('searches no longer than its size deserves nor than was asked', () => {
    expect(searchMs({}, 20, 10)).toBe(580);
    expect(searchMs({}, 20, 100_000)).toBe(20_000);
    expect(searchMs({ planningSeconds: 2 }, 20, 100_000)).toBe(2_000);
  });
});
