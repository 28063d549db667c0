import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HttpClient, httpClient } from '../../support/district/http-client.ts';
import { must, prepareStreet, reportMany } from './a-street.ts';
import { print, spread, tellAlerts } from './quantiles.ts';

// npm run bench:incidents-restart: 200 incidents open, the process killed (-9) and started again with nobody's help. The first
// clock's warning comes due while it is down; every alert has to be there in the end, none twice.

const count = Number(process.env.INCIDENTS ?? 200);
const clocks = {
  firstAnswerSeconds: 60,
  firstAnswerWarningSeconds: 50,
  handlingSeconds: 80,
  handlingWarningSeconds: 10,
};
const patienceMs = 300_000;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const state = await mkdtemp(join(tmpdir(), 'incidents-restart-'));
const port = await freePort();
const baseUrl = `http://localhost:${port}`;
const main = new URL('../../../infra/local/main.ts', import.meta.url).pathname;

const start = async (): Promise<ChildProcess> => {
  const begun = performance.now();
  const child = spawn(process.execPath, [main, '--empty', '--port', String(port), '--state', state], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    const answer = await fetch(`${baseUrl}/openapi.json`).catch(() => undefined);
    if (answer?.ok) break;
    if (performance.now() - begun > patienceMs) throw new Error('the product did not start');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  print(`ready after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return child;
};
const kill = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
};
const as = async (claims: object): Promise<HttpClient> => {
  const body = { district: 'shangcheng', ...claims };
  const { json } = await httpClient(baseUrl)('POST', '/local/token', { body });
  return httpClient(baseUrl, json.access_token);
};

const first = await start();
const admin = await as({ role: 'admin' });
const sentinel = await as({ role: 'sentinel', street: 'S01' });
await prepareStreet(admin, clocks);
await reportMany(sentinel, 1, 'warm');
const { taken } = await reportMany(sentinel, count, 'restart');
spread('report to dispatch', taken);
await kill(first);
const downAt = Date.now();
print(`killed with ${count + 1} incidents open`);
const second = await start();
print(`down for ${((Date.now() - downAt) / 1000).toFixed(1)} s`);
const endsAt = Date.now() + (clocks.handlingSeconds + 100) * 1000;
for (;;) {
  const { items } = must(await admin('GET', '/v1/incidents'), 200);
  const open = items.filter(({ alerts }: { alerts: object[] }) => alerts.length < 4).length;
  if (open === 0 || Date.now() > endsAt) {
    tellAlerts(items);
    print(open === 0 && items.length === count + 1 ? 'nothing lost, nothing twice' : `${open} incidents lack an alert`);
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000));
}
await kill(second);
await rm(state, { recursive: true, force: true });
