import { describe, expect, it } from 'vitest';
import { submitPlan } from '../../../lib/app/plans/submit-plan.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import type { Item } from '../../../lib/domain/catalogue/catalogue.ts';
import type { RequestRow } from '../../../lib/domain/plans/plan.ts';
import { aBusiness, aCalendar, anItem } from '../../support/a-plan.ts';
import { aRequest, planner } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { countedIds } from '../../support/fakes/time-ids-links.ts';

const scope = { district: 'shangcheng' };
const items: readonly Item[] = [
  anItem({ itemId: 'I1', department: 'fire', recognitionClass: 'exits' }),
  anItem({ itemId: 'I2', department: 'fire', remote: true }),
  anItem({ itemId: 'I3', department: 'health' }),
  anItem({ itemId: 'I4', department: 'fire', effectiveFrom: '2026-12-10' }),
];
const businesses = [
  ...['B-01', 'B-02', 'B-03', 'B-04'].map((businessId) => aBusiness({ businessId })),
  aBusiness({ businessId: 'B-05', street: 'S04', creditGrade: 'D' }),
  aBusiness({ businessId: 'B-06', industry: 'bar' }),
];
const body = {
  title: '冬季消防专项',
  type: 'special',
  mode: 'announced',
  window: { notBefore: '2026-12-01', due: '2026-12-20' },
  items: ['I1'],
  legalBasis: '消防法第五十三条',
  approval: { by: '区政府', reference: '上政〔2026〕1号' },
};
const named = (...ids: string[]) => ({ businesses: ids.map((businessId) => ({ businessId })) });

const aDistrict = async () => {
  const ports = fakePorts();
  await ports.items.import(scope, items);
  await ports.businesses.import(scope, businesses);
  await ports.calendars.put(scope, aCalendar(), 0);
  return ports;
};
const rowsOf = async ({ plans }: Pick<Ports, 'plans'>, planId = 'id-0001'): Promise<readonly RequestRow[]> => {
  const plan = await plans.find(scope, planId);
  const rows: RequestRow[] = [];
  if (plan) for await (const page of plans.pages(plan)) rows.push(...page);
  return rows;
};
const submit = (ports: Ports, more: object, request: Parameters<typeof aRequest>[1] = {}) =>
  submitPlan(ports, aRequest('submit-plan', { body: { ...body, ...more }, ...request }));
const faultsOf = async (more: object, request: Parameters<typeof aRequest>[1] = {}) => {
  const ports = await aDistrict();
  const answer = await submit(ports, more, request);
  expect(await ports.plans.open(scope)).toEqual([]);
  if (!('refused' in answer)) throw new Error('the plan was taken');
  return { kind: answer.refused, errors: answer.errors.map(({ path, code }) => `${path} ${code}`) };
};

