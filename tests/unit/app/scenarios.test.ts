import { describe, expect, it } from 'vitest';
import { importScenarios } from '../../../lib/app/imports/import-scenarios.ts';
import { confirmShare } from '../../../lib/app/scenarios/confirm-share.ts';
import { createRecurrence } from '../../../lib/app/scenarios/create-recurrence.ts';
import { declineShare } from '../../../lib/app/scenarios/decline-share.ts';
import { getJointPlan } from '../../../lib/app/scenarios/get-joint-plan.ts';
import { openRecurrences } from '../../../lib/app/scenarios/open-recurrences.ts';
import { startScenario } from '../../../lib/app/scenarios/start-scenario.ts';
import { withdrawJointPlan } from '../../../lib/app/scenarios/withdraw-joint-plan.ts';
import { aBusiness, aCalendar, anItem } from '../../support/a-plan.ts';
import { admin, aRequest, coordinator, planner } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { countedIds } from '../../support/fakes/time-ids-links.ts';

const hotels = {
  scenarioId: 'hotels',
  name: { zh: '宾馆监管一件事', en: 'Hotels' },
  industry: 'hotel',
  lead: 'fire',
  parts: [
    { department: 'fire', items: ['F1', 'F2'] },
    { department: 'health', items: ['H1'] },
    { department: 'market', items: ['M1'] },
  ],
  legalBasis: '双随机、一公开',
  effectiveFrom: '2026-01-01',
};
const window = { notBefore: '2026-12-01', due: '2026-12-20' };
const start = { window, approval: { by: '区政府' }, businesses: [{ businessId: 'B-01' }, { businessId: 'B-02' }] };
const health = { ...planner, subject: 'planner-h', department: 'health' };

const aDistrict = async () => {
  const ports = { ...fakePorts(), ownDistrict: 'shangcheng' };
  await ports.items.import(district, [
    anItem({ itemId: 'F1' }),
    anItem({ itemId: 'F2', effectiveFrom: '2027-01-01' }),
    anItem({ itemId: 'H1', department: 'health' }),
    anItem({ itemId: 'M1', department: 'market', effectiveTo: '2026-06-30' }),
  ]);
  await ports.businesses.import(
    district,
    ['B-01', 'B-02', 'B-03', 'B-04'].map((businessId) => aBusiness({ businessId })),
  );
  await ports.calendars.put(district, aCalendar(), 0);
  await importScenarios(ports, aRequest('import-scenarios', { body: { scenarios: [hotels] }, principal: admin }));
  return ports;
};
type Fakes = Awaited<ReturnType<typeof aDistrict>>;
const started = async (ports: Fakes, more: object = {}, principal = planner) => {
  const params = { scenarioId: 'hotels' };
  return startScenario(ports, aRequest('start-scenario', { params, body: { ...start, ...more }, principal }));
};
const jointPlan = async (ports: Fakes) => {
  const plan = await started(ports);
  if ('refused' in plan) throw new Error(plan.refused);
  return plan;
};
const onShare = (jointPlanId: string, parts: object) => ({ params: { jointPlanId }, ...parts });

describe('importing scenarios', () => {
  it('refuses the page where one names items that its departments do not have, or a lead without a part', async () => {
    const ports = await aDistrict();
    const faulty = { ...hotels, lead: 'tax', parts: [{ department: 'fire', items: ['F1', 'H1', 'X'] }] };
    const body = { scenarios: [hotels, faulty] };
    const answer = await importScenarios(ports, aRequest('import-scenarios', { body, principal: admin }));
    expect(answer).toMatchObject({
      refused: 'import-refused',
      errors: [
        { path: 'scenarios[1].scenarioId', code: 'duplicate' },
        { path: 'scenarios[1].lead', code: 'lead-without-part' },
        { path: 'scenarios[1].parts[0].items[1]', code: 'item-of-other-department' },
        { path: 'scenarios[1].parts[0].items[2]', code: 'item-unknown' },
      ],
    });
  });
});

