import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start-local.ts';
import { allRows, type HttpAnswer, type HttpClient, httpClient, signedIn } from '../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../support/district/small-district.ts';

// What happens to a schedule after it is published, over HTTP and the real queue protocol, with every message delivered twice.

let local: Local;
let admin: HttpClient;
let coordinator: HttpClient;
let street: HttpClient;
let fire: HttpClient;
let market: HttpClient;
let anyone: HttpClient;
let planId: string;

const must = async (answer: Promise<HttpAnswer>, status: number): Promise<HttpAnswer['json']> => {
  const { status: got, json, text } = await answer;
  expect(got, text).toBe(status);
  return json;
};

const span = 'from=2026-11-23&to=2026-12-31';
const visitAt = async (n: number): Promise<HttpAnswer['json']> =>
  (await allRows(coordinator, `/v1/visits?${span}&businessId=${place(n)}`)).at(-1);
const noticeOf = async ({ notice }: HttpAnswer['json']): Promise<HttpAnswer['json']> =>
  must(anyone('GET', `/v1/notices/${notice.url.split('/n/')[1]}`), 200);
const timesSent = ({ history }: HttpAnswer['json']): number =>
  history.filter(({ action }: { action: string }) => action === 'notice-sent').length;

/** Sends a command and answers what became of it. */
const settled = async (client: HttpClient, path: string, body: object): Promise<HttpAnswer['json']> => {
  const { commandId } = await must(client('POST', path, { body }), 202);
  await local.drain();
  return must(client('GET', `/v1/commands/${commandId}`), 200);
};

const urgent = (n: number, items: readonly string[], overrides: object = {}) => ({
  businessId: place(n),
  items,
  window: { notBefore: '2026-11-23', due: '2026-12-18' },
  legalBasis: '行政处罚法第五十四条',
  approval: { by: '局长' },
  mode: 'announced',
  reason: '群众举报',
  ...overrides,
});

beforeAll(async () => {
  local = await startLocal({ port: 0, duplicateMessages: true });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  admin = await signedIn(local, { role: 'admin' });
  coordinator = await signedIn(local, { role: 'coordinator' });
  street = await signedIn(local, { role: 'coordinator', street: 'S01' });
  fire = await signedIn(local, { role: 'planner', department: 'fire' });
  market = await signedIn(local, { role: 'planner', department: 'market' });
  anyone = httpClient(local.baseUrl);
  const reviewer = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
  for (const year of [2026, 2027]) {
    await must(admin('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar }), 200);
  }
  for (const rows of ['items', 'businesses', 'units'] as const) {
    await must(admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }), 200);
  }
  const businesses = [1, 2, 3, 4].map((n) => ({ businessId: place(n) }));
  const body = planBody({ items: ['F1', 'F2'], businesses, window: { notBefore: '2026-12-07', due: '2026-12-18' } });
  planId = (await must(fire('POST', '/v1/plans', { body }), 201)).planId;
  const horizon = { from: '2026-12-01', to: '2026-12-31' };
  const { consolidationId } = await must(coordinator('POST', '/v1/consolidations', { body: horizon }), 202);
  await local.drain();
  const run = `/v1/consolidations/${consolidationId}`;
  await must(reviewer('POST', `${run}/reviews`, { body: { decision: 'approved' } }), 200);
  await must(coordinator('POST', `${run}/publish`), 202);
  await local.drain();
});

afterAll(async () => local?.stop());

