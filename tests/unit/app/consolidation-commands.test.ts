import { describe, expect, it } from 'vitest';
import { getConsolidation } from '../../../lib/app/centre/get-consolidation.ts';
import { listConsolidations } from '../../../lib/app/centre/list-consolidations.ts';
import { listProposedVisits } from '../../../lib/app/centre/list-proposed-visits.ts';
import { listUnscheduled } from '../../../lib/app/centre/list-unscheduled.ts';
import { publishConsolidation } from '../../../lib/app/centre/publish-consolidation.ts';
import { reviewConsolidation } from '../../../lib/app/centre/review-consolidation.ts';
import { startConsolidation } from '../../../lib/app/centre/start-consolidation.ts';
import { getCommand } from '../../../lib/app/schedule/get-command.ts';
import type { Consolidation } from '../../../lib/domain/centre/consolidation.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { aConsolidation } from '../../support/a-consolidation.ts';
import { admin, aRequest, coordinator, planner, reviewer } from '../../support/a-request.ts';
import { aDistrict, district } from '../../support/a-run.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const params = { consolidationId: 'C1' };
const with_ = async (overrides: Partial<Consolidation>) => {
  const ports = fakePorts();
  await ports.consolidations.create(aConsolidation(overrides));
  return ports;
};
type Fakes = ReturnType<typeof fakePorts>;
const stored = (ports: Fakes) => ports.consolidations.find(district, 'C1');
const codesOf = (answer: object) => {
  if (!('refused' in answer && 'errors' in answer)) return answer;
  const errors = answer.errors as { code: string }[];
  return [answer.refused, ...errors.map(({ code }) => code)];
};

describe('starting a consolidation', () => {
  const start = async (body: object, principal: Principal = coordinator) => {
    const ports = await aDistrict({ settings: { reviewLevels: [1, 3] } });
    const answer = await startConsolidation(ports, aRequest('start-consolidation', { body, principal }));
    return { ports, answer };
  };

  it('stores the run with its task, queues it and answers by which command to ask', async () => {
    const { ports, answer } = await start({ from: '2026-12-01', to: '2026-12-31', seed: 7, planningSeconds: 3 });
    expect(answer).toEqual({ commandId: 'plan.id-0001', consolidationId: 'id-0001', status: 'queued' });
    expect(await ports.consolidations.find(district, 'id-0001')).toMatchObject({
      status: 'queued',
      requiredLevels: [1, 3],
      startedBy: 'coordinator-1',
      seed: 7,
      planningSeconds: 3,
      outbox: { task: 'plan' },
    });
    expect(ports.queues.sent.plan).toEqual([{ ...district, consolidationId: 'id-0001' }]);
  });

  it('answers all the same where the queue can’t be reached: the task is stored', async () => {
    const ports = await aDistrict();
    ports.queues.failing = true;
    const body = { from: '2026-12-01', to: '2026-12-31' };
    const answer = await startConsolidation(ports, aRequest('start-consolidation', { body, principal: coordinator }));
    expect(answer).toMatchObject({ status: 'queued' });
    expect((await ports.consolidations.find(district, 'id-0001'))?.outbox?.task).toBe('plan');
  });

  it('keeps a street coordinator’s run to the street', async () => {
    const { ports } = await start({ from: '2026-12-01', to: '2026-12-31' }, { ...coordinator, street: 'S03' });
    expect(await ports.consolidations.find(district, 'id-0001')).toMatchObject({ street: 'S03' });
  });

  it.each([
    [
      'a year the calendar doesn’t know',
      { from: '2026-12-01', to: '2027-01-10' },
      ['calendar-unknown', 'calendar-unknown'],
    ],
    ['a horizon over a year long', { from: '2026-01-01', to: '2027-01-02' }, ['horizon-refused', 'horizon-long']],
    ['a horizon that is over', { from: '2026-11-01', to: '2026-11-23' }, ['horizon-refused', 'horizon-past']],
    ['a horizon without a working day', { from: '2026-12-05', to: '2026-12-06' }, ['horizon-refused', 'horizon-past']],
  ])('refuses %s', async (_, body, codes) => {
    const { ports, answer } = await start(body);
    expect(codesOf(answer)).toEqual(codes);
    expect(ports.queues.sent.plan).toEqual([]);
    expect(ports.consolidations.stored.size).toBe(0);
  });
});

