import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { bodyExamples } from '../../../lib/contract/examples/body-examples.ts';
import type { Operation } from '../../../lib/contract/operation.ts';
import { operations } from '../../../lib/contract/operations.ts';
import { type HttpAnswer, type HttpClient, httpClient, signedIn } from '../../support/district/http-client.ts';

// Any JSON on any route: never a fault, always problem+json that names the field.

let local: Local;
const clients = new Map<string, HttpClient>();
const rows: readonly Operation[] = Object.values(operations);

const claimsOf = {
  sentinel: { street: 'S01' },
  planner: { department: 'fire' },
  coordinator: {},
  reviewer: { level: 1, department: 'fire' },
  inspector: { unit: 'fire' },
  admin: {},
} as const;

beforeAll(async () => {
  local = await startLocal({ port: 0 });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  for (const [role, claims] of Object.entries(claimsOf)) {
    clients.set(role, await signedIn(local, { role: role as keyof typeof claimsOf, ...claims }));
  }
});
afterAll(async () => local?.stop());

const clientFor = (operation: Operation): HttpClient =>
  clients.get(operation.roles[0] ?? '') ?? httpClient(local.baseUrl);

const valid: Readonly<Record<string, unknown>> = bodyExamples;

const nasty = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    '\u0000',
    '💥',
    '__proto__',
    '../..',
    "'; --",
    1e308,
    -1,
    0,
    0.5,
    '2026-02-30',
    '9999-12-31',
    [],
    {},
    true,
    'x'.repeat(5000),
  ),
  fc.jsonValue(),
);

/** A valid body with one value, anywhere in it, replaced, removed or doubled. */
const mutated = (body: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.nat(), nasty, fc.constantFrom('replace', 'remove', 'double')).map(([at, value, how]) => {
    const copy: unknown = structuredClone(body);
    const places: [Record<string, unknown>, string][] = [];
    const walk = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return;
      for (const [key, child] of Object.entries(node)) {
        places.push([node as Record<string, unknown>, key]);
        walk(child);
      }
    };
    walk(copy);
    const chosen = places[at % Math.max(1, places.length)];
    if (!chosen) return value;
    const [holder, key] = chosen;
    if (how === 'remove') delete holder[key];
    else holder[key] = how === 'double' ? [holder[key], holder[key]] : value;
    return copy;
  });

const segment = fc.oneof(
  fc.constantFrom('unknown', '%00', '%2F', '%E0%A4%A', '..', '2026', 'P1', '💥', 'x'.repeat(2000)),
  fc.webSegment({ size: 'small' }).filter((part) => part !== ''),
);

const expectHonest = (answer: HttpAnswer, operation: Operation): void => {
  expect(answer.status, `${operation.name}: ${answer.text}`).toBeLessThan(500);
  if (answer.status < 400 || !answer.headers.get('content-type')?.includes('json')) return;
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.json).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status: answer.status,
    errors: expect.any(Array),
  });
  if (answer.status === 400) expect(answer.json.errors.length, answer.text).toBeGreaterThan(0);
};

test.each(rows.map((operation) => [operation.name, operation] as const))(
  '%s takes any input without a fault',
  async (_, operation) => {
    const client = clientFor(operation);
    const body = fc.oneof(
      { weight: 1, arbitrary: fc.jsonValue() },
      { weight: 3, arbitrary: mutated(valid[operation.name] ?? {}) },
    );
    await fc.assert(
      fc.asyncProperty(
        body,
        segment,
        fc.dictionary(
          fc.constantFrom('limit', 'cursor', 'from', 'to', 'on', 'status', 'groupBy', 'district', 'unit'),
          fc.string(),
        ),
        async (sent, part, query) => {
          const path = operation.path.replace(/\{\w+\}/g, encodeURIComponent(part));
          const search = Object.keys(query).length ? `?${new URLSearchParams(query)}` : '';
          expectHonest(
            await client(operation.method, path + search, operation.method === 'GET' ? {} : { body: sent }),
            operation,
          );
        },
      ),
      { numRuns: 25 },
    );
    if (operation.method !== 'GET') {
      for (const raw of ['{', '', 'null', '"x"', '[1', '\u0000', '{"a":1}{'])
        expectHonest(await client(operation.method, operation.path.replace(/\{\w+\}/g, 'x'), { raw }), operation);
    }
  },
);

test('a route that is not in the table does not exist', async () => {
  const client = httpClient(local.baseUrl);
  for (const [method, path, status] of [
    ['GET', '/v1/nothing', 404],
    ['DELETE', '/v1/plans', 405],
    ['PUT', '/v1/public/visits', 405],
    ['PATCH', '/v1/plans/x', 405],
  ] as const) {
    const answer = await client(method, path);
    expect(answer.status, `${method} ${path}`).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
});
