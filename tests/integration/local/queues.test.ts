import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Local } from '../../../infra/local/start-local.ts';
import type { Ask } from '../../support/local-probe.ts';
import { askAt, startProbe } from '../../support/local-probe-client.ts';

const send = (local: Local, ask: Ask) =>
  askAt(local, 'POST', '/v1/consolidations', { do: 'send', queue: 'PLANNING', ask });
const publish = (local: Local, group: string, ask: Ask) =>
  askAt(local, 'POST', '/v1/consolidations/c/publish', { do: 'send', queue: 'SCHEDULING', group, ask });
const read = async (local: Local, key: string): Promise<unknown> =>
  (await askAt(local, 'GET', '/v1/calendar/2026', { do: 'read', key })).json();

describe('with every message delivered twice', () => {
  let local: Local;
  beforeAll(async () => {
    local = await startProbe({ duplicateMessages: true, visibilitySeconds: 1 });
  });
  afterAll(() => local.stop());

  it('a FIFO group keeps its order', async () => {
    for (const value of ['a', 'b', 'c']) await publish(local, 'shangcheng', { do: 'write', key: 'last', value });
    await local.drain();
    expect(await read(local, 'last')).toBe('c');
  });

  it('a message that always fails ends among the dead letters, and drain does not wait for it', async () => {
    await send(local, { do: 'fail' });
    await local.drain(30_000);
    expect(await local.deadLetters()).toBe(1);
  });

  it('a consumer that computes for long does not hold up the API', async () => {
    await send(local, { do: 'spin', milliseconds: 1_500 });
    await send(local, { do: 'write', key: 'after-spin', value: 'x' });
    await askAt(local, 'PUT', '/v1/calendar/2026', { do: 'write', key: 'meanwhile', value: 'y' });
    expect(await read(local, 'after-spin')).toBeNull();
    expect(await read(local, 'meanwhile')).toBe('y');
    await local.drain();
    expect(await read(local, 'after-spin')).toBe('x');
  });
});

describe('calls to the engines', () => {
  it('can be throttled or lose their answer, and the SDK tries again', async () => {
    const done: string[] = [];
    const local = await startProbe({
      onCall: ({ functionName, action }) => done.push(`${functionName} ${action}`),
      disturb: ({ action }) => {
        if (action !== 'dynamodb:PutItem') return undefined;
        const calls = done.filter((one) => one === 'put-calendar dynamodb:PutItem').length;
        return calls === 1 ? 'throttle' : calls === 2 ? 'lose-answer' : undefined;
      },
    });
    const answer = await askAt(local, 'PUT', '/v1/calendar/2026', { do: 'write', key: 'k', value: 'v' });
    await local.stop();
    expect(answer.status).toBe(200);
    expect(done).toEqual(Array(3).fill('put-calendar dynamodb:PutItem'));
  });
});
