import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildConsole } from '../build-console.ts';
import { apiClient } from './demo/api-client.ts';
import { demoDistrict } from './demo/demo-district.ts';
import { loadDemoDistrict } from './demo/load-demo-district.ts';
import { withChannels } from './demo/with-channels.ts';
import { localDistrict, localSignIns, putCalendars } from './district.ts';
import { type LocalOptions, startLocal } from './start-local.ts';

// npm start: the whole service on this machine, with a demo district at the first start.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    state: { type: 'string' },
    empty: { type: 'boolean', default: false },
    channels: { type: 'boolean', default: false },
  },
});
const { empty, channels } = values;
// What is loaded differs, and lies apart: --empty is empty whatever was started before.
const districtFolder = channels ? 'channels' : 'demo';
const state = resolve(values.state ?? join('.local', empty ? 'empty' : districtFolder));
const startedAt = performance.now();
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const elapsed = (): string => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const loadedMark = join(state, 'demo-loaded');

const prepare: LocalOptions['prepare'] = async (address, token) => {
  if (empty) return putCalendars(address, await token({ role: 'admin', district: localDistrict }), today);
  if (existsSync(loadedMark)) return;
  print(`The API answers after ${elapsed()}; loading the demo district.`);
  const admin = await apiClient(address, localDistrict).as({ role: 'admin' });
  const demo = demoDistrict(today);
  const receiver = `http://localhost:${values.port}/local/webhook`;
  const district = channels ? withChannels(demo, receiver) : demo;
  const { items, businesses, units } = await loadDemoDistrict(admin, district);
  print(`Loaded ${items} items, ${businesses} businesses and ${units} units.`);
  await writeFile(loadedMark, today);
};

print('Bundling the functions and starting the engines.');
const [local] = await Promise.all([
  startLocal({ port: Number(values.port), state, channels, prepare }),
  buildConsole(),
]);

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  print('Stopping; what was answered is kept.');
  await local.stop();
  process.exit(0);
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

print(`
综合查一次 Inspect Once, ready after ${elapsed()}

  ${local.baseUrl}               the console: choose whom to be, and look around
  ${local.baseUrl}/docs          the API, readable
  ${local.baseUrl}/openapi.json  OpenAPI 3.1${channels ? `\n  ${local.baseUrl}/local/mailbox the e-mails, text messages and webhooks that were sent` : ''}

Data: ${state} (npm start -- --empty for a district with nothing in it)
Sign-ins for 12 hours; POST ${local.baseUrl}/local/token gives others:
`);
for (const claims of localSignIns) print(`  ${JSON.stringify(claims)}\n  ${await local.token(claims)}\n`);
