import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishConsolidation } from '../../../lib/app/centre/publish-consolidation.ts';
import { applyCommand } from '../../../lib/app/schedule/apply-command.ts';
import type { Settings } from '../../../lib/domain/catalogue/settings.ts';
import type { Consolidation } from '../../../lib/domain/centre/consolidation.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  aUnit,
  type District,
  district,
  drain,
  getRun,
  inspectors,
  proposed,
  published,
} from '../../support/a-run.ts';

const health = { planId: 'P2', department: 'health', items: ['I0201'], type: 'routine' } as const;
const market = { planId: 'P3', department: 'market', items: ['I0301'], type: 'routine' } as const;

const returnedOf = (ports: District, run: Consolidation) => ports.consolidations.returned(run);
const only = (ports: District): Visit => {
  const [visit, ...others] = allVisits(ports);
  if (!visit || others.length > 0) throw new Error(`${others.length + (visit ? 1 : 0)} visits`);
  return visit;
};

describe('publishing a consolidation', () => {
  it('writes each visit once with its teams, its number and its notice due, and tells the plans', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{ items: ['I0001'] }] });
    await addPlan(ports, { plan: health, rows: [{ items: ['I0201'] }] });
    await addPlan(ports, { plan: market, rows: [{ items: ['I0301'] }] });
    const run = await published(ports, await proposed(ports));
    expect(run).toMatchObject({ status: 'published', publishing: { visits: 1, returned: 0, nextPage: 1 } });
    expect(run.outbox).toBeUndefined();
    const visit = only(ports);
    expect(visit).toMatchObject({
      status: 'planned',
      consolidationId: run.consolidationId,
      businessName: '江畔旅馆',
      numberInYear: 1,
      notice: { version: 1, kind: 'new', status: 'due' },
      outbox: { task: 'send-notice' },
    });
    expect(visit.attending.map(({ team }) => team.length)).toEqual([2, 2]);
    expect(visit.plans.map(({ planId }) => planId).toSorted()).toEqual(['P1', 'P2', 'P3']);
    const served = visit.attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves));
    expect(served.map(({ requestId }) => requestId).toSorted()).toEqual(['P1-1', 'P2-1', 'P3-1']);
    expect(ports.queues.sent.notify).toEqual([{ ...district, visitId: visit.visitId, version: 1, businessId: 'B-01' }]);
    const plan = await ports.plans.find(district, 'P2');
    expect(plan).toMatchObject({ status: 'consolidated', consolidations: [run.consolidationId] });
  });

  it('holds the notice of an unannounced visit, and counts it in no number that the business could read', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { plan: { mode: 'unannounced' }, rows: [{ due: '2026-12-04' }] });
    await addPlan(ports, { plan: market, rows: [{ notBefore: '2026-12-14', items: ['I0301'] }] });
    await published(ports, await proposed(ports));
    const modes = Object.fromEntries(allVisits(ports).map((visit) => [visit.mode, visit]));
    expect(modes.unannounced?.notice.status).toBe('held');
    expect(modes.unannounced?.outbox).toBeUndefined();
    expect(modes.announced?.numberInYear).toBe(1);
    expect(ports.queues.sent.notify.map(({ visitId }) => visitId)).toEqual([modes.announced?.visitId]);
  });

  it('lets the requests of a plan withdrawn meanwhile drop out and staffs the visit anew', async () => {
    const ports = await aDistrict();
    const fire = await addPlan(ports, { rows: [{ items: ['I0001'] }] });
    await addPlan(ports, { plan: health, rows: [{ items: ['I0201'] }] });
    const run = await proposed(ports);
    await ports.plans.change({ ...fire, status: 'withdrawn', version: 2 });
    await published(ports, run);
    expect(only(ports).attending.map(({ unitId }) => unitId)).toEqual(['health']);
    expect(only(ports).plans.map(({ planId }) => planId)).toEqual(['P2']);
    expect(await returnedOf(ports, run)).toEqual({ 'P1-1': 'withdrawn' });
  });

  it('writes nothing for requests that a run of another horizon has served since', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{}] });
    const [first, second] = [await proposed(ports), await proposed(ports, { to: '2026-12-30' })];
    await published(ports, first);
    const run = await published(ports, second);
    expect(only(ports).consolidationId).toBe(first.consolidationId);
    expect(run).toMatchObject({ status: 'published', publishing: { visits: 0, returned: 0 } });
  });

  it('sends back what is too close to a visit that stands by now', async () => {
    const ports = await aDistrict({ settings: { minGapDays: 30 } });
    await addPlan(ports, { rows: [{ notBefore: '2026-12-07' }] });
    const run = await proposed(ports);
    const window = { notBefore: '2026-12-01', due: '2026-12-04' };
    await addPlan(ports, { plan: { ...market, window }, rows: [{ ...window, items: ['I0301'] }] });
    await published(ports, await proposed(ports, { to: '2026-12-05' }));
    await published(ports, run);
    expect(await returnedOf(ports, run)).toEqual({ 'P1-1': 'gap' });
    expect(only(ports).attending.map(({ unitId }) => unitId)).toEqual(['market']);
  });

  it('keeps the yearly cap against visits that stand by now', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{ due: '2026-12-04' }] });
    const run = await proposed(ports);
    await addPlan(ports, { plan: { planId: 'P8' }, rows: [{ notBefore: '2026-12-14' }] });
    const other = await proposed(ports, { from: '2026-12-14' });
    await published(ports, other);
    const settings = await ports.settings.history(district);
    const tight: Partial<Settings> = { yearlyCap: { perDepartment: 1, byDepartment: {} } };
    const [stored] = settings;
    if (stored) await ports.settings.put(district, { ...stored, ...tight, version: stored.version + 1 });
    await published(ports, run);
    expect(await returnedOf(ports, run)).toEqual({ 'P1-1': 'cap-reached' });
    expect(allVisits(ports)).toHaveLength(1);
  });

  it('sends back what the business has closed for and what can’t be staffed any more, each with the reason', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{}, { businessId: 'B-02' }] });
    const run = await proposed(ports);
    const visits = await ports.consolidations.proposalPage(run, 0);
    const days = new Map(visits.map(({ businessId, day }) => [businessId, day]));
    await ports.businesses.import(district, [aBusiness({ closedOn: [days.get('B-01') ?? ''] })]);
    await ports.units.import(district, [aUnit({ inspectors: inspectors('fire', 4, ['B-02']) })]);
    await published(ports, run);
    expect(await returnedOf(ports, run)).toEqual({ 'P1-1': 'closed', 'P1-2': 'no-inspectors' });
    expect(allVisits(ports)).toEqual([]);
  });

  it('gives no notice shorter than the notice days: what was approved too late goes back', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{ due: '2026-12-04' }] });
    const run = await proposed(ports);
    ports.clock.set('2026-12-03T01:00:00.000Z');
    await published(ports, run);
    expect(await returnedOf(ports, run)).toEqual({ 'P1-1': 'too-near' });
  });

  it('joins a standing visit by a new version of its notice that says what changed, once', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{ items: ['I0001'] }] });
    await published(ports, await proposed(ports));
    const before = only(ports);
    const { outbox: _, ...told } = before;
    const sent = { ...before.notice, status: 'sent', sentAt: '2026-11-23T01:01:00.000Z' } as const;
    await ports.visits.change({ ...told, status: 'notified', notice: sent, version: 2 });
    await addPlan(ports, { plan: market, rows: [{ items: ['I0301'] }] });
    await addPlan(ports, { plan: health, rows: [{ items: ['I0201'] }] });
    const run = await proposed(ports);
    await published(ports, run);
    const joined = only(ports);
    expect(joined).toMatchObject({
      status: 'notified',
      notice: {
        version: 2,
        kind: 'changed',
        status: 'due',
        changes: ['新增检查事项', '新增执法队'].map((said) => expect.stringContaining(said)),
      },
      outbox: { task: 'send-notice' },
      code: before.code,
      version: 3,
    });
    const byUnit = Object.fromEntries(joined.attending.map(({ unitId, checks }) => [unitId, checks]));
    expect(Object.keys(byUnit).toSorted()).toEqual(['fire', 'market']);
    expect(byUnit.fire?.[0]?.serves.map(({ department }) => department)).toEqual(['fire', 'health']);
    await applyCommand(ports, { command: 'publish-page', ...district, consolidationId: run.consolidationId, page: 0 });
    expect(only(ports)).toEqual(joined);
  });
});

