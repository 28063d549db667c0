import { expect, test } from 'vitest';
import type { Client } from '../../../web/client/client.ts';
import { noAnswer, type Outcome, type Problem } from '../../../web/client/problem.ts';
import { type BegunPlan, rowsPerPart, submitInParts } from '../../../web/client/submit-in-parts.ts';
import { planBody } from '../../support/district/small-district.ts';

const plan = (count: number) =>
  ({
    ...planBody({ businesses: Array.from({ length: count }, (_, n) => ({ businessId: `B${n}` })) }),
  }) as Parameters<typeof submitInParts>[1];

type Call = { readonly name: string; readonly key?: string; readonly body?: { businesses?: { businessId: string }[] } };

/** A service that takes everything but the calls that `no` answers. */
const service = (no: (call: Call, at: number) => Problem | undefined = () => undefined) => {
  const calls: Call[] = [];
  let plans = 0;
  const call = async (name: string, input: Omit<Call, 'name'>): Promise<Outcome<unknown>> => {
    calls.push({ name, ...input });
    const problem = no({ name, ...input }, calls.length);
    if (problem) return { problem };
    if (name === 'submit-plan') plans += 1;
    return { value: { planId: `P${plans}`, requests: 0, satisfied: 0, remote: 0 } };
  };
  return { client: { call } as unknown as Pick<Client, 'call'>, calls };
};

test('a plan of very many businesses is a draft that grows, and is then closed', async () => {
  const { client, calls } = service();
  const kept: (BegunPlan | undefined)[] = [];
  await submitInParts(client, plan(2 * rowsPerPart + 1), undefined, (begun) => kept.push(begun));
  expect(calls.map(({ name, body }) => [name, body?.businesses?.length])).toEqual([
    ['submit-plan', undefined],
    ['append-requests', rowsPerPart],
    ['append-requests', rowsPerPart],
    ['append-requests', 1],
    ['close-plan', undefined],
  ]);
  expect(kept.map((begun) => begun?.sent.length)).toEqual([0, rowsPerPart, 2 * rowsPerPart, 2 * rowsPerPart + 1]);
});

test('an interrupted one goes on where it was, its lost part under the same key', async () => {
  let begun: BegunPlan | undefined;
  const keep = (next: BegunPlan | undefined) => {
    begun = next;
  };
  const first = service((_, at) => (at === 3 ? noAnswer(0) : undefined));
  await submitInParts(first.client, plan(1500), begun, keep);
  const second = service();
  await submitInParts(second.client, plan(1500), begun, keep);
  expect(second.calls.map(({ name }) => name)).toEqual(['append-requests', 'close-plan']);
  expect(second.calls[0]?.key).toBe(first.calls[2]?.key);
});

test('a plan that begins otherwise withdraws what was sent of the one before', async () => {
  const begun = { planId: 'P9', header: '{}', sent: ['B0'] };
  const { client, calls } = service();
  await submitInParts(client, plan(1), begun, () => undefined);
  expect(calls.map(({ name }) => name)).toEqual(['withdraw-plan', 'submit-plan', 'append-requests', 'close-plan']);
});

test('a fault is told by its place in the whole plan', async () => {
  const fault = { path: 'businesses[2].businessId', code: 'unknown-business', message: 'unknown' };
  const refused: Problem = { ...noAnswer(422), type: 'plan-refused', errors: [fault] };
  const { client } = service((_, at) => (at === 3 ? refused : undefined));
  const outcome = await submitInParts(client, plan(1500), undefined, () => undefined);
  expect('problem' in outcome && outcome.problem.errors[0]?.path).toBe(`businesses[${rowsPerPart + 2}].businessId`);
});
