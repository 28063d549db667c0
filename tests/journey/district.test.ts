import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start-local.ts';
import { allRows, type HttpAnswer, type HttpClient, httpClient, signedIn } from '../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../support/district/small-district.ts';

// The whole flow over HTTP and the real queue protocol, with every message delivered twice.

let local: Local;
let admin: HttpClient;
let coordinator: HttpClient;
let reviewer: HttpClient;
let anyone: HttpClient;
const planners: Record<string, HttpClient> = {};
const inspectors: Record<string, HttpClient> = {};

beforeAll(async () => {
  local = await startLocal({ port: 0, duplicateMessages: true });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  admin = await signedIn(local, { role: 'admin' });
  coordinator = await signedIn(local, { role: 'coordinator' });
  reviewer = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
  anyone = httpClient(local.baseUrl);
  for (const department of ['fire', 'health', 'market'])
    planners[department] = await signedIn(local, { role: 'planner', department });
  for (const unit of ['fire', 'health', 'market-S01', 'market-S02'])
    inspectors[unit] = await signedIn(local, { role: 'inspector', unit });
});

afterAll(async () => local?.stop());

const must = async (answer: Promise<HttpAnswer>, status: number): Promise<HttpAnswer['json']> => {
  const { status: got, json, text } = await answer;
  expect(got, text).toBe(status);
  return json;
};

const until = async (client: HttpClient, path: string, wanted: string): Promise<HttpAnswer['json']> => {
  await local.drain();
  const record = await must(client('GET', path), 200);
  expect(record.status, JSON.stringify(record)).toBe(wanted);
  return record;
};

const planner = (department: string): HttpClient => planners[department] ?? anyone;