describe('starting a scenario', () => {
  it('asks each department with items in force for its share, about the same subjects', async () => {
    const plan = await jointPlan(await aDistrict());
    expect(plan).toMatchObject({ title: '宾馆监管一件事', lead: 'fire', status: 'open', businesses: ['B-01', 'B-02'] });
    expect(plan.shares).toEqual([
      { department: 'fire', items: ['F1'], status: 'waiting' },
      { department: 'health', items: ['H1'], status: 'waiting' },
    ]);
  });

  it('draws the subjects once, from the scenario’s industry, for all departments', async () => {
    const plan = await started(await aDistrict(), { businesses: undefined, draw: { count: 2 } });
    expect(plan).toMatchObject({ draw: { population: 4, drawn: 2 }, businesses: expect.any(Array) });
  });

  it('is the lead’s and the coordination centre’s', async () => {
    const ports = await aDistrict();
    expect(await started(ports, {}, health)).toMatchObject({ refused: 'forbidden' });
    expect(await started(ports, {}, coordinator)).toMatchObject({ status: 'open' });
  });

  it.each([
    [{ businesses: [{ businessId: 'B-09' }] }, 'businesses[0].businessId', 'business-unknown'],
    [{ window: { notBefore: '2026-10-01', due: '2026-10-20' } }, 'window.due', 'window-closed'],
  ])('refuses %o at %s', async (more, path, code) => {
    expect(await started(await aDistrict(), more)).toMatchObject({ errors: [{ path, code }] });
  });

  it('is not found under another name', async () => {
    const request = aRequest('start-scenario', { params: { scenarioId: 'bars' }, body: start });
    expect(await startScenario(await aDistrict(), request)).toMatchObject({ refused: 'not-found' });
  });
});

describe('a share', () => {
  it('that is confirmed becomes a plan of the department’s own, led as the scenario says; the last answer settles the plan', async () => {
    const ports = await aDistrict();
    const { jointPlanId } = await jointPlan(ports);
    const first = await confirmShare(ports, aRequest('confirm-share', onShare(jointPlanId, {})));
    expect(first).toMatchObject({
      status: 'open',
      shares: [{ status: 'confirmed', requests: 2 }, { status: 'waiting' }],
    });
    const reason = '本月已查';
    const last = await declineShare(
      ports,
      aRequest('decline-share', onShare(jointPlanId, { body: { reason }, principal: health })),
    );
    expect(last).toMatchObject({ status: 'settled', shares: [{}, { status: 'declined', reason }] });
    const [plan] = await ports.plans.open(district);
    expect(plan).toMatchObject({ department: 'fire', lead: 'fire', items: ['F1'], window, requests: 2 });
  });

  it('that is confirmed twice, or again after a cut, is one plan', async () => {
    const ports = await aDistrict();
    const { jointPlanId } = await jointPlan(ports);
    const cut = { ...ports, jointPlans: { ...ports.jointPlans, change: async () => Promise.reject(new Error('cut')) } };
    const request = () => aRequest('confirm-share', onShare(jointPlanId, { ids: countedIds() }));
    await expect(confirmShare(cut, request())).rejects.toThrow('cut');
    expect(await confirmShare(ports, request())).toMatchObject({ shares: [{ status: 'confirmed' }, {}] });
    expect(await confirmShare(ports, request())).toMatchObject({ refused: 'state-conflict' });
    expect(await ports.plans.open(district)).toHaveLength(1);
  });

  it('keeps every rule of a plan: an item of another department is refused, and nothing is confirmed', async () => {
    const ports = await aDistrict();
    const { jointPlanId } = await jointPlan(ports);
    const refused = await confirmShare(
      ports,
      aRequest('confirm-share', onShare(jointPlanId, { body: { items: ['H1'] } })),
    );
    expect(refused).toMatchObject({ refused: 'plan-refused' });
    const request = aRequest('get-joint-plan', { params: { jointPlanId } });
    expect(await getJointPlan(ports, request)).toMatchObject({ shares: [{ status: 'waiting' }, {}] });
  });

  it('is nobody’s who has none: other departments do not find the plan', async () => {
    const ports = await aDistrict();
    const { jointPlanId } = await jointPlan(ports);
    const tax = { ...planner, department: 'tax' };
    expect(
      await confirmShare(ports, aRequest('confirm-share', onShare(jointPlanId, { principal: tax }))),
    ).toMatchObject({
      refused: 'not-found',
    });
    expect(
      await getJointPlan(ports, aRequest('get-joint-plan', { params: { jointPlanId }, principal: tax })),
    ).toMatchObject({
      refused: 'not-found',
    });
  });

  it('is asked for no more once the lead withdraws; another department may not', async () => {
    const ports = await aDistrict();
    const { jointPlanId } = await jointPlan(ports);
    const withdraw = (principal: typeof planner) =>
      withdrawJointPlan(
        ports,
        aRequest('withdraw-joint-plan', onShare(jointPlanId, { body: { reason: '推迟' }, principal })),
      );
    expect(await withdraw(health)).toMatchObject({ refused: 'forbidden' });
    expect(await withdraw(planner)).toMatchObject({ status: 'withdrawn' });
    expect(await confirmShare(ports, aRequest('confirm-share', onShare(jointPlanId, {})))).toMatchObject({
      errors: [{ code: 'joint-plan-withdrawn' }],
    });
  });
});