describe('reviewing a consolidation', () => {
  const review = async (ports: Fakes, level: 1 | 2 | 3, body: object = { decision: 'approved' }, more: object = {}) =>
    reviewConsolidation(ports, aRequest('review-consolidation', { params, body, principal: reviewer(level), ...more }));

  it('passes the required levels in order and is approved with the last', async () => {
    const ports = await with_({ status: 'proposed', requiredLevels: [1, 3] });
    expect(await review(ports, 1)).toMatchObject({ status: 'in-review', version: 2 });
    expect(await review(ports, 3)).toMatchObject({ status: 'approved', reviews: [{ level: 1 }, { level: 3 }] });
  });

  it('ends with the first rejection, which says why', async () => {
    const ports = await with_({ status: 'proposed', requiredLevels: [1, 3] });
    const body = { decision: 'rejected', comment: '期限不合理' };
    expect(await review(ports, 1, body)).toMatchObject({ status: 'rejected', reviews: [{ comment: '期限不合理' }] });
    expect(codesOf(await review(ports, 3))).toEqual(['state-conflict', 'status']);
  });

  it.each([
    ['a level that is not required', { requiredLevels: [1, 3] }, 2, undefined, 'level-not-required'],
    ['a level before the one below it', { requiredLevels: [1, 3] }, 3, undefined, 'level-before'],
    ['what the reviewer started', { startedBy: 'reviewer-1' }, 1, undefined, 'own-submission'],
    ['a level that is not the reviewer’s', {}, 1, { decision: 'approved', level: 2 }, 'level-not-yours'],
    [
      'a level twice',
      { requiredLevels: [1, 3], reviews: [{ level: 1, decision: 'approved', by: 'x', at: '', comment: '' }] },
      1,
      undefined,
      'level-decided',
    ],
  ] as const)('refuses %s', async (_, overrides, level, body, code) => {
    const ports = await with_({ status: 'proposed', ...overrides });
    expect(codesOf(await review(ports, level, body))).toEqual(['review-refused', code]);
    expect((await stored(ports))?.version).toBe(1);
  });

  it.each(['queued', 'running', 'approved', 'published', 'failed'] as const)(
    'refuses a run that is %s',
    async (status) => {
      const ports = await with_({ status });
      expect(codesOf(await review(ports, 1))).toEqual(['state-conflict', 'status']);
    },
  );

  it('refuses another version than the one that stands, and what is not there', async () => {
    const ports = await with_({ status: 'proposed' });
    expect(codesOf(await review(ports, 1, undefined, { ifMatch: 4 }))).toEqual(['version-mismatch', 'version']);
    expect(codesOf(await review(fakePorts(), 1))).toEqual(['not-found', 'not-found']);
  });
});

describe('ordering publication', () => {
  const publish = (ports: Fakes, principal: Principal = coordinator, more: object = {}) =>
    publishConsolidation(ports, aRequest('publish-consolidation', { params, principal, ...more }));

  it('of an approved run notes the order, keeps it for the relay and queues the first page', async () => {
    const ports = await with_({ status: 'approved' });
    expect(await publish(ports)).toEqual({ commandId: 'publish.C1', status: 'queued' });
    expect(await stored(ports)).toMatchObject({
      status: 'publishing',
      publishing: { by: 'coordinator-1', nextPage: 0 },
      outbox: { task: 'publish' },
    });
    expect(ports.queues.sent.schedule).toEqual([{ command: 'publish-page', ...district, ...params, page: 0 }]);
  });

  it('needs no review where none is required', async () => {
    expect(await publish(await with_({ status: 'proposed', requiredLevels: [] }))).toMatchObject({ status: 'queued' });
  });

  it.each(['queued', 'running', 'proposed', 'in-review', 'rejected', 'failed', 'publishing', 'published'] as const)(
    'is refused while the run is %s',
    async (status) => {
      const ports = await with_({ status });
      expect(codesOf(await publish(ports))).toEqual(['state-conflict', 'status']);
      expect(ports.queues.sent.schedule).toEqual([]);
    },
  );

  it('is refused with another version, and to the coordinator of another street', async () => {
    const ports = await with_({ status: 'approved', street: 'S03' });
    expect(codesOf(await publish(ports, coordinator, { ifMatch: 9 }))).toEqual(['version-mismatch', 'version']);
    expect(codesOf(await publish(ports, { ...coordinator, street: 'S04' }))).toEqual(['not-found', 'not-found']);
    expect(await publish(ports, { ...coordinator, street: 'S03' })).toMatchObject({ status: 'queued' });
  });
});

