import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { apiClient } from './demo/api-client.ts';
import { demoDistrict } from './demo/demo-district.ts';
import { loadDemoDistrict } from './demo/load-demo-district.ts';
import { localDistrict, localSignIns, putCalendars } from './district.ts';
import { startLocal } from './start-local.ts';

// npm start: the whole service on this machine, with a demo district at the first start.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    state: { type: 'string', default: '.local' },
    empty: { type: 'boolean', default: false },
  },
});
const state = resolve(values.state);
const startedAt = performance.now();
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const elapsed = (): string => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

const local = await startLocal({ port: Number(values.port), state });

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

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const loadedMark = join(state, 'demo-loaded');
if (values.empty) {
  await putCalendars(local.baseUrl, await local.token({ role: 'admin', district: localDistrict }), today);
} else if (!existsSync(loadedMark)) {
  print(`The API answers at ${local.baseUrl} after ${elapsed()}; loading the demo district.`);
  const admin = await apiClient(local.baseUrl, localDistrict).as({ role: 'admin' });
  const { items, businesses, units } = await loadDemoDistrict(admin, demoDistrict(today));
  print(`Loaded ${items} items, ${businesses} businesses and ${units} units.`);
  await writeFile(loadedMark, today);
}

print(`
综合查一次 Inspect Once, ready after ${elapsed()}

  ${local.baseUrl}               console, or a list of addresses
  ${local.baseUrl}/docs          the API, readable
  ${local.baseUrl}/openapi.json  OpenAPI 3.1

Data: ${state} (npm start -- --empty --state <dir> for a district with nothing in it)
Sign-ins for 12 hours; POST ${local.baseUrl}/local/token gives others:
`);
for (const claims of localSignIns) print(`  ${JSON.stringify(claims)}\n  ${await local.token(claims)}\n`);
