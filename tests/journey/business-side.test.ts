import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start-local.ts';
import { type HttpAnswer, type HttpClient, httpClient, signedIn } from '../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../support/district/small-district.ts';

// One visit as its business lives through it: by link, by form and by file, over HTTP and real queues, every message twice.

let local: Local;
let coordinator: HttpClient;
let inspector: HttpClient;
let anyone: HttpClient;
let visitId: string;
let path: string;
const logged: string[] = [];

const must = async (answer: Promise<HttpAnswer>, status: number): Promise<HttpAnswer['json']> => {
  const { status: got, json, text } = await answer;
  expect(got, text).toBe(status);
  return json;
};
const getVisit = () => must(coordinator('GET', `/v1/visits/${visitId}`), 200);
const notice = () => must(anyone('GET', `/v1${path.replace('/n/', '/notices/')}`), 200);
const api = (operation: string) => `/v1${path.replace('/n/', '/notices/')}/${operation}`;
const form = (to: string, fields: Record<string, string>) =>
  anyone('POST', `${path}${to}?lang=zh`, {
    raw: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const calendarEntry = async () => {
  const { status, headers, text } = await anyone('GET', `${path}/visit.ics`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/calendar; charset=utf-8; method=/);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return { method: calendar.getFirstPropertyValue('method'), uid: event.uid, sequence: event.sequence };
};

beforeAll(async () => {
  local = await startLocal({ port: 0, duplicateMessages: true, onLog: (lines) => logged.push(lines) });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  const admin = await signedIn(local, { role: 'admin' });
  const planner = await signedIn(local, { role: 'planner', department: 'fire' });
  const reviewer = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
  coordinator = await signedIn(local, { role: 'coordinator' });
  inspector = await signedIn(local, { role: 'inspector', unit: 'fire' });
  anyone = httpClient(local.baseUrl);
  for (const year of [2026, 2027])
    await must(admin('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar }), 200);
  for (const rows of ['items', 'businesses', 'units'] as const) {
    await must(admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }), 200);
  }
  const body = planBody({ items: ['F1'], businesses: [{ businessId: place(1) }] });
  await must(planner('POST', '/v1/plans', { body }), 201);
  const span = { from: '2026-12-01', to: '2026-12-31' };
  const { consolidationId } = await must(coordinator('POST', '/v1/consolidations', { body: span }), 202);
  await local.drain();
  const run = `/v1/consolidations/${consolidationId}`;
  await must(reviewer('POST', `${run}/reviews`, { body: { decision: 'approved' } }), 200);
  await must(coordinator('POST', `${run}/publish`), 202);
  await local.drain();
  const { items } = await must(coordinator('GET', '/v1/visits?from=2026-12-01&to=2026-12-31'), 200);
  visitId = items[0].visitId;
  path = (await getVisit()).notice.url;
});
afterAll(async () => local?.stop());

describe('the business', () => {
  test('is offered other times, and the page has them as a form', async () => {
    const { alternatives, anotherTime } = await notice();
    expect(alternatives).toHaveLength(6);
    expect(anotherTime).toEqual({ left: 2 });
    const { text } = await anyone('GET', `${path}?lang=zh`);
    expect(text.match(/type="radio" name="time"/g)).toHaveLength(6);
    expect(text).not.toContain('<script');
  });

  test('chooses one, and the visit moves with a new version of its notice and of its calendar entry', async () => {
    const before = await calendarEntry();
    const { alternatives } = await notice();
    const { day, start } = alternatives[5];
    expect((await form('/another-time', { time: `${day} ${start}`, words: '盘点' })).status).toBe(303);
    await local.drain();
    expect(await getVisit()).toMatchObject({ day, start, notice: { version: 2 } });
    expect(await notice()).toMatchObject({
      kind: 'changed',
      anotherTime: { left: 1, asked: { day, start, status: 'moved' } },
    });
    expect(await calendarEntry()).toEqual({ ...before, sequence: before.sequence + 1 });
  });

  test('is refused in words where a form lacks its answer', async () => {
    const answer = await form('/another-time', { time: '' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect((await form('/rating', {})).status).toBe(400);
  });

  test('cannot rate what has not been done, and complains at any time', async () => {
    expect(await must(anyone('POST', api('rating'), { body: { score: 5 } }), 409)).toMatchObject({
      type: 'state-conflict',
    });
    expect((await form('/complaint', { words: '电话里说要收费', contact: '' })).status).toBe(303);
    const [seen, hidden] = [await getVisit(), await must(inspector('GET', `/v1/visits/${visitId}`), 200)];
    expect(seen.complaints).toMatchObject([{ words: '电话里说要收费' }]);
    expect(hidden.complaints).toBeUndefined();
  });

  test('reads what supervision answered to its complaint, which nobody else reads', async () => {
    const [{ complaintId }] = (await getVisit()).complaints;
    const answer = `/v1/visits/${visitId}/complaints/${complaintId}/answer`;
    expect((await inspector('POST', answer, { body: { words: '无' } })).status).toBe(403);
    await must(coordinator('POST', answer, { body: { words: '检查不收任何费用，已提醒执法队。' } }), 200);
    const { text } = await anyone('GET', `${path}?lang=zh`);
    expect(text).toContain('检查不收任何费用');
    expect(text).not.toContain('电话里说要收费');
    expect((await inspector('GET', `/v1/visits/${visitId}`)).text).not.toContain('检查不收任何费用');
  });

  test('rates the visit once it is done, reads its results, and they are public without a name', async () => {
    const { day, code } = await getVisit();
    await local.moveClock(new Date(`${day}T02:00:00.000Z`));
    expect((await must(anyone('GET', '/v1/public/results?from=2026-12-01'), 200)).items).toEqual([]);
    await must(inspector('POST', `/v1/visits/${visitId}/check-in`, { body: { code } }), 200);
    const findings = [{ description: '店员张三未佩戴工牌', severity: 'minor' }];
    const checks = [{ itemId: 'F1', outcome: 'finding', findings }];
    await must(inspector('POST', `/v1/visits/${visitId}/results`, { body: { checks } }), 200);
    await local.drain();
    expect((await form('/rating', { score: '4', words: '' })).status).toBe(303);
    expect(await must(anyone('POST', api('rating'), { body: { score: 5 } }), 200)).toMatchObject({ score: 5 });
    expect(await notice()).toMatchObject({ feedback: { mayRate: true, complaints: 1 } });
    const { total } = await must(coordinator('GET', `/v1/statistics?from=2026-12-01&to=2026-12-31`), 200);
    expect(total.ratings).toEqual({ count: 1 });
    const published = await anyone('GET', '/v1/public/results?from=2026-12-01');
    expect(published.json.items).toMatchObject([
      { day, publishedOn: day, items: [{ itemId: 'F1', outcome: 'finding', findings: { count: 1, minor: 1 } }] },
    ]);
    expect(published.text).not.toMatch(/张三|检查员/);
  });

  test('is not told by its own link what staff may not see', async () => {
    const { text } = await coordinator('GET', `/v1/visits/${visitId}`);
    expect(text).not.toMatch(/"rat(ed|ing)|complained/);
  });
});

describe('the links of a notice', () => {
  test('of an older version open what stands now; revoked ones open nothing, and a new one is sent', async () => {
    const before = path;
    const order = `/v1/visits/${visitId}/notice`;
    const revoked = await coordinator('POST', `${order}/revoke-links`, { body: { reason: '链接外泄' } });
    expect(revoked.status, revoked.text).toBe(200);
    await local.drain();
    path = (await getVisit()).notice.url;
    expect(path).not.toBe(before);
    expect((await anyone('GET', before)).status).toBe(404);
    expect((await anyone('GET', path)).status).toBe(200);
  });

  test('are in no line that was logged on the way', () => {
    const lines = logged.join('');
    expect(lines).toContain('"level":"INFO"');
    expect(lines).not.toMatch(/eyJ[\w-]{10,}|\/n\/|\/notices\/[\w-]/);
  });
});
