import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultsToCsv } from '../../../lib/app/field/results-to-csv.ts';
import { creditFeed } from '../../../lib/app/publication/credit-feed.ts';
import { decideWithdrawal } from '../../../lib/app/publication/decide-withdrawal.ts';
import { getPublication } from '../../../lib/app/publication/get-publication.ts';
import { openData } from '../../../lib/app/publication/open-data.ts';
import { publicResults } from '../../../lib/app/publication/public-results.ts';
import { publicVisits } from '../../../lib/app/publication/public-visits.ts';
import { requestWithdrawal } from '../../../lib/app/publication/request-withdrawal.ts';
import { creditFeed as feedSchema } from '../../../lib/contract/publication.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { publicChange } from '../../../lib/domain/publication/publication.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import { type Visit, visitStatuses } from '../../../lib/domain/visits/visit.ts';
import { admin, aRequest, coordinator, planner } from '../../support/a-request.ts';
import { aCheck, anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const scope = { district: 'shangcheng' };
const year = (of: number, holidays: string[]) => ({ year: of, holidays, makeUpDays: [], provisional: false });

const checksAt = (recordedAt: string | undefined) => [
  anAttendance({
    checks: [aCheck(recordedAt === undefined ? {} : { outcome: 'compliant', recordedAt, recordedBy: '甲一' })],
  }),
];
const doneAt = '2026-12-30T02:00:00.000Z';
const done = aVisit({ status: 'done', day: '2026-12-30', doneAt, attending: checksAt(doneAt) });
const numbered = (n: number, changes: Partial<Visit> = {}): Visit => ({
  ...done,
  visitId: `${done.businessId}.v${n}`,
  ...changes,
});

const standing = async (...visits: readonly Visit[]) => {
  const ports = { ...fakePorts(), ownDistrict: scope.district };
  for (const visit of visits) await ports.visits.create(visit);
  await ports.calendars.put(scope, year(2026, ['2026-12-31']), 0);
  await ports.calendars.put(scope, year(2027, ['2027-01-01']), 0);
  return ports;
};
type Fakes = Awaited<ReturnType<typeof standing>>;

const params = { visitId: done.visitId };
const ask = (ports: Fakes, principal: Principal = coordinator, now = '2026-12-30T05:00:00.000Z') =>
  requestWithdrawal(
    ports,
    aRequest('request-withdrawal', { params, body: { reason: '主体登记有误' }, principal, now }),
  );
const decide = (ports: Fakes, decision: 'withdrawn' | 'kept', principal: Principal = admin) =>
  decideWithdrawal(
    ports,
    aRequest('decide-withdrawal', {
      params,
      body: { decision, reason: '核实' },
      principal,
      now: '2027-01-04T05:00:00.000Z',
    }),
  );
const shown = async (ports: Fakes) => {
  const query = { from: '2026-12-01' };
  const results = await publicResults(ports, aRequest('public-results', { query }));
  const visits = await publicVisits(ports, aRequest('public-visits', { query }));
  if (isRefusal(results) || isRefusal(visits)) throw new Error('refused');
  return [results.items.length, visits.items.length];
};
const feed = async (ports: Fakes, query: object = {}, now = '2027-01-05T00:00:00.000Z') => {
  const answer = await creditFeed(ports, aRequest('credit-feed', { query, now }));
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
};

describe('a withdrawal', () => {
  it('is to be decided within three working days, over the year’s end and its holidays', async () => {
    const ports = await standing(done);
    // the 31st is free in this calendar, the 1st in the next, then comes a weekend
    expect(await ask(ports)).toMatchObject({ withdrawal: { decideBy: '2027-01-06', requestedBy: 'coordinator-1' } });
  });

  it('has no deadline where the calendar ends, and is taken all the same', async () => {
    const ports = { ...fakePorts(), ownDistrict: scope.district };
    await ports.visits.create(done);
    await ports.calendars.put(scope, year(2026, []), 0);
    const answer = await ask(ports);
    expect(answer).toMatchObject({ withdrawal: { reason: '主体登记有误' } });
    expect(answer).not.toHaveProperty('withdrawal.decideBy');
  });

  it('takes the record out of every public list at once, and leaves a trace that says nothing of it', async () => {
    const ports = await standing(done);
    await ask(ports);
    expect(await shown(ports)).toEqual([1, 1]);
    const { resultId } = (await feed(ports)).items[0] ?? {};
    await decide(ports, 'withdrawn');
    expect(await shown(ports)).toEqual([0, 0]);
    expect((await feed(ports)).items).toEqual([
      { resultId, change: 'withdrawn', changedAt: '2027-01-04T05:00:00.000Z' },
    ]);
  });

  it('that is refused leaves the record where it is, and may be asked for again', async () => {
    const ports = await standing(done);
    await ask(ports);
    await decide(ports, 'kept');
    expect(await shown(ports)).toEqual([1, 1]);
    expect((await feed(ports)).items).toMatchObject([{ change: 'published' }]);
    expect(await ask(ports)).toMatchObject({ withdrawal: { requestedBy: 'coordinator-1' } });
  });

  it('is on the visit’s record: who asked, who decided', async () => {
    const ports = await standing(done);
    await ask(ports);
    await decide(ports, 'withdrawn');
    const { history = [] } = (await ports.visits.find(scope, done.visitId)) ?? {};
    expect(history.slice(-2)).toMatchObject([
      { action: 'withdrawal-requested', by: 'coordinator-1', reason: '主体登记有误' },
      { action: 'withdrawal-granted', by: 'admin-1' },
    ]);
  });

  it('is not decided by who asked, not twice, not before anyone asked', async () => {
    const ports = await standing(done);
    expect(await decide(ports, 'withdrawn')).toMatchObject({ refused: 'state-conflict' });
    await ask(ports, admin);
    expect(await decide(ports, 'withdrawn')).toMatchObject({ errors: [{ code: 'own-request' }] });
    await decide(ports, 'withdrawn', { ...admin, subject: 'admin-2' });
    expect(await decide(ports, 'kept', { ...admin, subject: 'admin-3' })).toMatchObject({ refused: 'state-conflict' });
    expect(await ask(ports)).toMatchObject({ refused: 'state-conflict' });
  });

  it('asked for twice by one person is one request; by another it is refused while the first waits', async () => {
    const ports = await standing(done);
    const first = await ask(ports);
    expect(await ask(ports)).toEqual(first);
    expect(await ask(ports, admin)).toMatchObject({ refused: 'state-conflict' });
  });

  it.each(visitStatuses.filter((status) => status !== 'done' && status !== 'closed'))(
    'is not asked for a visit that is %s: nothing of its results is public',
    async (status) => {
      const ports = await standing({ ...done, status });
      expect(await ask(ports)).toMatchObject({ refused: 'state-conflict' });
    },
  );

  it('is not found outside the asker’s scope', async () => {
    const ports = await standing(done);
    expect(await ask(ports, { ...planner, department: 'nobody' })).toMatchObject({ refused: 'not-found' });
  });
});

describe('the feed for a credit platform', () => {
  it('says of a result what the public may know, with the code of the business', async () => {
    const answer = await feed(await standing(done));
    expect(feedSchema.safeParse(answer).error).toBeUndefined();
    expect(answer.items).toMatchObject([
      { change: 'published', changedAt: doneAt, creditCode: done.businessId.slice(0, 18), siteNumber: '01' },
    ]);
    for (const secret of [done.visitId, done.code, '甲一', '0571'])
      expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it('brings a correction in full, in the place of its own time', async () => {
    const corrected = numbered(2, { attending: checksAt('2027-01-02T00:00:00.000Z') });
    const { items } = await feed(await standing(corrected, numbered(3, { doneAt: '2027-01-01T00:00:00.000Z' })));
    expect(items.map(({ change }) => change)).toEqual(['published', 'corrected']);
  });

  it('goes on from its cursor, which is always there, and names what was changed since', async () => {
    const ports = await standing(done);
    const first = await feed(ports);
    expect((await feed(ports, { cursor: first.nextCursor })).items).toEqual([]);
    await ask(ports);
    await decide(ports, 'withdrawn');
    const next = await feed(ports, { cursor: first.nextCursor });
    expect(next).toMatchObject({ items: [{ change: 'withdrawn' }], more: false });
    expect((await feed(ports, { cursor: next.nextCursor })).items).toEqual([]);
  });

  it('keeps back the last minute, so that nothing that is being written is passed over', async () => {
    const ports = await standing(done);
    const early = await feed(ports, {}, '2026-12-30T02:00:30.000Z');
    expect(early.items).toEqual([]);
    expect((await feed(ports, { cursor: early.nextCursor })).items).toHaveLength(1);
  });

  it('loses none and repeats none however it is cut, also where many changed in one instant', async () => {
    const instants = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(instants, fc.integer({ min: 1, max: 5 }), async (seconds, limit) => {
        const ports = await standing(
          ...seconds.map((second, n) => numbered(n, { doneAt: `2026-12-30T02:00:0${second}.000Z` })),
        );
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let more = true; more; ) {
          const page = await feed(ports, { limit, ...(cursor ? { cursor } : {}) });
          seen.push(...page.items.map(({ resultId }) => resultId));
          ({ nextCursor: cursor, more } = page);
        }
        expect(seen).toHaveLength(seconds.length);
        expect(new Set(seen).size).toBe(seconds.length);
      }),
      { numRuns: 40 },
    );
  });

  it.each(visitStatuses.filter((status) => status !== 'done' && status !== 'closed'))(
    'says nothing of an unannounced visit that is %s',
    async (status) => {
      const unannounced = { ...done, mode: 'unannounced', status } as const;
      expect(publicChange(unannounced)).toBeUndefined();
      expect((await feed(await standing(unannounced))).items).toEqual([]);
    },
  );

  it('refuses a cursor that is not its own', async () => {
    const made = Buffer.from(`2026-12-30 00 ${done.visitId}`).toString('base64url');
    for (const cursor of ['nothing', made]) {
      const answer = await creditFeed(await standing(), aRequest('credit-feed', { query: { cursor } }));
      expect(answer).toMatchObject({ refused: 'malformed', errors: [{ path: 'cursor' }] });
    }
  });
});

describe('what is not public yet', () => {
  const begun = (n: number, day: string) =>
    numbered(n, { status: 'under-way', day, doneAt: undefined, attending: checksAt(undefined) });
  const read = async (ports: Fakes, now: string) =>
    getPublication(ports, aRequest('get-publication', { principal: coordinator, now, query: { from: '2026-11-01' } }));

  it('is listed by the day on which the rule’s twenty working days end, the late ones marked', async () => {
    const ports = await standing(begun(1, '2026-12-02'), begun(2, '2026-12-01'), done);
    // of the calendar’s working days from 2 December on, the 20th is the 30th
    const { overdue } = await read(ports, '2026-12-30T02:00:00.000Z');
    expect(overdue.map(({ day, publishBy, isOverdue }) => [day, publishBy, isOverdue])).toEqual([
      ['2026-12-01', '2026-12-29', true],
      ['2026-12-02', '2026-12-30', false],
    ]);
    expect(overdue[0]?.departments).toEqual(['fire']);
  });

  it('has its day although nobody has set the calendar of the year before', async () => {
    const ports = await standing(begun(1, '2026-12-01'));
    const request = aRequest('get-publication', { principal: coordinator, now: '2026-12-30T02:00:00.000Z' });
    expect((await getPublication(ports, request)).overdue).toMatchObject([
      { publishBy: '2026-12-29', isOverdue: true },
    ]);
  });

  it('is listed without a day where the calendar of that year is not known, after those with one', async () => {
    const ports = { ...fakePorts(), ownDistrict: scope.district };
    for (const visit of [begun(1, '2026-12-20'), begun(2, '2026-12-01')]) await ports.visits.create(visit);
    await ports.calendars.put(scope, year(2026, []), 0);
    const { overdue } = await read(ports, '2026-12-31T02:00:00.000Z');
    expect(overdue.map(({ day, publishBy, isOverdue }) => [day, publishBy, isOverdue])).toEqual([
      ['2026-12-01', '2026-12-29', true],
      ['2026-12-20', undefined, false],
    ]);
  });

  it('stands beside the withdrawals that wait, and those too late', async () => {
    const ports = await standing(done);
    await ask(ports);
    expect((await read(ports, '2027-01-06T02:00:00.000Z')).withdrawals).toMatchObject([{ isOverdue: false }]);
    expect((await read(ports, '2027-01-07T02:00:00.000Z')).withdrawals).toMatchObject([{ isOverdue: true }]);
    await decide(ports, 'kept');
    expect((await read(ports, '2027-01-07T02:00:00.000Z')).withdrawals).toEqual([]);
  });
});

describe('the open data', () => {
  it('has a line per check under the columns of its catalogue, and no cell that a spreadsheet would calculate', async () => {
    const named = { ...done, businessName: '=HYPERLINK("x"),"旅馆"' };
    const page = await publicResults(
      await standing(named),
      aRequest('public-results', { query: { from: '2026-12-01' } }),
    );
    if (isRefusal(page)) throw new Error(page.refused);
    const [head, line, end] = resultsToCsv(page).split('\r\n');
    expect(head).toBe(
      `\uFEFF${openData()
        .datasets[0]?.columns.map(({ name }) => name)
        .join(',')}`,
    );
    expect(line).toContain(`"'=HYPERLINK(""x""),""旅馆"""`);
    expect(line).toMatch(/,fire,I0001,消防通道检查,compliant,0,0,0$/);
    expect(end).toBe('');
  });
});
