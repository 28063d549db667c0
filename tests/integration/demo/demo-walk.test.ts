import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoWalk } from '../../../infra/local/demo/walk/demo-walk.ts';
import { narrator } from '../../../infra/local/demo/walk/narrator.ts';
import { startLocal } from '../../../infra/local/start-local.ts';
import { localDate } from '../../../lib/domain/local-time.ts';

const csv = readFileSync(new URL('../../../docs/examples/published-plans.csv', import.meta.url), 'utf8');
const [header, ...rows] = csv.split('\n');
const hotels = [header, ...rows.filter((row) => row.includes('宾馆、旅店'))].join('\n');

test('the published hotel plans walk from an empty state to visits, a notice, results and figures that add up', async () => {
  const written: string[] = [];
  await demoWalk({
    today: localDate(new Date()), // the product's clock is the machine's, and its windows must lie ahead
    csv: hotels,
    publishedOnly: true,
    start: () => startLocal({ port: 0 }),
    narrate: narrator((text) => written.push(text)),
  });
  const text = written.join('');
  expect(text).toMatch(/6 published rows → 2 plans .* → 115 requests/);
  expect(text).toMatch(/115 requests → \d+ visits/);
  expect(text).toContain('综合查一次检查通知书');
  expect(text).toMatch(/requests done .* 115 /);
  expect(text).toMatch(/all 150 hotels .*: [1-9]\d* need no visit/);
  expect(text).not.toMatch(/undefined|NaN|\[object/);
}, 180_000);
