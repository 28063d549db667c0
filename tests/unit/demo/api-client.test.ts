import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiClient } from '../../../infra/local/demo/api-client.ts';
import { operations } from '../../../lib/contract/operations.ts';

type Seen = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

const seen: Seen[] = [];
let answers: readonly (readonly [status: number, body: unknown])[] = [];

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
  const asksToken = url === '/local/token';
  const [status, body] = asksToken ? [200, { access_token: 'token-of-admin' }] : (answers[0] ?? [500, {}]);
  if (!asksToken) answers = answers.slice(1);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  seen.length = 0;
});

const client = () => apiClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'shangcheng');
const imported = [200, { imported: 1, created: 1, changed: 0, unchanged: 0 }] as const;
const anItem = {
  itemId: 'I1',
  name: 'n',
  department: 'fire',
  tier: 'high',
  minutes: 5,
  legalBasis: 'l',
  effectiveFrom: '2026-01-01',
  version: 1,
};

describe('the demo’s client', () => {
  test('signs in once per person and carries the token', async () => {
    answers = [imported, imported];
    const api = client();
    for (const _ of [1, 2]) {
      await (await api.as({ role: 'admin' })).call(operations['import-items'], { body: { items: [] } });
    }
    expect(seen.map(({ url }) => url)).toEqual(['/local/token', '/v1/items/import', '/v1/items/import']);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ district: 'shangcheng', role: 'admin' });
    expect(seen[1]?.headers.authorization).toBe('Bearer token-of-admin');
  });

  test('sends the same request under the same idempotency key, and another one under another', async () => {
    answers = [imported, imported, imported];
    const { anyone } = client();
    for (const items of [['a'], ['a'], ['b']]) await anyone.call(operations['import-items'], { body: { items } });
    const [first, again, other] = seen.map(({ headers }) => headers['idempotency-key']);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(String(first)).toMatch(/^[\w-]{1,64}$/);
  });

  test('reads a list page after page', async () => {
    answers = [
      [200, { items: [anItem], nextCursor: 'next' }],
      [200, { items: [{ ...anItem, itemId: 'I2' }] }],
    ];
    const rows = await client().anyone.all(operations['list-items'], { query: { department: 'fire' } });
    expect(rows.map(({ itemId }) => itemId)).toEqual(['I1', 'I2']);
    expect(seen[0]?.url).toBe('/v1/items?limit=500&department=fire');
    expect(seen[1]?.url).toContain('cursor=next');
  });

  test('fails at an answer that is not the operation’s success, and shows it', async () => {
    answers = [[422, { type: 'plan-refused', detail: '检查计划不符合规则' }]];
    const submitted = client().anyone.call(operations['submit-plan'], { body: {} });
    await expect(submitted).rejects.toThrow(/submit-plan: POST \/v1\/plans answered 422\n.*检查计划不符合规则/);
  });

  test('fails at an answer of another shape, and names the field', async () => {
    answers = [[200, { imported: 'many' }]];
    await expect(client().anyone.call(operations['import-items'], { body: {} })).rejects.toThrow('imported');
  });

  test('escapes what it puts into a path', async () => {
    answers = [[200, { ...anItem }]];
    await client().anyone.call(operations['get-item'], { params: { itemId: 'a/b?c' } });
    expect(seen[0]?.url).toBe('/v1/items/a%2Fb%3Fc');
  });
});