describe('submitting a plan', () => {
  it('makes one request for each department and business named', async () => {
    const ports = await aDistrict();
    const answer = await submit(ports, { items: ['I1', 'I3'], partners: ['health'], ...named('B-02', 'B-01') });
    expect(answer).toMatchObject({ planId: 'id-0001', status: 'submitted', requests: 4, version: 1 });
    expect((await rowsOf(ports)).map(({ businessId, department }) => `${businessId} ${department}`)).toEqual([
      'B-01 fire',
      'B-01 health',
      'B-02 fire',
      'B-02 health',
    ]);
  });

  it("keeps a target's own window and items", async () => {
    const ports = await aDistrict();
    await submit(ports, {
      items: ['I1', 'I2'],
      businesses: [{ businessId: 'B-01', due: '2026-12-15', items: ['I1'] }],
    });
    expect(await rowsOf(ports)).toMatchObject([{ notBefore: '2026-12-01', due: '2026-12-15', items: ['I1'] }]);
  });

  it('counts requests done off site apart, by street', async () => {
    const ports = await aDistrict();
    expect(await submit(ports, { items: ['I1', 'I2'], ...named('B-01', 'B-05') })).toMatchObject({
      requests: 4,
      remote: 2,
    });
    expect((await ports.plans.find(scope, 'id-0001'))?.remote).toEqual({ S03: 1, S04: 1 });
  });

  it('satisfies a request by a result that others know, and says whose it was', async () => {
    const ports = await aDistrict();
    const evidence = { visitId: 'V9', department: 'police', itemId: 'I9', on: '2026-09-01' };
    const result = { ...evidence, recognitionClass: 'exits', validUntil: '2027-02-28' };
    await ports.results.record(scope, 'B-02', [result]);
    expect(await submit(ports, named('B-01', 'B-02'))).toMatchObject({
      requests: 2,
      satisfied: [{ requestId: 'id-0001-id0001-2', byResult: [evidence] }],
      satisfiedCount: 1,
    });
  });

  it('lets no result stand for a case check', async () => {
    const ports = await aDistrict();
    await ports.results.record(scope, 'B-01', [
      {
        visitId: 'V9',
        department: 'fire',
        itemId: 'I1',
        on: '2026-11-01',
        recognitionClass: 'exits',
        validUntil: '2027-06-01',
      },
    ]);
    expect(await submit(ports, { type: 'case', ...named('B-01') })).toMatchObject({ satisfied: [], satisfiedCount: 0 });
  });

  it('draws from the industry by the seed sent, and answers what is needed to repeat it', async () => {
    const ports = await aDistrict();
    const answer = await submit(ports, { draw: { industry: 'hotel', ratio: 0.4, seed: 'open' } });
    expect(answer).toMatchObject({ requests: 2, draw: { seed: 'open', population: 5, drawn: 2 } });
    const again = await aDistrict();
    await submit(again, { draw: { industry: 'hotel', ratio: 0.4, seed: 'open' } });
    expect(await rowsOf(again)).toEqual(await rowsOf(ports));
  });

  it('draws within a street and by credit grade, and makes up a seed where none is sent', async () => {
    const ports = await aDistrict();
    expect(await submit(ports, { draw: { industry: 'hotel', street: 'S04', count: 3 } })).toMatchObject({
      draw: { seed: 'id-0002', population: 1, drawn: 1 },
    });
    await submit(ports, { draw: { industry: 'hotel', byGrade: { D: 1 } } }, { ids: countedIds('grade') });
    expect((await rowsOf(ports, 'grade-0001')).map(({ businessId }) => businessId)).toEqual(['B-05']);
  });

  it('keeps a draft, with or without requests, for later', async () => {
    const ports = await aDistrict();
    expect(await submit(ports, { draft: true })).toMatchObject({ status: 'draft', requests: 0 });
    expect((await ports.plans.find(scope, 'id-0001'))?.submittedAt).toBeUndefined();
    expect(await submit(ports, { draft: true, ...named('B-01') }, { ids: countedIds('other') })).toMatchObject({
      status: 'draft',
      requests: 1,
    });
  });

  it('repeats its answer and stores nothing twice when a command comes again', async () => {
    const ports = await aDistrict();
    const first = await submit(ports, named('B-01', 'B-02'));
    await ports.results.record(scope, 'B-01', [
      {
        visitId: 'V9',
        department: 'fire',
        itemId: 'I1',
        on: '2026-11-22',
        recognitionClass: 'exits',
        validUntil: '2027-06-01',
      },
    ]);
    const rows = await rowsOf(ports);
    expect(await submit(ports, named('B-01', 'B-02'), { now: '2026-11-23T02:00:00.000Z' })).toEqual(first);
    expect(await rowsOf(ports)).toEqual(rows);
  });

  it('stands once where two attempts of a command overlap, and both get the answer of the first', async () => {
    const ports = await aDistrict();
    const [first, second] = await Promise.all([
      submit(ports, named('B-01', 'B-02')),
      submit(ports, named('B-01', 'B-02'), { now: '2026-11-23T01:00:40.000Z' }),
    ]);
    expect(second).toEqual(first);
    expect(await ports.plans.open(scope)).toMatchObject([{ requests: 2, createdAt: '2026-11-23T01:00:00.000Z' }]);
  });

  it('counts nothing of a plan whose header could not be written', async () => {
    const ports = await aDistrict();
    const broken = { ...ports, plans: { ...ports.plans, create: () => Promise.reject(new Error('out of reach')) } };
    await expect(submit(broken, named('B-01'))).rejects.toThrow('out of reach');
    expect(await ports.plans.open(scope)).toEqual([]);
    expect(await submit(ports, named('B-01'))).toMatchObject({ requests: 1 });
  });
});

