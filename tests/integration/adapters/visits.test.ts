import { describe, expect, it } from 'vitest';
import { dynamoConsolidations } from '../../../lib/adapters/dynamo/consolidations.ts';
import { dynamoKnownResults } from '../../../lib/adapters/dynamo/known-results.ts';
import { dynamoOutbox } from '../../../lib/adapters/dynamo/outbox.ts';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import { visitToSummary } from '../../../lib/adapters/visit-summary.ts';
import type { KnownResult } from '../../../lib/app/ports/field-ports.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aConsolidation } from '../../support/a-consolidation.ts';
import { aCheck, aJointVisit, anAttendance, aVisit } from '../../support/a-visit.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { collect, everyPage, pageThat } from '../../support/adapters/pages.ts';
import { fakeConsolidations } from '../../support/fakes/consolidations.ts';
import { fakeOutbox } from '../../support/fakes/outbox.ts';
import { fakeKnownResults, fakeVisits } from '../../support/fakes/visits.ts';

const engine = embeddedTable();
const december = { from: '2026-12-01', to: '2026-12-31' };

/** A visit of business `Bn` with an id, a code and a day of its own. */
const numberedVisit = (n: number, overrides: Partial<Visit> = {}): Visit => {
  const businessId = `B${String(n).padStart(3, '0')}`;
  const day = `2026-12-${String((n % 28) + 1).padStart(2, '0')}`;
  return aVisit({ visitId: `${businessId}.v`, businessId, day, code: `C${n}-${overrides.district}`, ...overrides });
};