describe('asking what became of a command', () => {
  const ask = (ports: Fakes, commandId: string, principal: Principal = coordinator) =>
    getCommand(ports, aRequest('get-command', { params: { commandId }, principal }));
  const publishing = { by: 'coordinator-2', at: '2026-11-23T02:00:00.000Z', visits: 0, returned: 0 };

  it('tells its sender how far the planning is, and that it is done once a proposal stands', async () => {
    const running = await with_({ status: 'running', progress: { phase: 'planning', percent: 40 } });
    expect(await ask(running, 'plan.C1')).toMatchObject({ status: 'running', percent: 40, target: params });
    expect(await ask(await with_({ status: 'published' }), 'plan.C1')).toMatchObject({ status: 'done', percent: 100 });
    const failure = { code: 'planning-fault', text: 'out of memory' };
    expect(await ask(await with_({ status: 'failed', failure }), 'plan.C1')).toMatchObject({
      status: 'failed',
      reason: failure,
    });
  });

  it('tells how far the publication is', async () => {
    const half = await with_({ status: 'publishing', pages: 4, publishing: { ...publishing, nextPage: 2 } });
    expect(await ask(half, 'publish.C1', { ...coordinator, subject: 'coordinator-2' })).toMatchObject({
      command: 'publish-consolidation',
      status: 'running',
      percent: 50,
    });
  });

  it('knows nothing of it to anyone but its sender and an admin', async () => {
    const ports = await with_({ status: 'publishing', publishing: { ...publishing, nextPage: 0 } });
    expect(codesOf(await ask(ports, 'publish.C1'))).toEqual(['not-found', 'not-found']);
    expect(await ask(ports, 'publish.C1', admin)).toMatchObject({ status: 'queued' });
    for (const commandId of ['plan.C2', 'C1', 'veto.C1', 'plan.']) {
      expect(codesOf(await ask(ports, commandId, admin))).toEqual(['not-found', 'not-found']);
    }
    expect(codesOf(await ask(await with_({ status: 'proposed' }), 'publish.C1', admin))).toEqual([
      'not-found',
      'not-found',
    ]);
  });
});

describe('reading consolidations', () => {
  it('shows every run of the district, newest first, and one by its id', async () => {
    const ports = await with_({});
    await ports.consolidations.create(aConsolidation({ consolidationId: 'C2' }));
    await ports.consolidations.create(aConsolidation({ consolidationId: 'C3', district: 'xihu' }));
    const page = await listConsolidations(ports, aRequest('list-consolidations'));
    if ('refused' in page) throw new Error(page.refused);
    expect(page.items.map(({ consolidationId }) => consolidationId)).toEqual(['C2', 'C1']);
    expect(await getConsolidation(ports, aRequest('get-consolidation', { params }))).toMatchObject(params);
    const foreign = aRequest('get-consolidation', { params: { consolidationId: 'C3' } });
    expect(codesOf(await getConsolidation(ports, foreign))).toEqual(['not-found', 'not-found']);
  });

  it('has no proposal to list before there is one', async () => {
    const ports = await with_({ status: 'running' });
    expect(
      codesOf(await listProposedVisits(ports, aRequest('list-proposed-visits', { params, principal: planner }))),
    ).toEqual(['state-conflict', 'status']);
    expect(codesOf(await listUnscheduled(ports, aRequest('list-unscheduled', { params, principal: planner })))).toEqual(
      ['state-conflict', 'status'],
    );
  });
});
