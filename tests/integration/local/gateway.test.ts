import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Local } from '../../../infra/local/start-local.ts';
import { askAt, startProbe } from '../../support/local-probe-client.ts';

let local: Local;
let authorization: string;
beforeAll(async () => {
  local = await startProbe();
  authorization = `Bearer ${await local.token({ role: 'reviewer', district: 'shangcheng', level: 1, department: 'fire' })}`;
});
afterAll(() => local.stop());

const echoOf = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(local.baseUrl + path, { ...init, headers: { authorization, ...init.headers } });
  return { status: answer.status, type: answer.headers.get('content-type'), event: JSON.parse(await answer.text()) };
};

describe('the gateway gives functions what an HTTP API gives them', () => {
  it('decodes path parameters and joins repeated query values', async () => {
    const { event } = await echoOf('/v1/items/a%2Fb%20%E6%B6%88?x=1&x=2&y=%20');
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/items/{itemId}',
      rawPath: '/v1/items/a%2Fb%20%E6%B6%88',
      rawQueryString: 'x=1&x=2&y=%20',
      pathParameters: { itemId: 'a/b 消' },
      queryStringParameters: { x: '1,2', y: ' ' },
    });
  });

  it('passes the claims of a verified token as text', async () => {
    const { event } = await echoOf('/v1/items');
    expect(event.requestContext.authorizer.jwt.claims).toMatchObject({
      role: 'reviewer',
      district: 'shangcheng',
      level: '1',
      department: 'fire',
      sub: 'reviewer.shangcheng.fire.1',
    });
  });

  it('sends text as it is and a form encoded', async () => {
    const text = await echoOf('/v1/plans', {
      method: 'POST',
      body: '{"标题":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(text.event).toMatchObject({ body: '{"标题":1}', isBase64Encoded: false });
    const form = await echoOf('/n/abc', { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
    expect(form.event).toMatchObject({ body: Buffer.from('a=b').toString('base64'), isBase64Encoded: true });
  });

  it('prefers a fixed part of a path to a parameter', async () => {
    const { event } = await echoOf('/v1/items/import', { method: 'POST' });
    expect(event.routeKey).toBe('POST /v1/items/import');
  });

  it.each(['//', '//other.example/v1/items', '/v1/nowhere', '/v1/items/a/b', '/v1/items/', '/v1/items/%E0%A4%A'])(
    'sends %s to the default route',
    async (path) => {
      expect((await echoOf(path)).event.routeKey).toBe('$default');
    },
  );

  it('sends a method that a path does not have to the default route', async () => {
    expect((await echoOf('/v1/items', { method: 'DELETE' })).event.routeKey).toBe('$default');
  });
});

describe('the gateway refuses', () => {
  const problemOf = async (path: string, init: RequestInit) => {
    const answer = await fetch(local.baseUrl + path, init);
    return { status: answer.status, type: answer.headers.get('content-type'), body: JSON.parse(await answer.text()) };
  };

  it.each([
    ['no token', {}],
    ['a token that is none', { authorization: 'Bearer nonsense' }],
    ['a token without a signature', { authorization: `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"role":"admin"}')}.` }],
  ])('a staff operation with %s, as 401 in problem+json', async (_, headers) => {
    const { status, type, body } = await problemOf('/v1/items', { headers: { 'accept-language': 'en', ...headers } });
    expect({ status, type, kind: body.type, title: body.title }).toEqual({
      status: 401,
      type: 'application/problem+json; charset=utf-8',
      kind: 'unauthenticated',
      title: 'Sign-in is needed',
    });
  });

  it('a token of another issuer with the same claims', async () => {
    const other = await startProbe();
    const foreign = await other.token({ role: 'admin', district: 'shangcheng' });
    await other.stop();
    expect((await problemOf('/v1/items', { headers: { authorization: `Bearer ${foreign}` } })).status).toBe(401);
  });

  it('a body of more than 6 MB, as 413 in problem+json', async () => {
    const body = 'x'.repeat(6 * 1024 * 1024 + 1);
    const answer = await problemOf('/v1/plans', { method: 'POST', headers: { authorization }, body });
    expect([answer.status, answer.body.type]).toEqual([413, 'too-large']);
  });

  it('nothing of 6 MB', async () => {
    const body = 'x'.repeat(6 * 1024 * 1024 - 200);
    const answer = await fetch(`${local.baseUrl}/v1/plans`, { method: 'POST', headers: { authorization }, body });
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
  });

  it('a token request that names no role', async () => {
    const answer = await fetch(`${local.baseUrl}/local/token`, { method: 'POST', body: '{"district":"shangcheng"}' });
    expect(answer.status).toBe(400);
  });
});

describe('a function runs with what its row of grants gives it', () => {
  it('sees its own variables and no others', async () => {
    const start = await (await askAt(local, 'POST', '/v1/consolidations', { do: 'environment' })).json();
    const list = await (await askAt(local, 'GET', '/v1/items', { do: 'environment' })).json();
    expect(start).toMatchObject({ TABLE: 'inspect-once', DISTRICT: 'shangcheng', BASE_URL: local.baseUrl });
    expect(start).toHaveProperty('PLANNING_QUEUE_URL');
    expect(list).not.toHaveProperty('PLANNING_QUEUE_URL');
  });

  it('reads and writes where it may', async () => {
    expect((await askAt(local, 'PUT', '/v1/calendar/2026', { do: 'write', key: 'k', value: 'v' })).status).toBe(200);
    expect(await (await askAt(local, 'GET', '/v1/calendar/2026', { do: 'read', key: 'k' })).json()).toBe('v');
  });

  it('is denied what it may not do, as by AWS', async () => {
    expect((await askAt(local, 'GET', '/v1/calendar/2026', { do: 'write', key: 'k', value: 'w' })).status).toBe(500);
    expect((await askAt(local, 'PUT', '/v1/calendar/2026', { do: 'scan' })).status).toBe(500);
    expect(await (await askAt(local, 'GET', '/v1/calendar/2026', { do: 'read', key: 'k' })).json()).toBe('v');
  });
});

describe('the issuer', () => {
  it('publishes where its keys are, and no private part of them', async () => {
    const discovery = await (await fetch(`${local.baseUrl}/.well-known/openid-configuration`)).json();
    expect(discovery).toMatchObject({ issuer: local.baseUrl, jwks_uri: `${local.baseUrl}/.well-known/jwks.json` });
    const { keys } = await (await fetch(discovery.jwks_uri)).json();
    expect(Object.keys(keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });
});