describe.each([
  ['in memory', () => fakeVisits()],
  ['in DynamoDB', () => dynamoVisits(engine.table)],
])('visits %s', (_, make) => {
  it('creates a visit once: whoever comes second meets a conflict, even with the same visit', async () => {
    const visits = make();
    const scope = freshScope();
    expect(await visits.create(aVisit(scope))).toBe('stored');
    expect(await visits.create(aVisit(scope))).toBe('conflict');
    expect(await visits.find(scope, aVisit().visitId)).toEqual(aVisit(scope));
  });

  it('does not take an id that does not begin with its business', async () => {
    await expect(make().create(aVisit({ ...freshScope(), visitId: 'v1' }))).rejects.toThrow('does not begin');
  });

  it('changes over the version before, and knows a repeat of its own write', async () => {
    const visits = make();
    const scope = freshScope();
    await visits.create(aVisit(scope));
    const notified = aVisit({ ...scope, status: 'notified', outbox: undefined, version: 2 });
    expect(await visits.change(notified)).toBe('stored');
    expect(await visits.change(notified)).toBe('stored');
    expect(await visits.change({ ...notified, status: 'acknowledged' })).toBe('conflict');
    expect(await visits.find(scope, notified.visitId)).toMatchObject({ status: 'notified', version: 2 });
  });

  it('lets one of fifty racing changes through', async () => {
    const visits = make();
    const scope = freshScope();
    await visits.create(aVisit(scope));
    const racers = Array.from({ length: 50 }, (_racer, n) => aVisit({ ...scope, lead: `lead-${n}`, version: 2 }));
    const outcomes = await Promise.all(racers.map((visit) => visits.change(visit)));
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    const winner = racers[outcomes.indexOf('stored')];
    expect(await visits.find(scope, aVisit().visitId)).toMatchObject({ lead: winner?.lead });
  });

  it('shows a visit to departments that attend or are served, to its units and its street, and to nobody else', async () => {
    const visits = make();
    const scope = freshScope();
    const visit = aJointVisit(scope);
    await visits.create(visit);
    const seen = async (narrow: object) => (await visits.find({ ...scope, ...narrow }, visit.visitId)) !== undefined;
    expect(await seen({ department: 'market' })).toBe(true);
    expect(await seen({ department: 'health' })).toBe(true);
    expect(await seen({ unit: 'market-S03' })).toBe(true);
    expect(await seen({ street: 'S03' })).toBe(true);
    expect(await seen({ department: 'ecology' })).toBe(false);
    expect(await seen({ unit: 'health' })).toBe(false);
    expect(await seen({ street: 'S01' })).toBe(false);
    const foreign = freshScope();
    expect(await visits.find(foreign, visit.visitId)).toBeUndefined();
    expect(await visits.some({ ...scope, street: 'S01' }, [visit.visitId])).toEqual(new Map());
    expect(await visits.ofBusiness({ ...scope, unit: 'health' }, visit.businessId)).toEqual([]);
    expect((await pageThat(visits.list({ ...scope, department: 'ecology' }, { ...december, limit: 5 }))).items).toEqual(
      [],
    );
  });

  it('keeps in its index what the business thinks of a visit, and finds the visits with a complaint', async () => {
    const visits = make();
    const scope = freshScope();
    const at = '2026-12-09T09:00:00.000Z';
    await visits.create(numberedVisit(1, { ...scope, rating: { score: 4, at } }));
    await visits.create(numberedVisit(2, { ...scope, complaints: [{ complaintId: 'c', words: 'x', at }] }));
    await visits.create(numberedVisit(3, scope));
    const summaries = (await collect(visits.summaries(scope, december.from, december.to))).flat();
    expect(summaries.map(({ ratingScore, complaints }) => [ratingScore, complaints])).toEqual([
      [4, undefined],
      [undefined, 1],
      [undefined, undefined],
    ]);
    const found = async (complaints: boolean) =>
      (await pageThat(visits.list(scope, { ...december, limit: 5, complaints }))).items.map(({ visitId }) => visitId);
    expect(await found(true)).toEqual(['B002.v']);
    expect(await found(false)).toEqual(['B001.v', 'B003.v']);
  });

  it('lists as unread what was sent of a visit to come and not opened', async () => {
    const visits = make();
    const scope = freshScope();
    const told = (status: 'sent' | 'delivered' | 'read') => ({ notice: { ...aVisit().notice, status }, ...scope });
    await visits.create(numberedVisit(1, { ...told('sent'), status: 'notified' }));
    await visits.create(numberedVisit(2, { ...told('delivered'), status: 'notified' }));
    await visits.create(numberedVisit(3, { ...told('read'), status: 'notified' }));
    await visits.create(numberedVisit(4, { ...told('sent'), status: 'cancelled' }));
    const { items } = await pageThat(visits.list(scope, { ...december, limit: 5, notice: 'unread' }));
    expect(items.map(({ visitId }) => visitId)).toEqual(['B001.v', 'B002.v']);
  });

  it('finds by code, by ids and by business', async () => {
    const visits = make();
    const scope = freshScope();
    const later = numberedVisit(1, { ...scope, visitId: 'B001.later', day: '2026-12-20', code: 'later' });
    const [first, second] = [numberedVisit(1, scope), numberedVisit(2, scope)];
    for (const visit of [later, first, second]) await visits.create(visit);
    expect(await visits.findByCode(second.code)).toEqual(second);
    expect(await visits.findByCode('nobody')).toBeUndefined();
    const some = await visits.some(scope, [second.visitId, 'B001.other', 'garbage', later.visitId, later.visitId]);
    expect([...some.keys()].sort()).toEqual([later.visitId, second.visitId]);
    expect(await visits.ofBusiness(scope, 'B001')).toEqual([first, later]);
    expect(await visits.find(scope, 'garbage')).toBeUndefined();
  });

  it('lists by day and start over months, in full pages whatever is filtered', async () => {
    const visits = make();
    const scope = freshScope();
    const days = ['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01', '2027-02-01'];
    const all = days.flatMap((day, d) =>
      [0, 3].flatMap((slot) =>
        [1, 2, 3].map((n) =>
          numberedVisit(d * 10 + slot + n, {
            ...scope,
            day,
            slot,
            street: n === 1 ? 'S01' : 'S03',
            lead: n === 2 ? 'health' : 'market',
            industry: n === 3 ? 'bar' : 'hotel',
            status: slot === 0 ? 'planned' : 'notified',
          }),
        ),
      ),
    );
    for (const visit of all.toReversed()) await visits.create(visit);
    const range = { from: '2026-12-01', to: '2027-01-31' };
    const listed = await everyPage((cursor) => visits.list(scope, { ...range, limit: 4, cursor }));
    expect(listed.map(({ length }) => length)).toEqual([4, 4, 4, 4, 2]);
    expect(listed.flat()).toEqual(all.filter(({ day }) => range.from <= day && day <= range.to));
    const filtered = await everyPage((cursor) =>
      visits.list(scope, { ...range, limit: 2, cursor, street: 'S01', status: 'notified' }),
    );
    expect(filtered.map(({ length }) => length)).toEqual([2, 1]);
    const ofOne = await pageThat(visits.list(scope, { ...range, limit: 2, businessId: 'B011' }));
    expect(ofOne.items).toEqual(all.filter(({ businessId }) => businessId === 'B011'));
    const units = await pageThat(visits.list(scope, { ...range, limit: 2, unit: 'market' }));
    expect(units).toEqual({ items: [] });
    for (const [field, value] of [
      ['lead', 'health'],
      ['industry', 'bar'],
    ] as const) {
      const led = await pageThat(visits.list(scope, { ...range, limit: 20, [field]: value }));
      expect(led.items).toEqual(listed.flat().filter((visit) => visit[field] === value));
      expect(led.items).toHaveLength(6);
    }
  });

  it('lists a visit on the day it was moved to, and only there', async () => {
    const visits = make();
    const scope = freshScope();
    await visits.create(aVisit({ ...scope, day: '2026-11-30' }));
    await visits.change(aVisit({ ...scope, day: '2026-12-02', slot: 2, version: 2 }));
    const november = await pageThat(visits.list(scope, { from: '2026-11-01', to: '2026-11-30', limit: 5 }));
    expect(november.items).toEqual([]);
    expect((await pageThat(visits.list(scope, { ...december, limit: 5 }))).items).toHaveLength(1);
  });

  it('refuses a cursor of another district or of no list', async () => {
    const visits = make();
    const scope = freshScope();
    for (const n of [1, 2]) await visits.create(numberedVisit(n, scope));
    const { nextCursor } = await pageThat(visits.list(scope, { ...december, limit: 1 }));
    const refused = { refused: 'malformed', errors: [{ path: 'cursor', code: 'cursor' }] };
    expect(await visits.list(freshScope(), { ...december, limit: 1, cursor: nextCursor })).toEqual(refused);
    expect(await visits.list(scope, { ...december, limit: 1, cursor: `x${nextCursor}` })).toEqual(refused);
  });

  it('keeps of each visit what figures need, in order of day', async () => {
    const visits = make();
    const scope = freshScope();
    const finding = {
      findingId: 'f1',
      description: '通道堵塞',
      severity: 'minor' as const,
      evidence: [],
      due: '2026-12-30',
      status: 'open' as const,
    };
    const done = aVisit({
      ...scope,
      status: 'done',
      day: '2026-12-03',
      attending: [anAttendance({ checks: [aCheck({ outcome: 'finding', findings: [finding] })] })],
    });
    const joint = aJointVisit({ ...scope, visitId: `${done.businessId}.joint`, code: 'joint' });
    await visits.create(joint);
    await visits.create(done);
    const summaries = (await collect(visits.summaries(scope, '2026-12-01', '2026-12-31'))).flat();
    expect(summaries).toEqual([visitToSummary(done), visitToSummary(joint)]);
    expect(summaries[0]?.findings).toEqual({ fire: 1 });
    expect((await collect(visits.summaries(scope, '2026-12-04', '2026-12-08'))).flat()).toEqual([]);
  });
});

