import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAt, startProbe } from '../../support/local-probe-client.ts';

let state: string;
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'inspect-once-state-'));
});
afterAll(() => rm(state, { recursive: true, force: true }));

/** The probe in a process of its own, which prints its address and a token once it is ready. */
const startProcess = async (): Promise<{ child: ChildProcess; baseUrl: string; token: string }> => {
  const script = new URL('../../support/local-probe-process.ts', import.meta.url);
  const child = spawn(process.execPath, [script.pathname, state], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve) => child.stdout?.setEncoding('utf8').once('data', resolve));
  return { child, ...JSON.parse(line) };
};

describe('a killed process', () => {
  it('loses nothing it answered: records stand, messages are worked off, tokens stay valid', async () => {
    const { child, baseUrl, token } = await startProcess();
    const headersOf = (ask: unknown) => ({ authorization: `Bearer ${token}`, 'x-ask': JSON.stringify(ask) });
    const put = { do: 'write', key: 'kept', value: 'yes' };
    const written = await fetch(`${baseUrl}/v1/calendar/2026`, { method: 'PUT', headers: headersOf(put) });
    const message = { do: 'send', queue: 'PLANNING', ask: { do: 'spin', milliseconds: 3_000 } };
    const inFlight = await fetch(`${baseUrl}/v1/consolidations`, { method: 'POST', headers: headersOf(message) });
    const waiting = { do: 'send', queue: 'PLANNING', ask: { do: 'write', key: 'worked-off', value: 'yes' } };
    const queued = await fetch(`${baseUrl}/v1/consolidations`, { method: 'POST', headers: headersOf(waiting) });
    expect([written.status, inFlight.status, queued.status]).toEqual([200, 200, 200]);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;

    const local = await startProbe({ state, port: Number(new URL(baseUrl).port) });
    const read = async (key: string) => (await askAt(local, 'GET', '/v1/calendar/2026', { do: 'read', key })).json();
    expect(await read('kept')).toBe('yes');
    await expect.poll(() => read('worked-off'), { timeout: 50_000 }).toBe('yes');
    const again = await fetch(`${local.baseUrl}/v1/calendar/2026`, { headers: headersOf({ do: 'read', key: 'kept' }) });
    expect(again.status).toBe(200);
    await local.stop();
  });
});