describe('a published schedule that changes', () => {
  test('a moved visit gets exactly one notice of its second version, which says what changed', async () => {
    const before = await visitAt(1);
    const [day, start] = before.day === '2026-12-16' ? ['2026-12-17', '13:30'] : ['2026-12-16', '13:30'];
    const path = `/v1/visits/${before.visitId}/reschedule`;
    const command = await settled(coordinator, path, { day, start, reason: '主体申请' });
    expect(command).toMatchObject({ command: 'reschedule-visit', status: 'done', target: { visitId: before.visitId } });
    const after = await visitAt(1);
    expect(after).toMatchObject({ visitId: before.visitId, day, start, status: 'notified', code: before.code });
    expect(after.notice).toMatchObject({ version: 2, status: 'sent' });
    expect(timesSent(after)).toBe(2);
    const notice = await noticeOf(after);
    expect(notice).toMatchObject({ version: 2, kind: 'changed', day, start });
    expect(notice.changes[0]).toContain(`检查时间：${before.day} ${before.start} → ${day} ${start}`);
  });

  test('what can’t be is refused at once or with its reason, and changes nothing', async () => {
    const before = await visitAt(1);
    const path = `/v1/visits/${before.visitId}/reschedule`;
    const move = { day: '2026-12-15', start: '09:00', reason: 'x' };
    expect((await coordinator('POST', path, { body: { ...move, start: '09:10' } })).json).toMatchObject({
      status: 422,
      errors: [{ path: 'start', code: 'start-unknown' }],
    });
    expect((await coordinator('POST', path, { body: { ...move, day: '2026-11-20' } })).json.errors[0].code).toBe(
      'time-past',
    );
    expect((await fire('POST', path, { body: move })).status).toBe(403);
    const late = await settled(coordinator, path, { ...move, day: '2026-12-22' });
    expect(late).toMatchObject({ status: 'refused', reason: { code: 'window-of-request' } });
    const weekend = await settled(coordinator, path, { ...move, day: '2026-12-12' });
    expect(weekend).toMatchObject({ status: 'refused', reason: { code: 'not-working-day', text: '不是工作日' } });
    expect((await visitAt(1)).version).toBe(before.version);
  });

  test('a cancelled visit is cancelled to its business, and its requests wait with the reason', async () => {
    const before = await visitAt(2);
    const body = { reason: '主体已注销' };
    const path = `/v1/visits/${before.visitId}/cancel`;
    const headers = { 'idempotency-key': 'cancel-2' };
    const first = await must(coordinator('POST', path, { body, headers }), 202);
    await local.drain();
    expect(await must(coordinator('POST', path, { body, headers }), 202)).toEqual(first);
    expect((await coordinator('POST', path, { body })).status).toBe(409);
    const after = await visitAt(2);
    expect(after).toMatchObject({ status: 'cancelled', notice: { version: 2, status: 'sent' } });
    expect(timesSent(after)).toBe(2);
    expect(await noticeOf(after)).toMatchObject({
      kind: 'cancelled',
      changes: [expect.stringContaining('主体已注销')],
    });
    expect((await anyone('GET', `/v1/codes/${before.code}`)).status).toBe(404);
    const [row] = await allRows(fire, `/v1/plans/${planId}/requests?businessId=${place(2)}`);
    expect(row).toMatchObject({ disposition: 'waiting', reason: { code: 'cancelled' } });
    expect(row.reason.text).toContain('主体已注销');
    const shown = await allRows(anyone, `/v1/public/visits?${span}`);
    expect(shown.filter(({ status }) => status === 'cancelled')).toHaveLength(1);
  });

  test('only the street’s coordinator vetoes, and the department reads why its requests came back', async () => {
    const { visitId } = await visitAt(3);
    const path = `/v1/visits/${visitId}/veto`;
    const body = { reason: '街道近期已检查' };
    const elsewhere = await signedIn(local, { role: 'coordinator', street: 'S02' });
    expect((await coordinator('POST', path, { body })).status).toBe(403);
    expect((await elsewhere('POST', path, { body })).status).toBe(404);
    expect(await settled(street, path, body)).toMatchObject({ command: 'veto-visit', status: 'done' });
    expect(await visitAt(3)).toMatchObject({ status: 'vetoed', notice: { version: 2, status: 'sent' } });
    const [row] = await allRows(fire, `/v1/plans/${planId}/requests?businessId=${place(3)}`);
    expect(row).toMatchObject({ disposition: 'waiting', reason: { code: 'vetoed' } });
    expect(row.reason.text).toContain('街道近期已检查');
    const { total } = await must(admin('GET', `/v1/statistics?${span}`), 200);
    expect(total).toMatchObject({ cancelled: 2, visits: 0, avoided: 0 });
  });

  test('an urgent check joins the visit that stands, which says what was added', async () => {
    const before = await visitAt(4);
    const command = await settled(market, '/v1/urgent-requests', urgent(4, ['M1']));
    expect(command).toMatchObject({
      command: 'insert-urgent',
      status: 'done',
      outcome: { visitId: before.visitId, option: 'join', price: expect.any(Number) },
    });
    expect(command.outcome.options[0]).toMatchObject({ kind: 'join', visitId: before.visitId });
    const after = await visitAt(4);
    expect(after.attending.map(({ department }: { department: string }) => department)).toEqual(['fire', 'market']);
    expect(after.notice).toMatchObject({ version: 2, status: 'sent' });
    expect(timesSent(after)).toBe(2);
    expect((await noticeOf(after)).changes[0]).toContain('新增检查事项');
    const [row] = await allRows(market, `/v1/plans/${command.target.planId}/requests`);
    expect(row).toMatchObject({ disposition: 'scheduled', visitId: before.visitId });
    expect((await fire('GET', `/v1/commands/${command.commandId}`)).status).toBe(404);
    expect((await admin('GET', `/v1/commands/${command.commandId}`)).status).toBe(200);
  });

  test('where nobody is to be joined it gets a visit of its own at once, flagged for its short notice', async () => {
    const command = await settled(coordinator, '/v1/urgent-requests', urgent(8, ['F1', 'H2']));
    expect(command).toMatchObject({ status: 'done', outcome: { option: 'new-visit' } });
    const visit = await visitAt(8);
    expect(visit).toMatchObject({ visitId: command.outcome.visitId, day: '2026-11-23', status: 'notified' });
    expect(visit.notice).toMatchObject({ version: 1, status: 'sent' });
    expect(timesSent(visit)).toBe(1);
    const chosen = command.outcome.options.find(({ visitId }: { visitId: string }) => visitId === visit.visitId);
    expect(chosen.flags).toContain('inside-notice-period');
    expect((await allRows(coordinator, `/v1/visits?${span}&businessId=${place(8)}`)).length).toBe(1);
  });

  test('an urgent check that breaks a rule is refused, one that has no place says what is in its way', async () => {
    const foreign = await market('POST', '/v1/urgent-requests', { body: urgent(5, ['F1']) });
    expect(foreign.json).toMatchObject({
      status: 422,
      errors: [{ code: 'item-of-other-department' }, expect.anything()],
    });
    const remote = await market('POST', '/v1/urgent-requests', { body: urgent(5, ['M2']) });
    expect(remote.json).toMatchObject({ status: 422, errors: [{ path: 'items[0]', code: 'item-remote' }] });
    const window = { notBefore: '2026-11-24', due: '2026-11-24' };
    const blocked = await settled(market, '/v1/urgent-requests', urgent(8, ['M1'], { window, mode: 'unannounced' }));
    expect(blocked.status).toBe('done');
    const twice = await settled(market, '/v1/urgent-requests', urgent(8, ['M1'], { window }));
    expect(twice).toMatchObject({ status: 'refused', reason: { code: 'nothing-feasible' } });
    expect(twice.reason.text).toContain('2026-11-24');
    expect((await market('GET', `/v1/plans/${twice.target.planId}`)).status).toBe(404);
  });

  test('nothing is left in a dead-letter queue, and no notice is due', async () => {
    await local.drain();
    expect(await local.deadLetters()).toBe(0);
    for (const { mode, notice } of await allRows(coordinator, `/v1/visits?${span}`)) {
      expect(mode === 'announced' ? ['sent', 'read'] : ['held']).toContain(notice.status);
    }
  });
});