describe.each([
  ['in memory', fakeKnownResults],
  ['in DynamoDB', () => dynamoKnownResults(engine.table)],
])('known results %s', (_, make) => {
  const result = (recognitionClass: string, on: string, visitId = 'v1'): KnownResult => ({
    recognitionClass,
    on,
    visitId,
    department: 'fire',
    itemId: 'I0001',
    validUntil: '2027-06-01',
  });

  it('ends with the newest of each class in whatever order and however often results arrive', async () => {
    const results = make();
    const arrivals = [
      result('exits', '2026-12-01'),
      result('exits', '2026-12-09', 'v2'),
      result('signs', '2026-11-01'),
    ];
    const [scope, reversed] = [freshScope(), freshScope()];
    for (const arrival of [...arrivals, ...arrivals]) await results.record(scope, 'B-01', [arrival]);
    await results.record(reversed, 'B-01', arrivals.toReversed());
    const newest = new Map([
      ['exits', result('exits', '2026-12-09', 'v2')],
      ['signs', result('signs', '2026-11-01')],
    ]);
    expect(await results.ofBusinesses(scope, ['B-01', 'B-02'])).toEqual(new Map([['B-01', newest]]));
    expect(await results.ofBusinesses(reversed, ['B-01'])).toEqual(new Map([['B-01', newest]]));
    expect(await results.ofBusinesses(freshScope(), ['B-01'])).toEqual(new Map());
  });

  it('loses none of ten that are recorded at once', async () => {
    const results = make();
    const scope = freshScope();
    const classes = ['constructor', ...Array.from({ length: 9 }, (_class, n) => `class-${n}`)];
    await Promise.all(classes.map((name) => results.record(scope, 'B-01', [result(name, '2026-12-01')])));
    expect([...((await results.ofBusinesses(scope, ['B-01'])).get('B-01')?.keys() ?? [])].sort()).toEqual(
      classes.toSorted(),
    );
  });
});

