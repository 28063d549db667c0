import { describe, expect, it } from 'vitest';
import { getPlan } from '../../../lib/app/plans/get-plan.ts';
import { withdrawPlan } from '../../../lib/app/plans/withdraw-plan.ts';
import { getCommand } from '../../../lib/app/schedule/get-command.ts';
import { anUrgentCheck, send, settled } from '../../support/a-change.ts';
import { aBusiness, anItem } from '../../support/a-plan.ts';
import { aRequest, coordinator, planner } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  aUnit,
  type District,
  district,
  inspectors,
  proposed,
  published,
} from '../../support/a-run.ts';
import { aVisit } from '../../support/a-visit.ts';

const insert = (ports: District, overrides: object = {}, who = coordinator) =>
  settled(ports, { operation: 'insert-urgent', body: anUrgentCheck(overrides) }, who);
const refusedWith = async (ports: District, overrides: object, who = coordinator) => {
  const answer = await send(ports, { operation: 'insert-urgent', body: anUrgentCheck(overrides) }, who);
  return 'errors' in answer ? answer.errors.map(({ path, code }) => `${path} ${code}`) : [];
};

/** Fire visits B-01 for its exits in December. */
const withVisit = async () => {
  const ports = await aDistrict();
  await addPlan(ports, { rows: [{ notBefore: '2026-12-07', items: ['I0001'] }] });
  await published(ports, await proposed(ports));
  return ports;
};

