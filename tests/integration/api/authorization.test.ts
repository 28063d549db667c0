import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import type { Operation } from '../../../lib/contract/operation.ts';
import { operations } from '../../../lib/contract/operations.ts';
import { staffRoles } from '../../../lib/domain/principal.ts';
import { type HttpClient, httpClient, signedIn } from '../../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../../support/district/small-district.ts';

// Role × operation, from the table; then what a foreign district, department, street, unit or token may reach.

let local: Local;
const clients = new Map<string, HttpClient>();
let anyone: HttpClient;

const claimsOf = {
  sentinel: { street: 'S01' },
  planner: { department: 'fire' },
  coordinator: {},
  reviewer: { level: 1, department: 'fire' },
  inspector: { unit: 'fire' },
  admin: {},
} as const;

const rows: readonly Operation[] = Object.values(operations);
const staffRows = rows.filter(({ access }) => access === 'staff');

const pathOf = (operation: Operation): string =>
  operation.path.replace('{year}', '2026').replace(/\{\w+\}/g, 'unknown');
const send = (client: HttpClient, operation: Operation) =>
  client(operation.method, pathOf(operation), operation.method === 'GET' ? {} : { body: {} });

beforeAll(async () => {
  local = await startLocal({ port: 0 });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  anyone = httpClient(local.baseUrl);
  for (const role of staffRoles) clients.set(role, await signedIn(local, { role, ...claimsOf[role] }));
});
afterAll(async () => local?.stop());

const as = (role: string): HttpClient => clients.get(role) ?? anyone;