describe('a plan is refused', () => {
  it('for items that are unknown, of another department, not in force throughout, or named twice', async () => {
    expect(await faultsOf({ items: ['I1', 'I9', 'I3', 'I4', 'I1'], ...named('B-01') })).toEqual({
      kind: 'plan-refused',
      errors: [
        'items[4] duplicate',
        'items[1] item-unknown',
        'items[2] item-of-other-department',
        'items[3] item-not-in-force',
      ],
    });
  });

  it('without an item of the department that submits', async () => {
    const { errors } = await faultsOf({ items: ['I3'], partners: ['health'], ...named('B-01') });
    expect(errors).toEqual(['items department-without-items']);
  });

  it('for businesses that are unknown or named twice, by their place in the list', async () => {
    const { errors } = await faultsOf(named('B-01', 'B-77', 'B-01'));
    expect(errors).toEqual(['businesses[1].businessId business-unknown', 'businesses[2].businessId duplicate']);
  });

  it("for a target's window beyond the plan's", async () => {
    const { errors } = await faultsOf({ businesses: [{ businessId: 'B-01', due: '2026-12-31' }] });
    expect(errors).toEqual(['businesses[0].due window-outside']);
  });

  it('for a window that is over', async () => {
    expect(await faultsOf(named('B-01'), { now: '2026-12-20T16:00:00.000Z' })).toEqual({
      kind: 'window-closed',
      errors: ['window.due window-closed'],
    });
  });

  it('for a window into a year that the calendar does not know', async () => {
    const window = { notBefore: '2026-12-01', due: '2027-01-15' };
    expect(await faultsOf({ window, ...named('B-01') })).toEqual({
      kind: 'calendar-unknown',
      errors: ['window.due calendar-unknown'],
    });
  });

  it('for a window without a working day', async () => {
    const { errors } = await faultsOf({ window: { notBefore: '2026-12-05', due: '2026-12-06' }, ...named('B-01') });
    expect(errors).toEqual(['window.due window-without-working-day']);
  });

  it('for a draw from nobody', async () => {
    const nobody = ['draw.industry draw-empty'];
    expect((await faultsOf({ draw: { industry: 'casino', count: 1 } })).errors).toEqual(nobody);
    expect((await faultsOf({ draw: { industry: 'bar', byGrade: { A: 1 } } })).errors).toEqual(nobody);
  });

  it('beyond 20 000 requests, counting each department and the remote part', async () => {
    const ports = await aDistrict();
    const many = Array.from({ length: 10_001 }, (_, n) => aBusiness({ businessId: `M-${n}` }));
    const crowded = {
      ...ports,
      businesses: { ...ports.businesses, some: async () => new Map(many.map((one) => [one.businessId, one])) },
    };
    const all = named(...many.map(({ businessId }) => businessId));
    expect(await submit(crowded, { items: ['I1', 'I2'], ...all })).toMatchObject({
      refused: 'plan-refused',
      errors: [{ path: 'businesses', code: 'too-many-requests', values: { most: 20_000 } }],
    });
    expect(await submit(crowded, { items: ['I1'], ...all })).toMatchObject({ requests: 10_001 });
  });

  it('from a token without a department', async () => {
    const { department: _, ...nobody } = planner;
    expect((await faultsOf(named('B-01'), { principal: nobody })).kind).toBe('forbidden');
  });
});
