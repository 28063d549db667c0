import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildConsole } from '../../../infra/build-console.ts';
import { apiClient } from '../../../infra/local/demo/api-client.ts';
import { demoDistrict, demoDistrictCode } from '../../../infra/local/demo/demo-district.ts';
import { loadDemoDistrict } from '../../../infra/local/demo/load-demo-district.ts';
import { startLocal } from '../../../infra/local/start-local.ts';
import { launch } from '../../support/browser/visitor.ts';
import { type Load, loadCold } from './load-cold.ts';
import { scrollLongList } from './scroll-long-list.ts';

// npm run bench:console: what a first visit costs a browser, with nothing cached, and how a list of 50 000 rows scrolls.

const rounds = Number(process.env.ROUNDS ?? 5);
const listRows = Number(process.env.ROWS ?? 50_000);
const print = (...cells: readonly (string | number)[]): boolean => process.stdout.write(`| ${cells.join(' | ')} |\n`);
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = await mkdtemp(join(tmpdir(), 'console-bench-'));
const [local, browser] = await Promise.all([
  startLocal({ port: 0, consoleFolder: folder }),
  launch(),
  buildConsole(folder),
]);
try {
  const admin = await apiClient(local.baseUrl, demoDistrictCode).as({ role: 'admin' });
  await loadDemoDistrict(admin, demoDistrict(new Date().toISOString().slice(0, 10)));
  const token = await local.token({ role: 'admin', district: demoDistrictCode });
  await measureLoads(browser, token);
  await measureScroll(browser, token);
} finally {
  await browser.close();
  await local.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measureLoads(chromium: Browser, token: string): Promise<void> {
  print('screen, nothing cached', 'first contentful paint', 'blocking time', 'its content there', 'KB gzipped');
  print('---', '---', '---', '---', '---');
  const screens = [
    ['sign-in', '', 'main button', undefined],
    ['figures', '#/figures', '.tile .value', token],
    ['businesses, a list', '#/businesses', 'table.data tbody tr', token],
  ] as const;
  for (const [name, hash, content, as] of screens) {
    const loads: Load[] = [];
    for (let round = 0; round < rounds; round += 1) {
      loads.push(await loadCold(chromium, `${local.baseUrl}/${hash}`, content, as));
    }
    const of = (pick: (load: Load) => number): number => middle(loads.map(pick));
    print(
      name,
      `${of(({ paintMs }) => paintMs).toFixed(0)} ms`,
      `${of(({ blockedMs }) => blockedMs).toFixed(0)} ms`,
      `${of(({ contentMs }) => contentMs).toFixed(0)} ms`,
      of(({ gzippedBytes }) => gzippedBytes / 1024).toFixed(1),
    );
  }
}

async function measureScroll(chromium: Browser, token: string): Promise<void> {
  print('');
  print('scrolling', 'rows', 'frames', 'p50', 'p95', 'p99', 'longest', 'tasks over 50 ms');
  print('---', '---', '---', '---', '---', '---', '---', '---');
  for (const { name, rows, frames, longTasks } of await scrollLongList(chromium, local.baseUrl, token, listRows)) {
    const sorted = frames.toSorted((a, b) => a - b);
    const at = (share: number): string => `${(sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1)} ms`;
    print(name, rows, sorted.length, at(0.5), at(0.95), at(0.99), at(1), longTasks);
  }
}
