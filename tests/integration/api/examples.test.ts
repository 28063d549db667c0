import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { bodyExamples } from '../../../lib/contract/examples/body-examples.ts';
import type { Operation } from '../../../lib/contract/operation.ts';
import { operations } from '../../../lib/contract/operations.ts';
import { type HttpClient, httpClient, signedIn } from '../../support/district/http-client.ts';

// Whoever copies an example out of the document has it taken by the running product.

let local: Local;
const clients = new Map<string, HttpClient>();
const claimsOf = {
  sentinel: { street: 'S01' },
  planner: { department: 'fire' },
  coordinator: {},
  reviewer: { level: 1, department: 'fire' },
  inspector: { unit: 'fire' },
  admin: {},
} as const;
type Role = keyof typeof claimsOf;

const rows: readonly Operation[] = Object.values(operations);
const bodies = new Map<string, unknown>(Object.entries(bodyExamples));
const send = (operation: Operation) => {
  const client = clients.get(operation.roles[0] ?? '') ?? httpClient(local.baseUrl);
  const path = operation.path.replace('{year}', '2026').replace(/\{\w+\}/g, 'unknown');
  return client(operation.method, path, { body: bodies.get(operation.name) });
};

beforeAll(async () => {
  local = await startLocal({ port: 0 });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  for (const role of Object.keys(claimsOf) as Role[])
    clients.set(role, await signedIn(local, { role, ...claimsOf[role] }));
});
afterAll(async () => local?.stop());

describe('in the order of a district’s life', () => {
  const taken = [
    'put-calendar',
    'import-items',
    'import-businesses',
    'import-units',
    'put-settings',
    'announce-import',
    'check-plan',
    'submit-plan',
    'suggest-merges',
    'start-consolidation',
    'report-incident',
  ] as const;
  test.each(taken)('the example of %s is done', async (name) => {
    const answer = await send(operations[name]);
    expect(answer.status, answer.text).toBe(operations[name].status);
    expect(operations[name].response.safeParse(answer.json)).toMatchObject({ success: true });
  });
});

const others = rows.filter(({ name }) => bodies.has(name));
test.each(others.map((operation) => [operation.name, operation] as const))(
  'the example of %s is neither malformed nor a fault',
  async (_, operation) => {
    const { status, text } = await send(operation);
    expect(status, text).not.toBe(400);
    expect(status, text).toBeLessThan(500);
  },
);
