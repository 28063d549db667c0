import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { bundleFolder, bundleFunctions } from '../../../infra/bundle.ts';
import { apiClient } from '../../../infra/local/demo/api-client.ts';
import { demoDistrict } from '../../../infra/local/demo/demo-district.ts';
import { loadDemoDistrict } from '../../../infra/local/demo/load-demo-district.ts';
import { localDistrict } from '../../../infra/local/district.ts';
import { startLocal } from '../../../infra/local/start-local.ts';

// npm run bench: own latency of an API call through gateway, function and embedded engines, and the size of every
// bundle. Compare two versions within one run of a quiet machine; single figures are the machine's as much as ours.

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const print = (line: string) => process.stdout.write(`${line}\n`);

const local = await startLocal({ port: 0 });
const admin = await apiClient(local.baseUrl, localDistrict).as({ role: 'admin' });
const district = demoDistrict(today);
await loadDemoDistrict(admin, district);
const business = district.businesses[0]?.businessId;
const item = district.items.find(
  ({ department, remote, effectiveTo }) => department === 'fire' && !remote && !effectiveTo,
);
if (!business || !item) throw new Error('the demo district has no business or no fire item');

const bearer = async (claims: Omit<Parameters<typeof local.token>[0], 'district'>) => ({
  authorization: `Bearer ${await local.token({ district: localDistrict, ...claims })}`,
  'content-type': 'application/json',
});
const plan = JSON.stringify({
  title: '性能',
  type: 'routine',
  mode: 'announced',
  items: [item.itemId],
  legalBasis: '计划',
  approval: { by: '局长' },
  window: { notBefore: today, due: `${Number(today.slice(0, 4)) + 1}-01-31` },
  businesses: district.businesses.slice(0, 200).map(({ businessId }) => ({ businessId })),
});
const asAdmin = await bearer({ role: 'admin' });
const asPlanner = await bearer({ role: 'planner', department: 'fire' });

const calls = [
  { title: 'get-item', method: 'GET', path: `/v1/items/${item.itemId}`, headers: asAdmin, connections: 1 },
  { title: 'get-item, 8 at once', method: 'GET', path: `/v1/items/${item.itemId}`, headers: asAdmin, connections: 8 },
  { title: 'list-businesses, 100', method: 'GET', path: '/v1/businesses?limit=100', headers: asAdmin, connections: 1 },
  { title: 'get-business', method: 'GET', path: `/v1/businesses/${business}`, headers: asAdmin, connections: 1 },
  { title: 'get-settings', method: 'GET', path: '/v1/settings', headers: asAdmin, connections: 1 },
  {
    title: 'submit-plan, 200 requests',
    method: 'POST',
    path: '/v1/plans',
    headers: asPlanner,
    body: plan,
    connections: 1,
  },
] as const;

print('| call | p50 ms | p99 ms | calls/s | not 2xx |\n| --- | --- | --- | --- | --- |');
for (const { title, path, connections, ...request } of calls) {
  const url = `${local.baseUrl}${path}`;
  await autocannon({ url, connections, amount: 20, ...request });
  const { latency, requests, non2xx } = await autocannon({ url, connections, duration: seconds, ...request });
  print(`| ${title} | ${latency.p50} | ${latency.p99} | ${requests.average} | ${non2xx} |`);
}
await local.stop();

await bundleFunctions();
const sizes = await Promise.all(
  (await readdir(bundleFolder)).map(async (name) => ({
    name,
    bytes: (await stat(join(bundleFolder, name, 'index.mjs'))).size,
  })),
);
print('\n| function | KB minified |\n| --- | --- |');
for (const { name, bytes } of sizes.sort((a, b) => b.bytes - a.bytes))
  print(`| ${name} | ${(bytes / 1024).toFixed(0)} |`);