describe.each(staffRows.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  test('turns away who has not signed in', async () => {
    const answer = await send(anyone, operation);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each(staffRoles)('as the table says for a %s', async (role) => {
    const { status, json } = await send(as(role), operation);
    if (operation.roles.includes(role)) expect([401, 403]).not.toContain(status);
    else expect({ status, type: json.type }).toEqual({ status: 403, type: 'forbidden' });
  });

  test('turns away a token that was tampered with', async () => {
    const token = await local.token({ role: 'admin', district: 'shangcheng' });
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(
      JSON.stringify({ sub: 'x', role: 'admin', district: 'other', iss: local.baseUrl, aud: 'inspect-once', exp: 9e9 }),
    ).toString('base64url');
    expect((await send(httpClient(local.baseUrl, `${head}.${claims}.${signature}`), operation)).status).toBe(401);
  });
});

test('what is public needs no login', async () => {
  for (const operation of rows.filter(({ access }) => access !== 'staff')) {
    expect((await send(anyone, operation)).status, operation.name).not.toBe(401);
  }
});

test.each([
  ['planner', { role: 'planner' }],
  ['inspector', { role: 'inspector' }],
  ['reviewer without a level', { role: 'reviewer', department: 'fire' }],
] as const)('a token that leaves the scope open is refused: %s', async (_, claims) => {
  const client = await signedIn(local, claims);
  expect((await client('GET', '/v1/items')).json).toMatchObject({ status: 403, errors: [{ code: 'claim' }] });
});

describe('with a district at work', () => {
  let planId: string;
  let visitId: string;

  beforeAll(async () => {
    for (const year of [2026, 2027]) await as('admin')('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar });
    for (const part of ['items', 'businesses', 'units'] as const) {
      await as('admin')('POST', `/v1/${part}/import`, { body: { [part]: smallDistrict[part] } });
    }
    const plan = await as('planner')('POST', '/v1/plans', {
      body: planBody({ businesses: [{ businessId: place(1) }] }),
    });
    planId = plan.json.planId;
    const started = await as('coordinator')('POST', '/v1/consolidations', {
      body: { from: '2026-12-01', to: '2026-12-31' },
    });
    await local.drain();
    const path = `/v1/consolidations/${started.json.consolidationId}`;
    await as('reviewer')('POST', `${path}/reviews`, { body: { decision: 'approved' } });
    await as('coordinator')('POST', `${path}/publish`);
    await local.drain();
    const visits = await as('coordinator')('GET', '/v1/visits?from=2026-12-01&to=2026-12-31');
    visitId = visits.json.items[0].visitId;
  });

  test.each([
    ['another department', { role: 'planner', department: 'health' }],
    ['another district', { role: 'planner', district: 'elsewhere', department: 'fire' }],
    ['another district’s admin', { role: 'admin', district: 'elsewhere' }],
  ] as const)('a plan does not exist for %s', async (_, claims) => {
    const client = await signedIn(local, claims);
    for (const path of [`/v1/plans/${planId}`, `/v1/plans/${planId}/requests`])
      expect((await client('GET', path)).status).toBe(404);
    expect((await client('GET', '/v1/plans')).json.items).toEqual([]);
    if (claims.role === 'planner')
      expect((await client('POST', `/v1/plans/${planId}/withdraw`, { body: {} })).status).toBe(404);
  });

  test.each([
    ['another department', { role: 'planner', department: 'health' }],
    ['another street', { role: 'coordinator', street: 'S02' }],
    ['another street’s reviewer', { role: 'reviewer', level: 2, street: 'S02' }],
    ['a reviewer of no department', { role: 'reviewer', level: 1 }],
    ['a street reviewer of no street', { role: 'reviewer', level: 2 }],
    ['another unit', { role: 'inspector', unit: 'health' }],
    ['another district', { role: 'coordinator', district: 'elsewhere' }],
  ] as const)('a visit does not exist for %s', async (_, claims) => {
    const client = await signedIn(local, claims);
    if (claims.role === 'coordinator') {
      const reason = 'x';
      const move = { day: '2026-12-10', start: '09:00', reason };
      expect((await client('POST', `/v1/visits/${visitId}/reschedule`, { body: move })).status).toBe(404);
      expect((await client('POST', `/v1/visits/${visitId}/cancel`, { body: { reason } })).status).toBe(404);
      if ('street' in claims)
        expect((await client('POST', `/v1/visits/${visitId}/veto`, { body: { reason } })).status).toBe(404);
    }
    expect((await client('GET', `/v1/visits/${visitId}`)).status).toBe(404);
    expect((await client('GET', '/v1/visits?from=2026-12-01&to=2026-12-31')).json.items).toEqual([]);
    if (claims.role === 'inspector') {
      expect((await client('POST', `/v1/visits/${visitId}/check-in`, { body: { code: 'ABCD2345' } })).status).toBe(404);
      const checks = [{ itemId: 'F1', outcome: 'compliant' }];
      expect((await client('POST', `/v1/visits/${visitId}/results`, { body: { checks } })).status).toBe(404);
    }
  });

  test.each([
    ['the department', { role: 'planner', department: 'fire' }],
    ['the street', { role: 'coordinator', street: 'S01' }],
    ['the unit', { role: 'inspector', unit: 'fire' }],
    ['the admin', { role: 'admin' }],
  ] as const)('a visit is there for %s', async (_, claims) => {
    const client = await signedIn(local, claims);
    expect((await client('GET', `/v1/visits/${visitId}`)).status).toBe(200);
    expect((await client('GET', '/v1/visits?from=2026-12-01&to=2026-12-31')).json.items).toHaveLength(1);
  });

  test('a business of another street does not exist for a street coordinator', async () => {
    const client = await signedIn(local, { role: 'coordinator', street: 'S02' });
    expect((await client('GET', `/v1/businesses/${place(1)}`)).status).toBe(404);
    expect((await client('GET', `/v1/businesses/${place(2)}`)).status).toBe(200);
    const listed = await client('GET', '/v1/businesses');
    expect(new Set(listed.json.items.map(({ street }: { street: string }) => street))).toEqual(new Set(['S02']));
  });

  test('nothing of a district shows in another', async () => {
    const client = await signedIn(local, { role: 'admin', district: 'elsewhere' });
    for (const path of ['/v1/items', '/v1/businesses', '/v1/units', '/v1/plans', '/v1/consolidations', '/v1/visits']) {
      expect((await client('GET', path)).json.items, path).toEqual([]);
    }
    expect((await client('GET', '/v1/calendar/2026')).status).toBe(404);
    expect((await client('GET', `/v1/items/F1`)).status).toBe(404);
    expect((await client('GET', '/v1/statistics?from=2026-01-01&to=2026-12-31')).json.total).toMatchObject({
      visits: 0,
      remote: 0,
    });
  });
});
