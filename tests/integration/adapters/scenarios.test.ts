import { describe, expect, it } from 'vitest';
import { dynamoJointPlans } from '../../../lib/adapters/dynamo/joint-plans.ts';
import { dynamoRecurrences } from '../../../lib/adapters/dynamo/recurrences.ts';
import { dynamoScenarios } from '../../../lib/adapters/dynamo/scenarios.ts';
import type { JointPlan } from '../../../lib/domain/scenarios/joint-plan.ts';
import type { Recurrence } from '../../../lib/domain/scenarios/recurrence.ts';
import type { Scenario } from '../../../lib/domain/scenarios/scenario.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { everyPage } from '../../support/adapters/pages.ts';
import { fakeJointPlans, fakeRecurrences, fakeScenarios } from '../../support/fakes/scenarios.ts';

const engine = embeddedTable();
const at = '2026-11-23T01:00:00.000Z';
const window = { notBefore: '2026-12-01', due: '2026-12-20' };

const aScenario = (overrides: Partial<Scenario> = {}): Scenario => ({
  scenarioId: 'hotels',
  name: { zh: '宾馆', en: 'Hotels' },
  industry: 'hotel',
  lead: 'fire',
  parts: [{ department: 'fire', items: ['F1'] }],
  legalBasis: 'x',
  effectiveFrom: '2026-01-01',
  ...overrides,
});
const terms = { title: 'x', type: 'routine', mode: 'announced', legalBasis: 'x', approval: { by: 'x' } } as const;
const aJointPlan = (overrides: Partial<JointPlan>): JointPlan => ({
  jointPlanId: 'J1',
  district: 'd',
  scenarioId: 'hotels',
  industry: 'hotel',
  lead: 'fire',
  ...terms,
  window,
  businesses: ['B-01'],
  shares: ['fire', 'health'].map((department) => ({ department, items: ['F1'], status: 'waiting' })),
  status: 'open',
  startedBy: 'planner-1',
  createdAt: at,
  history: [{ at, by: 'planner-1', action: 'started' }],
  version: 1,
  ...overrides,
});
const aRecurrence = (overrides: Partial<Recurrence>): Recurrence => ({
  recurrenceId: 'R1',
  district: 'd',
  opens: {
    kind: 'plan',
    ...terms,
    items: ['F1'],
    partners: [],
    orderedFromAbove: false,
    businesses: [{ businessId: 'B-01' }],
  },
  createdBy: 'planner-1',
  authority: { role: 'planner', department: 'fire' },
  everyMonths: 1,
  first: window,
  openDaysBefore: 30,
  skipped: [],
  opened: [],
  status: 'active',
  createdAt: at,
  history: [{ at, by: 'planner-1', action: 'set-up' }],
  version: 1,
  ...overrides,
});

describe.each([
  ['in memory', () => fakeScenarios()],
  ['in DynamoDB', () => dynamoScenarios(engine.table)],
])('scenarios %s', (_, make) => {
  it('are imported over those that stand, found by id and listed by industry, in their own district', async () => {
    const [scenarios, scope] = [make(), freshScope()];
    const bars = aScenario({ scenarioId: 'bars', industry: 'bar' });
    expect(await scenarios.import(scope, [aScenario(), bars])).toMatchObject({ created: 2 });
    expect(await scenarios.import(scope, [aScenario(), { ...bars, lead: 'police' }])).toMatchObject({
      changed: 1,
      unchanged: 1,
    });
    expect(await scenarios.find(scope, 'bars')).toMatchObject({ lead: 'police', version: 2 });
    expect(await scenarios.find({ district: 'elsewhere' }, 'bars')).toBeUndefined();
    const all = (
      await everyPage((cursor) => scenarios.list(scope, { limit: 1, ...(cursor ? { cursor } : {}) }))
    ).flat();
    expect(all.map(({ scenarioId }) => scenarioId)).toEqual(['bars', 'hotels']);
    expect(await scenarios.list(scope, { limit: 9, industry: 'hotel' })).toMatchObject({
      items: [{ scenarioId: 'hotels' }],
    });
  });
});

describe.each([
  ['in memory', () => fakeJointPlans()],
  ['in DynamoDB', () => dynamoJointPlans(engine.table)],
])('joint plans %s', (_, make) => {
  it('change from one version to the next, and never over another', async () => {
    const plans = make();
    const plan = aJointPlan(freshScope());
    expect(await plans.create(plan)).toBe('stored');
    const entry = { at, by: 'planner-2', action: 'withdrawn' };
    const next: JointPlan = { ...plan, status: 'withdrawn', history: [...plan.history, entry], version: 2 };
    expect(await plans.change(next)).toBe('stored');
    expect(await plans.change({ ...next, status: 'open' })).toBe('conflict');
    expect(await plans.find(plan, 'J1')).toMatchObject({ status: 'withdrawn', version: 2 });
  });

  it('are seen by the departments that have a share, newest first, page by page', async () => {
    const [plans, scope] = [make(), freshScope()];
    for (const n of [1, 2, 3]) await plans.create(aJointPlan({ ...scope, jointPlanId: `J${n}` }));
    await plans.create(aJointPlan({ ...scope, jointPlanId: 'J4', status: 'settled' }));
    const ids = async (department: string | undefined, filter: object = {}) => {
      const seen = { ...scope, ...(department ? { department } : {}) };
      const all = (
        await everyPage((cursor) => plans.list(seen, { limit: 2, ...(cursor ? { cursor } : {}), ...filter }))
      ).flat();
      return all.map(({ jointPlanId }) => jointPlanId);
    };
    expect(await ids('health')).toEqual(['J4', 'J3', 'J2', 'J1']);
    expect(await ids('tax')).toEqual([]);
    expect(await ids(undefined, { status: 'open' })).toEqual(['J3', 'J2', 'J1']);
    expect(await ids(undefined, { department: 'tax' })).toEqual([]);
    expect(await plans.find({ ...scope, department: 'tax' }, 'J1')).toBeUndefined();
  });
});

describe.each([
  ['in memory', () => fakeRecurrences()],
  ['in DynamoDB', () => dynamoRecurrences(engine.table)],
])('recurring plans %s', (_, make) => {
  it('are their department’s and the centre’s, and those that have ended can be left out', async () => {
    const [recurrences, scope] = [make(), freshScope()];
    await recurrences.create(aRecurrence(scope));
    const other = aRecurrence({ ...scope, recurrenceId: 'R2', authority: { role: 'planner', department: 'health' } });
    await recurrences.create(other);
    const history = [...other.history, { at, by: 'planner-2', action: 'ended' }];
    expect(await recurrences.change({ ...other, status: 'ended', history, version: 2 })).toBe('stored');
    expect(await recurrences.change({ ...other, status: 'active', history, version: 2 })).toBe('conflict');
    const ids = async (more: object, filter: object = {}) => {
      const seen = { ...scope, ...more };
      const all = (
        await everyPage((cursor) => recurrences.list(seen, { limit: 1, ...(cursor ? { cursor } : {}), ...filter }))
      ).flat();
      return all.map(({ recurrenceId }) => recurrenceId);
    };
    expect(await ids({})).toEqual(['R2', 'R1']);
    expect(await ids({ department: 'fire' })).toEqual(['R1']);
    expect(await ids({}, { status: 'active' })).toEqual(['R1']);
    expect(await recurrences.find({ ...scope, department: 'tax' }, 'R1')).toBeUndefined();
  });
});
