import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start-local.ts';
import { type HttpAnswer, type HttpClient, httpClient, signedIn } from '../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../support/district/small-district.ts';
import { repeatBusinesses, repeatInspectors } from '../support/draws/repeat-by-the-book.mjs';

// Draw, compare, review at three levels, show the public, publish, lead and rate: over HTTP and the real queue protocol.

let local: Local;
let coordinator: HttpClient;
let fire: HttpClient;
let health: HttpClient;
let anyone: HttpClient;
let reviewers: readonly HttpClient[];

const must = async (answer: Promise<HttpAnswer>, status: number): Promise<HttpAnswer['json']> => {
  const { status: got, json, text } = await answer;
  expect(got, text).toBe(status);
  return json;
};

/** What was refused, and in which words. */
const refused = async (answer: Promise<HttpAnswer>, status: number): Promise<readonly [string, string]> => {
  const { type, errors } = await must(answer, status);
  return [type, errors[0]?.message];
};

const review = (level: 1 | 2 | 3, run: string, body: object): Promise<HttpAnswer> => {
  const client = reviewers[level - 1];
  if (!client) throw new Error(`no reviewer of level ${level}`);
  return client('POST', `${run}/reviews`, { body });
};

const start = async (body: object): Promise<string> => {
  const horizon = { from: '2026-11-24', to: '2026-12-31', ...body };
  const { consolidationId } = await must(coordinator('POST', '/v1/consolidations', { body: horizon }), 202);
  await local.drain();
  return consolidationId;
};

const at = async (instant: string): Promise<void> => {
  await local.moveClock(new Date(instant));
};

let drawId: string;
let chosen: string;
let other: string;

beforeAll(async () => {
  local = await startLocal({ port: 0, duplicateMessages: true });
  await at('2026-11-23T01:00:00.000Z');
  const admin = await signedIn(local, { role: 'admin' });
  coordinator = await signedIn(local, { role: 'coordinator' });
  fire = await signedIn(local, { role: 'planner', department: 'fire' });
  health = await signedIn(local, { role: 'planner', department: 'health' });
  anyone = httpClient(local.baseUrl);
  reviewers = await Promise.all([
    signedIn(local, { role: 'reviewer', level: 1, department: 'fire' }),
    signedIn(local, { role: 'reviewer', level: 2, street: 'S01' }),
    signedIn(local, { role: 'reviewer', level: 3 }),
  ]);
  await must(admin('PUT', '/v1/calendar/2026', { body: smallDistrict.calendar }), 200);
  for (const rows of ['items', 'businesses', 'units'] as const) {
    await must(admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }), 200);
  }
  const name = { zh: '联合检查', en: 'Joint visits' };
  const reviewRules = [
    { ruleId: 'joint', name, when: { departmentsFrom: 2 }, levels: [2], publicNoticeWorkingDays: 2 },
  ];
  const settings = { effectiveFrom: '2026-11-01', reviewLevels: [1], reviewRules, reviewWorkingDays: 1 };
  await must(admin('PUT', '/v1/settings', { body: settings }), 200);
});

afterAll(async () => local?.stop());