/** Twelve businesses that three departments want to see, more than the teams of a day can do. */
const crowded = async () => {
  const businesses = Array.from({ length: 12 }, (_, n) => `B-${String(n + 1).padStart(2, '0')}`);
  const recused = ['B-01', 'B-05'];
  const team = (prefix: string) => [...inspectors(prefix, 4), ...inspectors(`${prefix}-x`, 2, recused)];
  const ports = await aDistrict({
    businesses: businesses.map((businessId) => aBusiness({ businessId })),
    units: [
      aUnit({ inspectors: team('fire') }),
      aUnit({ unitId: 'health', department: 'health', inspectors: team('health') }),
      aUnit({ unitId: 'market', department: 'market', inspectors: team('market') }),
    ],
  });
  const due = '2026-12-04';
  const rows = (items: readonly string[]) => businesses.map((businessId) => ({ businessId, items, due }));
  await addPlan(ports, { rows: rows(['I0001', 'I0002']) });
  await addPlan(ports, { plan: health, rows: rows(['I0201']) });
  await addPlan(ports, { plan: { ...market, mode: 'unannounced' }, rows: rows(['I0301']) });
  return ports;
};

const withoutCode = (ports: District) => allVisits(ports).map(({ code: _, ...visit }) => visit);

describe('publishing under failure', () => {
  it('goes on page by page, each page’s notices sent before the next is due', async () => {
    const businesses = Array.from({ length: 130 }, (_, n) =>
      aBusiness({ businessId: `B-${String(n).padStart(3, '0')}` }),
    );
    const ports = await aDistrict({ businesses, units: [aUnit({ inspectors: inspectors('fire', 12) })] });
    await addPlan(ports, { rows: businesses.map(({ businessId }) => ({ businessId })) });
    const run = await proposed(ports);
    expect(run.pages).toBe(2);
    const params = { consolidationId: run.consolidationId };
    await publishConsolidation(ports, aRequest('publish-consolidation', { params, principal: coordinator }));
    const message = { command: 'publish-page', ...district, consolidationId: run.consolidationId } as const;
    await applyCommand(ports, { ...message, page: 0 });
    expect(await getRun(ports, run.consolidationId)).toMatchObject({
      status: 'publishing',
      publishing: { nextPage: 1 },
    });
    expect(ports.queues.sent.notify).toHaveLength(100);
    expect(ports.queues.sent.schedule.at(-1)).toEqual({ ...message, page: 1 });
    for (const page of [1, 0, 1]) await applyCommand(ports, { ...message, page });
    expect(await getRun(ports, run.consolidationId)).toMatchObject({
      status: 'published',
      publishing: { visits: 130 },
    });
    expect(new Set(ports.queues.sent.notify.map(({ visitId }) => visitId)).size).toBe(130);
  });

  it('ends in the same visits and one notice each, wherever it was cut off and however often it was delivered', async () => {
    const undisturbed = await crowded();
    await published(undisturbed, await proposed(undisturbed));
    const expected = withoutCode(undisturbed);
    expect(expected.length).toBeGreaterThan(10);

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        async (cuts, deliveries) => {
          const ports = await crowded();
          const run = await proposed(ports);
          const remaining = [...cuts];
          let left = remaining.shift() ?? Number.POSITIVE_INFINITY;
          const step = <Args extends readonly unknown[], Result>(call: (...args: Args) => Promise<Result>) => {
            return async (...args: Args): Promise<Result> => {
              left -= 1;
              if (left === 0) throw new Error('cut off before the write');
              const result = await call(...args);
              if (left === -1) {
                left = remaining.shift() ?? Number.POSITIVE_INFINITY;
                throw new Error('cut off after the write');
              }
              return result;
            };
          };
          const cut: District = {
            ...ports,
            visits: { ...ports.visits, create: step(ports.visits.create), change: step(ports.visits.change) },
            plans: { ...ports.plans, change: step(ports.plans.change) },
            consolidations: {
              ...ports.consolidations,
              change: step(ports.consolidations.change),
              writeReturned: step(ports.consolidations.writeReturned),
            },
          };
          const params = { consolidationId: run.consolidationId };
          await publishConsolidation(ports, aRequest('publish-consolidation', { params, principal: coordinator }));
          const queue = ports.queues.sent.schedule;
          for (let message = queue.shift(); message; message = queue.shift()) {
            for (let delivered = 0; delivered < deliveries; ) {
              await applyCommand(cut, message).then(
                () => {
                  delivered += 1;
                },
                () => {
                  if (left < 0) left = remaining.shift() ?? Number.POSITIVE_INFINITY;
                },
              );
            }
          }
          expect((await getRun(ports, run.consolidationId)).status).toBe('published');
          expect(withoutCode(ports)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('never books an inspector twice at a time, nor one with a tie to the business, and keeps every team within its unit', async () => {
    const ports = await crowded();
    await published(ports, await proposed(ports));
    const visits = allVisits(ports);
    const stays = visits.flatMap((visit) =>
      visit.attending.flatMap(({ team, slots }) =>
        team.flatMap(({ inspectorId }) =>
          Array.from({ length: slots }, (_, n) => `${inspectorId} ${visit.day} ${visit.slot + n}`),
        ),
      ),
    );
    expect(new Set(stays).size).toBe(stays.length);
    for (const visit of visits.filter(({ businessId }) => ['B-01', 'B-05'].includes(businessId))) {
      const names = visit.attending.flatMap(({ team }) => team.map(({ inspectorId }) => inspectorId));
      expect(names.filter((name) => name.includes('-x-'))).toEqual([]);
    }
    for (const visit of visits) for (const { team } of visit.attending) expect(team).toHaveLength(2);
  });

  it('leaves nothing of the notice to the queue alone: an unreachable queue publishes all the same', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{}] });
    const run = await proposed(ports);
    const params = { consolidationId: run.consolidationId };
    await publishConsolidation(ports, aRequest('publish-consolidation', { params, principal: coordinator }));
    ports.queues.failing = true;
    await drain(ports);
    expect((await getRun(ports, run.consolidationId)).status).toBe('published');
    expect(only(ports).outbox?.task).toBe('send-notice');
  });

  it('stays quiet about a page that is behind it and a run that is not to be published', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [{}] });
    const run = await proposed(ports);
    const message = { command: 'publish-page', ...district, consolidationId: run.consolidationId, page: 0 } as const;
    await applyCommand(ports, message);
    expect(allVisits(ports)).toEqual([]);
    const after = await published(ports, run);
    await applyCommand(ports, message);
    expect(await getRun(ports, run.consolidationId)).toEqual(after);
  });
});
