import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start-local.ts';
import { type HttpAnswer, type HttpClient, signedIn } from '../support/district/http-client.ts';
import { place, smallDistrict } from '../support/district/small-district.ts';

// A register comes in as a file, a scenario starts, its departments confirm, and one visit led as it says comes of it;
// every message is delivered twice.

let local: Local;
let admin: HttpClient;
let coordinator: HttpClient;
const planners: Record<string, HttpClient> = {};
const planner = (department: string): HttpClient => planners[department] ?? admin;

beforeAll(async () => {
  local = await startLocal({ port: 0, duplicateMessages: true });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  admin = await signedIn(local, { role: 'admin' });
  coordinator = await signedIn(local, { role: 'coordinator' });
  for (const department of ['fire', 'health', 'market'])
    planners[department] = await signedIn(local, { role: 'planner', department });
});
afterAll(async () => local?.stop());

const must = async (answer: Promise<HttpAnswer>, status: number): Promise<HttpAnswer['json']> => {
  const { status: got, json, text } = await answer;
  expect(got, text).toBe(status);
  return json;
};

const register = smallDistrict.businesses.map(({ businessId, name, address, street, grid, industry, creditGrade }) =>
  [businessId, name, address, street, grid, industry, creditGrade].join(','),
);
const content = ['主体编号,名称,地址,街道,网格,行业,信用等级', ...register, 'X,无编号,路,S01,S01-G01,hotel,B'].join(
  '\n',
);

describe('a register of businesses', () => {
  test('is uploaded to an address of its own, read in the background, and its faulty row handed back', async () => {
    await must(admin('PUT', '/v1/calendar/2026', { body: smallDistrict.calendar }), 200);
    await must(admin('PUT', '/v1/calendar/2027', { body: { ...smallDistrict.calendar, provisional: true } }), 200);
    for (const rows of ['items', 'units'] as const) {
      await must(admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }), 200);
    }
    const file = Buffer.from(content);
    const body = {
      kind: 'businesses',
      fileName: '主体.csv',
      contentType: 'text/csv',
      bytes: file.byteLength,
      sha256: createHash('sha256').update(file).digest('hex'),
    };
    const { importId, upload } = await must(admin('POST', '/v1/imports', { body }), 201);
    const path = `/v1/imports/${importId}`;
    const early = await must(admin('POST', `${path}/start`, { body: {} }), 409);
    expect(early.errors).toMatchObject([{ path: 'file', code: 'file-not-uploaded' }]);
    expect((await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: file })).status).toBe(200);
    await must(admin('POST', `${path}/start`, { body: {} }), 202);
    await local.drain();
    const done = await must(admin('GET', path), 200);
    expect(done).toMatchObject({ status: 'done', progress: { rows: 9, created: 8, faulty: 1 } });
    expect(await (await fetch(done.faultsUrl)).text()).toContain('9,businessId,');
    expect(await must(admin('POST', '/v1/imports', { body }), 201)).toMatchObject({ importId, status: 'done' });
  });
});

describe('a scenario', () => {
  let jointPlanId: string;

  test('asks each department for its share of the same drawn subjects', async () => {
    const scenario = {
      scenarioId: 'hotels',
      name: { zh: '宾馆监管一件事', en: 'Hotels' },
      industry: 'hotel',
      lead: 'market',
      parts: [
        { department: 'market', items: ['M1'] },
        { department: 'fire', items: ['F1', 'F2'] },
        { department: 'health', items: ['H1'] },
      ],
      legalBasis: '双随机、一公开',
      effectiveFrom: '2026-01-01',
    };
    await must(admin('POST', '/v1/scenarios/import', { body: { scenarios: [scenario] } }), 200);
    const body = {
      window: { notBefore: '2026-12-01', due: '2026-12-18' },
      approval: { by: '区政府' },
      draw: { count: 2, seed: 'fixed' },
    };
    const refused = await must(planner('fire')('POST', '/v1/scenarios/hotels/start', { body }), 403);
    expect(refused.errors).toMatchObject([{ code: 'scenario-of-other-lead' }]);
    const started = await must(planner('market')('POST', '/v1/scenarios/hotels/start', { body }), 201);
    expect(started).toMatchObject({ status: 'open', draw: { population: 6, drawn: 2 } });
    jointPlanId = started.jointPlanId;
    for (const department of ['market', 'fire']) {
      await must(planner(department)('POST', `/v1/joint-plans/${jointPlanId}/confirm`), 200);
    }
    const reason = '本季已查';
    const settled = await must(
      planner('health')('POST', `/v1/joint-plans/${jointPlanId}/decline`, { body: { reason } }),
      200,
    );
    expect(settled.status).toBe('settled');
    await must(planner('fire')('POST', `/v1/joint-plans/${jointPlanId}/confirm`), 409);
  });

  test('comes of it: one visit for each subject, led as the scenario says though another department stays longer', async () => {
    const others = { mode: 'announced', window: { notBefore: '2026-12-01', due: '2026-12-18' }, items: ['H2'] };
    const businesses = Array.from({ length: 6 }, (_, n) => ({ businessId: place(n + 1) }));
    const advice = await must(
      planner('health')('POST', '/v1/plans/suggestions', { body: { ...others, businesses } }),
      200,
    );
    expect(advice).toMatchObject({ targets: 6, joinable: 2 });

    const horizon = { from: '2026-12-01', to: '2026-12-31' };
    const { consolidationId } = await must(coordinator('POST', '/v1/consolidations', { body: horizon }), 202);
    await local.drain();
    const reviewer = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
    const path = `/v1/consolidations/${consolidationId}`;
    await must(reviewer('POST', `${path}/reviews`, { body: { decision: 'approved' } }), 200);
    await must(coordinator('POST', `${path}/publish`), 202);
    await local.drain();
    const { items } = await must(coordinator('GET', '/v1/visits?from=2026-12-01&to=2026-12-31'), 200);
    expect(items).toHaveLength(2);
    for (const visit of items) {
      expect(visit.lead).toBe('market');
      expect(visit.attending.map(({ department }: { department: string }) => department).sort()).toEqual([
        'fire',
        'market',
      ]);
    }
  });
});