describe('a recurring plan', () => {
  const rhythm = { everyMonths: 1, first: window, openDaysBefore: 20 };
  const terms = {
    title: '每月联合监管',
    type: 'routine',
    mode: 'announced',
    legalBasis: 'x',
    approval: { by: '局长' },
  };
  const ofPlan = { ...rhythm, opens: { ...terms, kind: 'plan', items: ['F1'], businesses: [{ businessId: 'B-01' }] } };
  const ofScenario = { ...rhythm, opens: { ...terms, kind: 'scenario', scenarioId: 'hotels', draw: { count: 2 } } };
  const create = (ports: Fakes, body: object, principal = planner) =>
    createRecurrence(ports, aRequest('create-recurrence', { body, principal, ids: ports.ids }));

  it('opens the department’s plan or the scenario each morning that one is due, once, and says what it opened', async () => {
    const ports = await aDistrict();
    await create(ports, ofPlan);
    await create(ports, ofScenario);
    ports.clock.set('2026-11-23T01:00:00.000Z');
    expect(await openRecurrences(ports)).toEqual({ opened: 2, refused: 0 });
    expect(await openRecurrences(ports)).toEqual({ opened: 0, refused: 0 });
    expect(await ports.plans.open(district)).toMatchObject([{ department: 'fire', window, requests: 1 }]);
    const page = await ports.jointPlans.list(district, { limit: 10 });
    expect('items' in page && page.items).toMatchObject([{ title: '每月联合监管', businesses: { length: 2 } }]);
  });

  it('notes an occurrence that a rule refuses, with the refusal, and does not try it every morning', async () => {
    const ports = await aDistrict();
    await create(ports, ofPlan);
    await ports.items.import(district, [anItem({ itemId: 'F1', effectiveTo: '2026-11-30' })]);
    ports.clock.set('2026-11-23T01:00:00.000Z');
    expect(await openRecurrences(ports)).toEqual({ opened: 0, refused: 1 });
    expect(await openRecurrences(ports)).toEqual({ opened: 0, refused: 0 });
    const page = await ports.recurrences.list(district, { limit: 10 });
    expect('items' in page && page.items[0]?.opened).toMatchObject([
      { notBefore: '2026-12-01', refused: 'plan-refused' },
    ]);
  });

  it.each([
    ['items of another department', { ...ofPlan, opens: { ...ofPlan.opens, items: ['H1'] } }, 'plan-refused'],
    [
      'a scenario that nobody knows',
      { ...ofScenario, opens: { ...ofScenario.opens, scenarioId: 'bars' } },
      'not-found',
    ],
    ['an end before its beginning', { ...ofPlan, until: '2026-11-30' }, 'recurrence-refused'],
    ['a window that is over', { ...ofPlan, first: { notBefore: '2026-10-01', due: '2026-10-09' } }, 'window-closed'],
  ])('is refused with %s', async (_, body, refused) => {
    expect(await create(await aDistrict(), body)).toMatchObject({ refused });
  });

  it('of a scenario is its lead’s and the centre’s; a plan of its own needs a department', async () => {
    const ports = await aDistrict();
    expect(await create(ports, ofScenario, health)).toMatchObject({ refused: 'forbidden' });
    expect(await create(ports, ofScenario, coordinator)).toMatchObject({ status: 'active' });
    expect(await create(ports, ofPlan, coordinator)).toMatchObject({ refused: 'forbidden' });
  });
});