const memory = () => {
  const [visits, consolidations] = [fakeVisits(), fakeConsolidations()];
  const outbox = fakeOutbox(
    () => visits.stored.values(),
    () => consolidations.stored.values(),
  );
  return { visits, consolidations, outbox };
};
const table = () => ({
  visits: dynamoVisits(engine.table),
  consolidations: dynamoConsolidations(engine.table),
  outbox: dynamoOutbox(engine.table),
});

describe.each([
  ['in memory', memory],
  ['in DynamoDB', table],
])('outbox %s', (_, make) => {
  it('names what is to do since before an instant, oldest first, until it is done', async () => {
    const { visits, consolidations, outbox } = make();
    const scope = freshScope();
    const since = (n: number) => new Date(Date.UTC(2026, 10, 23, 1, 0, n)).toISOString();
    for (const n of Array.from({ length: 30 }, (_n, index) => (index * 7) % 30)) {
      await visits.create(numberedVisit(n, { ...scope, outbox: { task: 'send-notice', since: since(n) } }));
    }
    await consolidations.create(aConsolidation({ ...scope, outbox: { task: 'plan', since: since(0) } }));
    await visits.change(numberedVisit(3, { ...scope, outbox: undefined, version: 2 }));
    const pending = await collect(outbox.pending(new Date(since(20))));
    const own = pending.filter(({ district }) => district === scope.district);
    expect(own.filter((entry) => entry.task === 'plan')).toEqual([
      { task: 'plan', ...scope, consolidationId: 'C1', nextPage: 0 },
    ]);
    const notices = own.flatMap((entry) => (entry.task === 'send-notice' ? [entry.businessId] : []));
    const wanted = Array.from({ length: 20 }, (_n, n) => n).filter((n) => n !== 3);
    expect(notices).toEqual(wanted.map((n) => `B${String(n).padStart(3, '0')}`));
  });
});
