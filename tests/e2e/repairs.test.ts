import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { startSeeded, today } from '../support/browser/seeded-district.ts';
import { holdAccessible, launch, visiting, type Who } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';
import { place, planBody } from '../support/district/small-district.ts';

// Urgent checks, absences, changes and caps: each shows what follows before it is done, in both languages, wide and on a phone.

let folder: string;
let local: Local;
let browser: Browser;
let visit: { readonly visitId: string; readonly day: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
  const admin = await signedIn(local, { role: 'admin' });
  const settings = { effectiveFrom: '2026-11-01', reviewLevels: [], yearlyCap: { perDepartment: 1 } };
  await admin('PUT', '/v1/settings', { body: settings });
  const fire = await signedIn(local, { role: 'planner', department: 'fire' });
  await fire('POST', '/v1/plans', { body: planBody({ businesses: [1, 2].map((n) => ({ businessId: place(n) })) }) });
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const body = { from: '2026-12-01', to: '2026-12-31' };
  const { json } = await coordinator('POST', '/v1/consolidations', { body });
  await local.drain();
  await coordinator('POST', `/v1/consolidations/${json.consolidationId}/publish`);
  await local.drain();
  const visits = await coordinator('GET', `/v1/visits?from=2026-12-01&to=2026-12-31&businessId=${place(1)}`);
  [visit] = visits.json.items;
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const coordinator: Who = { role: '统筹员 · Coordinator' };
const admin: Who = { role: '管理员 · Admin' };
const zh = { language: 'zh-CN', width: 1280 } as const;
const en = { language: 'en', width: 1280 } as const;
const phone = { language: 'zh-CN', width: 390 } as const;

const as = visiting(() => ({ browser, baseUrl: local.baseUrl, now: today }));

test('a coordinator sees what an absence would move, and makes it by one click', async () => {
  await as(coordinator, phone, '#/absences', async (page) => {
    await page.getByLabel('执法队').selectOption({ value: 'fire' });
    await page.getByLabel('从').fill(visit.day);
    await page.getByLabel('到').fill(visit.day);
    await page.getByLabel('原因').fill('流感');
    await page.getByRole('button', { name: '查看调整方案' }).click();
    await page.getByText(/确认之前什么都不会改变/).waitFor();
    await holdAccessible(page, 'absences');
    await page.getByRole('button', { name: '确认并调整' }).click();
    await local.drain();
    await page.getByText('已完成').first().waitFor();
  });
});

test('a coordinator sees every way to place an urgent check before ordering it', async () => {
  await as(coordinator, en, '#/urgent', async (page) => {
    await page.getByLabel('Business id').fill(place(3));
    await page.getByText('事项 H2').click();
    await page.getByLabel('Due').fill('2026-12-04');
    await page.getByRole('button', { name: 'Show the ways' }).click();
    await page.getByText('This one is taken').waitFor();
    await page.getByRole('radio').nth(1).check();
    await page.getByLabel('Reason').fill('A complaint');
    await page.getByLabel('Legal basis').fill('Art. 54');
    await page.getByLabel('Approved by').fill('The director');
    await holdAccessible(page, 'urgent');
    await page.getByRole('button', { name: 'Order the check' }).click();
    await local.drain();
    await page.getByRole('link', { name: 'The visit' }).waitFor();
  });
});

test('a move says what follows from it, and what stands against it', async () => {
  await as(coordinator, zh, `#/visits/${visit.visitId}`, async (page) => {
    await page.getByLabel('日期').fill('2026-12-13');
    await page.getByText('现在不能这样改：').waitFor();
    await page.getByLabel('日期').fill('2026-12-16');
    await page.getByText(/将向该主体发送新版通知书/).waitFor();
    await page.getByLabel('原因').fill('主体申请');
    await holdAccessible(page, 'one visit');
    await page.getByRole('button', { name: '照此办理' }).click();
    await local.drain();
    await page
      .getByText(/12月16日|2026-12-16/)
      .first()
      .waitFor();
  });
});

test('an admin sees which caps are used up', async () => {
  await as(admin, en, '#/caps', async (page) => {
    await page.getByRole('link', { name: '第 1 家' }).waitFor();
    await holdAccessible(page, 'caps');
  });
});