describe('an urgent check', () => {
  it('joins the visit that stands, where what is performed already costs nothing more', async () => {
    const ports = await withVisit();
    const [before] = allVisits(ports);
    const window = { notBefore: '2026-12-01', due: '2026-12-18' };
    const command = await insert(ports, { items: ['I0201'], window });
    const [visit, ...others] = allVisits(ports);
    expect(others).toEqual([]);
    expect(command).toMatchObject({ status: 'done', outcome: { option: 'join', visitId: before?.visitId } });
    expect(visit?.attending).toHaveLength(1);
    expect(visit?.attending[0]?.checks[0]?.serves.map(({ department }) => department)).toEqual(['fire', 'health']);
    expect(visit?.plans.map(({ type }) => type)).toEqual(['special', 'case']);
    expect(visit?.history.at(-1)).toMatchObject({ action: 'urgent-joined', reason: '群众举报' });
    const waited = command.outcome?.price ?? Number.NaN;
    expect(waited).toBeLessThan(20);
    expect(command.outcome?.options?.find(({ kind }) => kind === 'new-visit')?.price).toBeGreaterThan(100);
  });

  it('that joins inside the notice period says why on the record and in the notice', async () => {
    const ports = await withVisit();
    const [before] = allVisits(ports);
    if (!before) throw new Error('no visit');
    await ports.visits.change({ ...before, notice: { ...before.notice, status: 'sent' }, version: before.version + 1 });
    ports.clock.set('2026-12-04T01:00:00.000Z');
    const window = { notBefore: '2026-12-04', due: '2026-12-18' };
    const command = await insert(ports, { items: ['I0201'], window });
    expect(command).toMatchObject({ outcome: { option: 'join', visitId: before.visitId } });
    const [visit] = allVisits(ports);
    expect(visit?.history.slice(-2)).toMatchObject([
      { action: 'urgent-joined' },
      { action: 'short-notice-reasoned', reason: '群众举报' },
    ]);
    expect(visit?.notice.changes.at(-1)).toContain('告知期限不足，原因：群众举报');
  });

  it('gets a visit of its own where the one that stands is of the other mode, never on the same day', async () => {
    const ports = await withVisit();
    const [standing] = allVisits(ports);
    const command = await insert(ports, { items: ['I0301'], mode: 'unannounced' });
    expect(command.outcome?.option).toBe('new-visit');
    const visit = allVisits(ports).find(({ mode }) => mode === 'unannounced');
    expect(visit).toMatchObject({ notice: { status: 'held' } });
    expect(visit?.outbox).toBeUndefined();
    expect(visit?.day).not.toBe(standing?.day);
  });

  it('comes today where a start is left, else on the next day that works', async () => {
    const ports = await aDistrict();
    await insert(ports);
    expect(allVisits(ports)).toMatchObject([{ day: '2026-11-23', start: '10:30', plans: [{ type: 'case' }] }]);
    const evening = await aDistrict();
    evening.clock.set('2026-11-27T08:00:00.000Z');
    await insert(evening, { window: { notBefore: '2026-11-23', due: '2026-12-04' } });
    expect(allVisits(evening)).toMatchObject([{ day: '2026-11-30', start: '09:00' }]);
  });

  it('goes where its unit is in the street in that session anyway, but waits for no such saving', async () => {
    const ports = await aDistrict();
    const afternoon = aVisit({ visitId: 'B-02.v1', businessId: 'B-02', day: '2026-11-24', slot: 2, start: '13:30' });
    await ports.visits.create(afternoon);
    await ports.visits.create({ ...afternoon, visitId: 'B-03.v1', businessId: 'B-03', day: '2026-11-27' });
    const { outcome } = await insert(ports, { window: { notBefore: '2026-11-24', due: '2026-11-27' } });
    expect(outcome?.price).toBe(110);
    const chosen = outcome?.options?.find(({ visitId }) => visitId === outcome.visitId);
    expect(chosen).toMatchObject({ day: '2026-11-24', start: '13:30' });
  });

  it('says what blocked every cheaper way', async () => {
    const ports = await aDistrict({
      businesses: [aBusiness({ closedOn: ['2026-11-24'] })],
      units: [aUnit({ offOn: ['2026-11-23'] })],
    });
    const { outcome } = await insert(ports);
    expect(outcome?.options?.slice(0, 3)).toMatchObject([
      { day: '2026-11-23', blockedBy: { code: 'unit-off' } },
      { day: '2026-11-24', blockedBy: { code: 'business-closed' } },
      { day: '2026-11-25', start: '09:00', visitId: outcome?.visitId },
    ]);
  });

  it('is never blocked by the yearly cap, but flagged', async () => {
    const ports = await aDistrict({ settings: { yearlyCap: { perDepartment: 1, byDepartment: {} } } });
    await addPlan(ports, { plan: { type: 'routine' }, rows: [{ due: '2026-12-04' }] });
    await published(ports, await proposed(ports));
    const { status, outcome } = await insert(ports, {
      items: ['I0002'],
      window: { notBefore: '2026-12-07', due: '2026-12-09' },
    });
    expect(status).toBe('done');
    const chosen = outcome?.options?.find(({ visitId }) => visitId === outcome.visitId);
    expect(chosen?.flags).toEqual(['over-cap', 'near-other-visit']);
  });

  it('keeps the gap to what stands, and is refused with everything that is in its way', async () => {
    const ports = await aDistrict({ settings: { minGapDays: 10 } });
    await addPlan(ports, { plan: { mode: 'unannounced' }, rows: [{ due: '2026-12-02' }] });
    await published(ports, await proposed(ports));
    const command = await insert(ports, { window: { notBefore: '2026-12-03', due: '2026-12-07' } });
    expect(command).toMatchObject({ status: 'refused', refusals: [{ code: 'nothing-feasible' }] });
    const { commandId } = command;
    const view = await getCommand(ports, aRequest('get-command', { params: { commandId }, principal: coordinator }));
    expect(view).toMatchObject({ status: 'refused', reason: { text: expect.stringContaining('间隔不足') } });
    expect(allVisits(ports)).toHaveLength(1);
    expect(await ports.plans.open(district)).toHaveLength(1);
  });

  it('is refused where a department has no unit there or nobody who may come', async () => {
    const ports = await aDistrict({ units: [aUnit({ inspectors: inspectors('fire', 2, ['B-01']) })] });
    expect(await insert(ports)).toMatchObject({ status: 'refused', refusals: [{ code: 'no-inspectors' }] });
    expect(await insert(ports, { items: ['I0301'] })).toMatchObject({ refusals: [{ code: 'no-unit' }] });
  });

  it('asks for every department whose items a coordinator names, in one visit and one plan', async () => {
    const ports = await aDistrict();
    const { change } = await insert(ports, { items: ['I0001', 'I0301'] });
    expect(allVisits(ports)).toMatchObject([{ attending: [{ department: 'fire' }, { department: 'market' }] }]);
    const planId = change.kind === 'insert-urgent' ? change.plan.planId : '';
    expect(await getPlan(ports, aRequest('get-plan', { params: { planId }, principal: planner }))).toMatchObject({
      department: 'fire',
      partners: ['market'],
      type: 'case',
      status: 'consolidated',
      requests: 2,
    });
  });

  it('is held to the rules of any plan before it is queued', async () => {
    const ports = await aDistrict();
    await ports.items.import(district, [anItem({ itemId: 'R1', remote: true })]);
    expect(await refusedWith(ports, { items: ['I9999'] })).toContain('items[0] item-unknown');
    expect(await refusedWith(ports, { items: ['I0301'] }, planner)).toContain('items[0] item-of-other-department');
    expect(await refusedWith(ports, { items: ['R1'] })).toEqual(['items[0] item-remote']);
    expect(await refusedWith(ports, { businessId: 'B-99' })).toEqual(['businessId business-unknown']);
    const past = { notBefore: '2026-11-01', due: '2026-11-20' };
    expect(await refusedWith(ports, { window: past })).toEqual(['window.due window-closed']);
    const elsewhere = { ...coordinator, street: 'S01' };
    expect(await refusedWith(ports, {}, elsewhere)).toEqual(['businessId business-unknown']);
    expect(ports.commands.stored.size).toBe(0);
  });

  it('stays in its plan’s hands: a visit called off leaves it waiting for the next run', async () => {
    const ports = await aDistrict();
    const { outcome, change } = await insert(ports, { window: { notBefore: '2026-12-01', due: '2026-12-18' } });
    const visitId = outcome?.visitId ?? '';
    await settled(ports, { operation: 'cancel-visit', visitId, body: { reason: 'x' } });
    await published(ports, await proposed(ports));
    expect(
      allVisits(ports)
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(['cancelled', 'planned']);
    const params = { planId: change.kind === 'insert-urgent' ? change.plan.planId : '' };
    expect(
      await withdrawPlan(ports, aRequest('withdraw-plan', { params, body: {}, principal: planner, ids: ports.ids })),
    ).toMatchObject({
      status: 'withdrawn',
    });
  });
});
