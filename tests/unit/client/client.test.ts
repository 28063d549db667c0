import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { operations } from '../../../lib/contract/operations.ts';
import { clientOf } from '../../../web/client/client.ts';
import { Refused } from '../../../web/client/problem.ts';
import type { ClientOptions } from '../../../web/client/send.ts';

type Seen = { readonly method: string; readonly url: string; readonly headers: IncomingMessage['headers'] };
type Reply = (response: ServerResponse) => void;

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A service that gives these replies one after the other, the last one for good. */
const serviceOf = async (...replies: readonly Reply[]) => {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    request.resume().on('end', () => replies[Math.min(seen.length, replies.length) - 1]?.(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close().closeAllConnections());
  const waits: number[] = [];
  const client = (options: Partial<ClientOptions> = {}) =>
    clientOf(operations, {
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
      ...options,
    });
  return { client, seen, waits };
};

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const hangUp: Reply = (response) => response.destroy();
const refusal = {
  type: 'plan-refused',
  title: 'A rule refuses the plan',
  status: 422,
  detail: 'items[0]: unknown',
  requestId: 'r1',
  errors: [{ path: 'items[0]', code: 'unknown-item', message: 'unknown' }],
};
const reason = { body: { reason: 'x' }, params: { planId: 'P 1/2' } };

describe('a call', () => {
  test('fills path, query and headers in from its parts', async () => {
    const { client, seen } = await serviceOf(json(200, { items: [] }));
    const api = client({ token: async () => 'abc', language: 'en' });
    await api.call('list-plan-requests', { params: { planId: 'P 1/2' }, query: { limit: 5, businessId: undefined } });
    await api.call('withdraw-plan', { ...reason, version: 3, key: 'once' });
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/v1/plans/P%201%2F2/requests?limit=5' });
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer abc', 'accept-language': 'en' });
    expect(seen[0]?.headers['idempotency-key']).toBeUndefined();
    expect(seen[1]?.headers).toMatchObject({ 'if-match': '3', 'idempotency-key': 'once' });
  });

  test('answers a refusal as a value, with the faults by field, and does not ask again', async () => {
    const { client, seen } = await serviceOf(json(422, refusal));
    expect(await client().call('withdraw-plan', reason)).toEqual({ problem: refusal });
    expect(seen).toHaveLength(1);
  });

  test('answers text where the contract says text', async () => {
    const { client } = await serviceOf((response) =>
      response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).end('a,b\n'),
    );
    expect(await client().call('get-statistics')).toEqual({ value: 'a,b\n' });
  });
});

describe('a lost answer', () => {
  test('is asked for again under the same key', async () => {
    const { client, seen, waits } = await serviceOf(hangUp, json(503, {}), json(200, { planId: 'P1' }));
    expect(await client().call('withdraw-plan', reason)).toMatchObject({ value: { planId: 'P1' } });
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(waits).toEqual([250, 500]);
  });

  test('is a problem of its own once the attempts are used up', async () => {
    const { client, seen } = await serviceOf(hangUp);
    expect(await client({ attempts: 3 }).call('list-plans')).toMatchObject({ problem: { type: 'offline', status: 0 } });
    expect(seen).toHaveLength(3);
  });

  test('of a PUT that names a version is left to the caller, whom its own effect would refuse', async () => {
    const { client, seen } = await serviceOf(hangUp);
    const put = { params: { year: 2027 }, body: { holidays: [], makeUpDays: [] } };
    await client().call('put-calendar', { ...put, version: 1 });
    expect(seen).toHaveLength(1);
    await client().call('put-calendar', put);
    expect(seen).toHaveLength(5);
  });
});

test('whoever asks too often waits as long as the service says', async () => {
  const { client, waits } = await serviceOf(json(429, {}, { 'retry-after': '2' }), json(200, { items: [] }));
  await client().call('list-plans');
  expect(waits).toEqual([2000]);
});

test('whoever is told to come again much later is told so at once', async () => {
  const { client, seen, waits } = await serviceOf(json(429, { ...refusal, status: 429 }, { 'retry-after': '900' }));
  expect(await client().call('list-plans')).toMatchObject({ problem: { status: 429 } });
  expect([seen.length, waits]).toEqual([1, []]);
});

test('the same request still being worked on is asked for again', async () => {
  const { client } = await serviceOf(json(409, { ...refusal, type: 'key-in-progress' }), json(200, { planId: 'P1' }));
  expect(await client().call('withdraw-plan', reason)).toMatchObject({ value: { planId: 'P1' } });
});

describe('a list', () => {
  const first = json(200, { items: [{ planId: 'P1' }, { planId: 'P2' }], nextCursor: 'c+1' });

  test('is read to its end, row by row', async () => {
    const { client, seen } = await serviceOf(first, json(200, { items: [{ planId: 'P3' }] }));
    const ids: string[] = [];
    for await (const { planId } of client().rows('list-plans', { query: { status: 'draft' } })) ids.push(planId);
    expect(ids).toEqual(['P1', 'P2', 'P3']);
    expect(seen.map(({ url }) => url)).toEqual([
      '/v1/plans?status=draft&limit=500',
      '/v1/plans?status=draft&limit=500&cursor=c%2B1',
    ]);
  });

  test('ends with the page that is refused: a value among pages, thrown among rows', async () => {
    const { client } = await serviceOf(first, json(422, refusal));
    const pages: unknown[] = [];
    for await (const page of client().pages('list-plans')) pages.push(page);
    expect(pages).toMatchObject([{ value: { items: [{}, {}] } }, { problem: { type: 'plan-refused' } }]);
    const rows = async () => {
      for await (const _ of client().rows('list-plans'));
    };
    await expect(rows()).rejects.toThrow(Refused);
  });
});