describe('from plans to figures', () => {
  let consolidationId: string;
  let planIds: Record<string, string> = {};
  let visits: HttpAnswer['json'][] = [];

  test('the admin loads the district', async () => {
    await must(admin('PUT', '/v1/calendar/2026', { body: smallDistrict.calendar }), 200);
    await must(admin('PUT', '/v1/calendar/2027', { body: { ...smallDistrict.calendar, provisional: true } }), 200);
    for (const rows of ['items', 'businesses', 'units'] as const) {
      const imported = await must(admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }), 200);
      expect(imported.created).toBe(smallDistrict[rows].length);
      const again = await must(admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }), 200);
      expect(again.unchanged).toBe(smallDistrict[rows].length);
    }
  });

  test('three departments submit plans, one of them with a partner, one unannounced', async () => {
    const fire = await must(
      planner('fire')('POST', '/v1/plans', {
        body: planBody({ items: ['F1', 'F2'] }),
        headers: { 'idempotency-key': 'fire-1' },
      }),
      201,
    );
    const again = await must(
      planner('fire')('POST', '/v1/plans', {
        body: planBody({ items: ['F1', 'F2'] }),
        headers: { 'idempotency-key': 'fire-1' },
      }),
      201,
    );
    expect(again).toEqual(fire);
    const health = await must(
      planner('health')('POST', '/v1/plans', {
        body: planBody({
          items: ['H1', 'M1'],
          partners: ['market'],
          draw: { industry: 'hotel', count: 5, seed: 'k' },
          businesses: undefined,
        }),
      }),
      201,
    );
    expect(health).toMatchObject({ requests: 10, draw: { seed: 'k', population: 6, drawn: 5 } });
    const hidden = await must(
      planner('market')('POST', '/v1/plans', {
        body: planBody({ items: ['M1', 'M2'], mode: 'unannounced', businesses: [{ businessId: place(7) }] }),
      }),
      201,
    );
    expect(hidden).toMatchObject({ requests: 2, remote: 1 });
    planIds = { fire: fire.planId, health: health.planId, market: hidden.planId };
    expect(await allRows(planner('fire'), '/v1/plans')).toHaveLength(1);
    expect(await allRows(coordinator, '/v1/plans')).toHaveLength(3);
  });

  test('the coordinator consolidates, and the proposal merges what can be merged', async () => {
    const started = await must(
      coordinator('POST', '/v1/consolidations', { body: { from: '2026-12-01', to: '2026-12-31' } }),
      202,
    );
    consolidationId = started.consolidationId;
    const { figures } = await until(coordinator, `/v1/consolidations/${consolidationId}`, 'proposed');
    expect(await must(coordinator('GET', `/v1/commands/${started.commandId}`), 200)).toMatchObject({
      status: 'done',
      percent: 100,
    });
    expect(figures).toMatchObject({ requests: 15, scheduled: 15, unscheduled: {} });
    expect(figures.avoided).toBe(figures.scheduled - figures.visits);
    expect(figures.visits).toBeLessThanOrEqual(7);
    expect(figures.bound).toBeLessThanOrEqual(figures.cost);
    const proposed = await allRows(coordinator, `/v1/consolidations/${consolidationId}/visits`);
    expect(proposed).toHaveLength(figures.visits);
    expect(await allRows(coordinator, `/v1/consolidations/${consolidationId}/unscheduled`)).toEqual([]);
  });

  test('nothing is announced before the review', async () => {
    expect((await coordinator('POST', `/v1/consolidations/${consolidationId}/publish`)).status).toBe(409);
    expect((await anyone('GET', '/v1/public/visits?from=2026-12-01&to=2026-12-31')).json.items).toEqual([]);
    await must(
      reviewer('POST', `/v1/consolidations/${consolidationId}/reviews`, { body: { decision: 'approved' } }),
      200,
    );
  });

  test('published, every announced visit has exactly one current notice sent', async () => {
    const { commandId } = await must(coordinator('POST', `/v1/consolidations/${consolidationId}/publish`), 202);
    await until(coordinator, `/v1/consolidations/${consolidationId}`, 'published');
    expect(await must(coordinator('GET', `/v1/commands/${commandId}`), 200)).toMatchObject({ status: 'done' });
    visits = await allRows(coordinator, '/v1/visits?from=2026-12-01&to=2026-12-31');
    const announced = visits.filter(({ mode }) => mode === 'announced');
    for (const visit of announced) {
      expect(visit).toMatchObject({ status: 'notified', notice: { version: 1, status: 'sent' } });
      expect(visit.history.filter(({ action }: { action: string }) => action === 'notice-sent')).toHaveLength(1);
    }
    expect(visits.filter(({ mode }) => mode === 'unannounced')).toMatchObject([
      { status: 'planned', notice: { status: 'held' } },
    ]);
    expect(
      new Set(
        visits.flatMap(({ attending }) =>
          attending.flatMap(({ checks }: HttpAnswer['json']) =>
            checks.flatMap(({ serves }: HttpAnswer['json']) => serves.map((s: HttpAnswer['json']) => s.requestId)),
          ),
        ),
      ).size,
    ).toBe(15);
    expect(await local.deadLetters()).toBe(0);
  });

  test('each planner sees what became of each request', async () => {
    const rows = await allRows(planner('fire'), `/v1/plans/${planIds.fire}/requests`);
    expect(rows).toHaveLength(4);
    for (const row of rows)
      expect(row).toMatchObject({ disposition: 'scheduled', visitId: expect.any(String), day: expect.any(String) });
    expect((await planner('health')('GET', `/v1/plans/${planIds.fire}/requests`)).status).toBe(404);
    const hidden = await allRows(planner('market'), `/v1/plans/${planIds.market}/requests`);
    expect(hidden.map(({ disposition }) => disposition).sort()).toEqual(['remote', 'scheduled']);
  });

  test('the business reads one notice, verifies who comes and acknowledges', async () => {
    const joint = visits.find(({ attending, mode }) => attending.length > 1 && mode === 'announced');
    const token = joint.notice.url.split('/n/')[1];
    const page = await anyone('GET', `/n/${token}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const notice = await must(anyone('GET', `/v1/notices/${token}`, { headers: { 'accept-language': 'en' } }), 200);
    expect(notice.authorities.length).toBeGreaterThan(1);
    expect(page.text).toContain(notice.verificationCode);
    expect((await anyone('GET', `/v1/codes/${notice.verificationCode}`)).status).toBe(404); // its time is not near
    const first = await must(anyone('POST', `/v1/notices/${token}/acknowledge`, { body: { version: 1 } }), 200);
    expect(await must(anyone('POST', `/v1/notices/${token}/acknowledge`), 200)).toEqual(first);
    expect(await must(coordinator('GET', `/v1/visits/${joint.visitId}`), 200)).toMatchObject({
      status: 'acknowledged',
    });
    expect((await anyone('GET', `/v1/notices/${token}x`)).status).toBe(404);
  });

  test('an unannounced visit shows nowhere in public before it is done', async () => {
    const hidden = visits.find(({ mode }) => mode === 'unannounced');
    const detail = await must(coordinator('GET', `/v1/visits/${hidden.visitId}`), 200);
    expect((await anyone('GET', `/v1/codes/${detail.code}`)).status).toBe(404);
    const listed = await allRows(anyone, '/v1/public/visits?from=2026-12-01&to=2026-12-31');
    expect(listed).toHaveLength(visits.length - 1);
    expect(JSON.stringify(listed)).not.toContain(hidden.businessName);
  });

  test('inspectors check in by the code and record results, which serve every request that recognises them', async () => {
    for (const [n, visit] of visits.entries()) {
      await local.moveClock(new Date(`${visit.day}T01:00:00.000Z`));
      for (const { unitId, checks } of visit.attending) {
        const inspector = inspectors[unitId] ?? anyone;
        const { code } = await must(inspector('GET', `/v1/visits/${visit.visitId}`), 200);
        await must(inspector('POST', `/v1/visits/${visit.visitId}/check-in`, { body: { code } }), 200);
        const results = checks.map(({ itemId }: { itemId: string }) =>
          n === 0
            ? { itemId, outcome: 'finding', findings: [{ description: '通道堆物', severity: 'minor' }] }
            : { itemId, outcome: 'compliant' },
        );
        await must(inspector('POST', `/v1/visits/${visit.visitId}/results`, { body: { checks: results } }), 200);
      }
      expect(await must(coordinator('GET', `/v1/visits/${visit.visitId}`), 200)).toMatchObject({ status: 'done' });
    }
    await local.drain();
    for (const row of await allRows(planner('fire'), `/v1/plans/${planIds.fire}/requests`))
      expect(row.disposition).toBe('done');
  });

  test('a later plan for what has just been checked is satisfied without a visit, naming the evidence', async () => {
    const again = await must(
      planner('fire')('POST', '/v1/plans', {
        body: planBody({
          window: { notBefore: '2026-12-25', due: '2026-12-30' },
          businesses: [{ businessId: place(1) }],
        }),
      }),
      201,
    );
    expect(again).toMatchObject({
      requests: 1,
      satisfiedCount: 1,
      satisfied: [{ byResult: [{ visitId: expect.any(String) }] }],
    });
  });

  test('the figures follow their formula and equal the sum of their groups', async () => {
    for (const groupBy of ['month', 'department', 'street']) {
      const { total, groups, formula } = await must(
        admin('GET', `/v1/statistics?from=2026-01-01&to=2026-12-31&groupBy=${groupBy}`),
        200,
      );
      expect(total).toMatchObject({ requestsDone: 15, visits: visits.length, avoided: 15 - visits.length, remote: 1 });
      expect(total.visitsWithFinding).toBe(1);
      expect(formula).not.toBe('');
      for (const figure of [
        'requestsDone',
        'visits',
        'avoided',
        'personVisits',
        'personVisitsSeparately',
        'findings',
        'remote',
        'cancelled',
        'jointVisits',
      ]) {
        expect(
          groups.reduce((sum: number, group: Record<string, number>) => sum + (group[figure] ?? 0), 0),
          `${groupBy} ${figure}`,
        ).toBe(total[figure]);
      }
    }
  });

  test('once done, the unannounced visit is public too', async () => {
    expect(await allRows(anyone, '/v1/public/visits?from=2026-12-01&to=2026-12-31')).toHaveLength(visits.length);
    expect(await local.deadLetters()).toBe(0);
  });
});