describe('from a draw to a published plan', () => {
  test('a draw is fixed in public, drawn, and repeated by a script that knows the documentation alone', async () => {
    const body = { title: '宾馆抽查', rule: { industry: 'hotel', ratio: 0.7 } };
    const fixed = await must(fire('POST', '/v1/draws', { body }), 201);
    drawId = fixed.drawId;
    expect(fixed.seed).toBeUndefined();
    const before = await must(anyone('GET', `/v1/public/draws/${drawId}`), 200);
    expect(before).toMatchObject({ commitment: fixed.commitment, seedCommitment: fixed.seedCommitment });
    expect((await anyone('GET', `/p/draws/${drawId}?lang=en`)).text).toContain('Not drawn yet');
    await must(fire('POST', `/v1/draws/${drawId}/perform`), 200);
    const { file } = await must(anyone('GET', `/v1/public/draws/${drawId}`), 200);
    expect(file.commitment).toBe(fixed.commitment);
    expect(repeatBusinesses(file)).toEqual([]);
    expect((await anyone('GET', `/p/draws/${drawId}?lang=en`)).text).toContain('it comes out the same');
    // From days on that review and public notice are sure to use up: planning keeps them clear.
    const window = { notBefore: '2026-11-24', due: '2026-12-09' };
    const plan = planBody({ items: ['F2', 'H2'], partners: ['health'], businesses: undefined, drawId, window });
    expect(await must(fire('POST', '/v1/plans', { body: plan }), 201)).toMatchObject({ draw: { drawId, drawn: 6 } });
    const hidden = planBody({ mode: 'unannounced', businesses: [{ businessId: place(8) }] });
    await must(fire('POST', '/v1/plans', { body: hidden }), 201);
  });

  test('two proposals stand side by side, one of them for comparison alone', async () => {
    chosen = await start({});
    other = await start({ title: '多一队', whatIf: { teams: { fire: 5 } } });
    const comparison = await must(coordinator('GET', `/v1/comparisons?of=${chosen},${other}`), 200);
    expect(comparison.proposals.map((one: { consolidationId: string }) => one.consolidationId)).toEqual([
      chosen,
      other,
    ]);
    expect(comparison.requests.different).toBe(0);
    for (const level of [1, 2] as const) {
      await must(review(level, `/v1/consolidations/${other}`, { decision: 'approved' }), 200);
    }
    await at('2026-11-26T01:00:00.000Z');
    expect(await refused(coordinator('POST', `/v1/consolidations/${other}/publish`), 422)).toEqual([
      'publication-refused',
      '假设超出现有力量或现行规则，仅供比较',
    ]);
    await at('2026-11-23T02:00:00.000Z');
  });

  test('review goes level by level, takes a visit out with its reason, and is escalated when overdue', async () => {
    const run = `/v1/consolidations/${chosen}`;
    const approve = { decision: 'approved' };
    expect(await must(coordinator('GET', run), 200)).toMatchObject({
      requiredLevels: [1, 2],
      waitsFor: { for: 'reviewer', level: 1, dueOn: '2026-11-24' },
      keptClear: { reviewWorkingDays: 2, publicNoticeWorkingDays: 2, announcedFrom: '2026-12-03' },
    });
    const { items: proposed } = await must(coordinator('GET', `${run}/visits?limit=100`), 200);
    const days = proposed.map(({ day }: { readonly day: string }) => day).toSorted();
    expect(days.at(0) >= '2026-12-01', days.join()).toBe(true);
    expect(await refused(review(2, run, approve), 422)).toEqual(['review-refused', '第 1 级须先审核']);
    expect(await refused(review(3, run, approve), 422)).toEqual(['review-refused', '此统筹无需第 3 级审核']);
    expect(await refused(review(2, run, { ...approve, level: 1 }), 422)).toEqual([
      'review-refused',
      '您不是该级审核人',
    ]);
    await at('2026-11-25T01:00:00.000Z');
    await local.drain();
    expect(await must(coordinator('GET', '/v1/consolidations?waiting=true'), 200)).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          consolidationId: chosen,
          waitsFor: expect.objectContaining({ escalatedAt: expect.any(String) }),
        }),
      ]),
    });
    await must(review(2, run, { ...approve, level: 1 }), 200);
    const { items } = await must(reviewers[1]?.('GET', `${run}/visits`) ?? coordinator('GET', run), 200);
    const [first] = items;
    const visits = [{ visitId: first.visitId, reason: '依据不足' }];
    expect(
      await refused(review(2, run, { decision: 'approved', visits: [{ visitId: 'x.y', reason: 'x' }] }), 422),
    ).toEqual(['review-refused', '不存在或已失效']);
    expect(await must(review(2, run, { ...approve, visits }), 200)).toMatchObject({
      status: 'approved',
      waitsFor: { for: 'public-notice', dueOn: '2026-11-27' },
      rejectedVisits: [{ visitId: first.visitId, level: 2 }],
    });
  });

  test('the public reads the summary first, with nothing unannounced in it', async () => {
    const { items } = await must(anyone('GET', '/v1/public/proposals'), 200);
    const notice = items.find((one: { consolidationId: string }) => one.consolidationId === chosen);
    expect(notice).toMatchObject({ visits: 5, byDepartment: { fire: 5, health: 5 } });
    expect((await anyone('GET', '/p/proposals?lang=en')).text).toContain('Plans on public notice');
    const publish = `/v1/consolidations/${chosen}/publish`;
    expect(await refused(coordinator('POST', publish), 409)).toEqual([
      'state-conflict',
      '方案公示至 2026-11-27，期满次日起方可发布',
    ]);
    await at('2026-11-28T01:00:00.000Z');
    await must(coordinator('POST', publish), 202);
    await local.drain();
    const { items: visits } = await must(coordinator('GET', '/v1/visits?from=2026-11-24&to=2026-12-31'), 200);
    expect(await must(coordinator('GET', `/v1/consolidations/${chosen}`), 200)).toMatchObject({
      status: 'published',
      publishing: { visits: visits.length, returned: 2, returnedFor: { 'review-rejected': 2 } },
    });
    const announced = visits.filter(({ mode }: { readonly mode: string }) => mode === 'announced');
    expect(announced).toHaveLength(5);
    for (const { day } of announced) expect(day >= '2026-12-03').toBe(true);
    expect(await must(coordinator('GET', `/v1/consolidations/${other}`), 200)).toMatchObject({ status: 'superseded' });
  });

  test('whose visit was taken out reads why, and the teams can be repeated from their file', async () => {
    const plans = await must(fire('GET', '/v1/plans'), 200);
    const plan = plans.items.find((one: { draw?: object }) => one.draw);
    const { items } = await must(fire('GET', `/v1/plans/${plan.planId}/requests?limit=100`), 200);
    const out = items.filter((one: { reason?: { code: string } }) => one.reason?.code === 'review-rejected');
    expect(out.map((one: { reason: { text: string } }) => one.reason.text)).toEqual(
      out.map(() => '法制审核退回，转入下次统筹：依据不足'),
    );
    expect(out).toHaveLength(2);
    const { file } = await must(anyone('GET', `/v1/public/inspector-draws/${chosen}`), 200);
    expect(file.draws.length).toBeGreaterThan(0);
    expect(repeatInspectors(file)).toEqual([]);
    expect((await anyone('GET', `/p/inspector-draws/${chosen}?lang=en`)).text).toContain('they come out the same');
  });

  test('the street names the lead, and each side rates the other once the visit is done', async () => {
    const { items } = await must(coordinator('GET', '/v1/visits?from=2026-12-01&to=2026-12-31'), 200);
    const visit = items.find((one: { attending: unknown[] }) => one.attending.length === 2);
    if (!visit) throw new Error(JSON.stringify(items));
    // The draw decides in which street.
    const street = await signedIn(local, { role: 'coordinator', street: visit.street });
    const path = `/v1/visits/${visit.visitId}`;
    const department = visit.lead === 'fire' ? 'health' : 'fire';
    const body = { department, reason: '街道熟悉情况' };
    expect(await refused(coordinator('POST', `${path}/lead`, { body }), 403)).toEqual([
      'forbidden',
      '仅街道统筹员可行使此权',
    ]);
    const { commandId } = await must(street('POST', `${path}/lead`, { body }), 202);
    await local.drain();
    expect(await must(street('GET', `/v1/commands/${commandId}`), 200)).toMatchObject({ status: 'done' });
    expect(await must(street('GET', path), 200)).toMatchObject({ lead: department, notice: { version: 2 } });
    const rating = { department: 'fire', score: 4 };
    expect(await refused(street('POST', `${path}/department-ratings`, { body: rating }), 409)).toEqual([
      'state-conflict',
      '检查完成后方可评价',
    ]);
    expect(await refused(health('POST', `${path}/street-rating`, { body: { score: 5 } }), 409)).toEqual([
      'state-conflict',
      '检查完成后方可评价',
    ]);
    expect(await must(health('GET', '/v1/ratings'), 200)).toMatchObject({ departments: [], streets: [] });
  });
});
