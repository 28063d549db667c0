import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { startSeeded } from '../support/browser/seeded-district.ts';
import { holdAccessible, type Look, launch, openWindow, signInAs } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';
import { place, planBody } from '../support/district/small-district.ts';

// What staff do about notices that did not arrive, and what an admin does about how they are sent.

let folder: string;
let local: Local;
let browser: Browser;
const phone: Look = { language: 'zh-CN', width: 390 };
const desk: Look = { language: 'en', width: 1280 };
const dayBefore = new Date('2026-12-01T02:00:00.000Z');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
  const planner = await signedIn(local, { role: 'planner', department: 'fire' });
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const reviewer = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
  const window = { notBefore: '2026-12-02', due: '2026-12-02' };
  await planner('POST', '/v1/plans', { body: planBody({ window, businesses: [{ businessId: place(1) }] }) });
  const span = { from: '2026-12-01', to: '2026-12-31' };
  const { json } = await coordinator('POST', '/v1/consolidations', { body: span });
  await local.drain();
  const run = `/v1/consolidations/${json.consolidationId}`;
  await reviewer('POST', `${run}/reviews`, { body: { decision: 'approved' } });
  await coordinator('POST', `${run}/publish`);
  await local.drain();
  await local.moveClock(dayBefore);
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a planner finds the unread notice, sends it again with a reason, and it leaves the list', async () => {
  const { page, errors, close } = await openWindow(browser, phone, dayBefore);
  await signInAs(page, local.baseUrl, { role: '计划员 · Planner', choice: /消防/ }, '#/follow-up');
  await page.getByText('临近未读').first().waitFor();
  await holdAccessible(page, 'follow-up');
  await page.locator('main a[href^="#/visits/"]').first().click();
  await page.getByRole('textbox', { name: '理由' }).first().fill('商户说没收到');
  await page.getByRole('button', { name: '重新发送' }).click();
  await page.getByText('要求重新发送').waitFor();
  await holdAccessible(page, 'follow-up');
  await local.drain();
  await page.goto(`${local.baseUrl}/#/follow-up`);
  await page.getByText('没有需要跟进的通知').waitFor();
  expect(errors).toEqual([]);
  await close();
});

test('an admin drafts a template beside its preview, is told what it lacks, and adds it', async () => {
  const { page, errors, close } = await openWindow(browser, desk, dayBefore);
  await signInAs(page, local.baseUrl, { role: '管理员 · Admin' }, '#/templates');
  const text = page.getByRole('textbox', { name: 'Text · English' });
  const whole = await text.inputValue();
  await text.fill(whole.replace('{rights}', ''));
  await page.getByText(/^Text · English: .*\{rights\}/).waitFor();
  await text.fill(`Dear owner,\n${whole}`);
  await page.locator('pre', { hasText: 'Dear owner,' }).waitFor();
  await page.getByRole('button', { name: 'Save the version' }).click();
  await page.getByText('1 (in use)').waitFor();
  await holdAccessible(page, 'templates and dead letters');
  await page.goto(`${local.baseUrl}/#/dead-letters`);
  await page.getByText('No dead letters.').waitFor();
  await holdAccessible(page, 'templates and dead letters');
  expect(errors).toEqual([]);
  await close();
});

test('supervision finds a complaint, answers it, and its business reads the answer', async () => {
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const { json } = await coordinator('GET', '/v1/visits?from=2026-12-01&to=2026-12-31');
  const { url } = json.items[0].notice;
  const words = new URLSearchParams({ words: '电话里说要收费', contact: '13800138000' });
  await fetch(`${local.baseUrl}${url}/complaint?lang=zh`, { method: 'POST', body: words });
  const { page, errors, close } = await openWindow(browser, phone, dayBefore);
  await signInAs(page, local.baseUrl, { role: '统筹员 · Coordinator' }, '#/complaints');
  await page.getByText('电话里说要收费').waitFor();
  await page.getByText('待答复').waitFor();
  await holdAccessible(page, 'complaints');
  await page.locator('main a[href^="#/visits/"]').first().click();
  await page.getByRole('textbox', { name: '答复' }).fill('检查不收任何费用。');
  await page.getByRole('button', { name: '答复商户' }).click();
  await page.getByText('已答复').waitFor();
  await holdAccessible(page, 'complaints');
  expect(await (await fetch(`${local.baseUrl}${url}?lang=zh`)).text()).toContain('检查不收任何费用。');
  expect(errors).toEqual([]);
  await close();
});
