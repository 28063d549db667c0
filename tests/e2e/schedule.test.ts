import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { startSeeded, today } from '../support/browser/seeded-district.ts';
import { holdAccessible, type Look, launch, openWindow, signInAs } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';
import { place, planBody } from '../support/district/small-district.ts';

// The coordinator's centre: a proposal read and published, a visit moved by hand and by two people at once, the day as it goes.

let folder: string;
let local: Local;
let browser: Browser;
let run: string;
const desk: Look = { language: 'zh-CN', width: 1280 };
const abroad: Look = { language: 'en', width: 1280, theme: 'dark' };
const phone: Look = { language: 'zh-CN', width: 390 };
const open: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
  const admin = await signedIn(local, { role: 'admin' });
  await admin('PUT', '/v1/settings', { body: { effectiveFrom: '2026-11-01', reviewLevels: [] } });
  const window = { notBefore: '2026-12-08', due: '2026-12-18' };
  const submit = async (department: string, plan: object): Promise<void> => {
    const planner = await signedIn(local, { role: 'planner', department });
    await planner('POST', '/v1/plans', { body: planBody({ window, ...plan }) });
  };
  await submit('fire', { businesses: [1, 2].map((n) => ({ businessId: place(n) })) });
  await submit('health', { items: ['H2'], businesses: [{ businessId: place(3) }], mode: 'unannounced' });
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const body = { from: '2026-12-01', to: '2026-12-31' };
  run = (await coordinator('POST', '/v1/consolidations', { body })).json.consolidationId;
  await local.drain();
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const coordinatorAt = async (look: Look, hash: string, now = today): Promise<Page> => {
  const { page, errors, close } = await openWindow(browser, look, now);
  await signInAs(page, local.baseUrl, { role: '统筹员 · Coordinator', choice: /全区/ }, hash);
  open.push(async () => {
    expect(errors).toEqual([]);
    await close();
  });
  return page;
};
const closeAll = async (): Promise<void> => {
  for (const close of open.splice(0)) await close();
};
const visitAt = async (n: number) => {
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const path = `/v1/visits?from=2026-12-01&to=2026-12-31&businessId=${place(n)}`;
  return (await coordinator('GET', path)).json.items[0];
};
const card = (page: Page, name: string) => page.locator('.slot-card', { hasText: name });

test('a coordinator reads every notice in both languages and where it goes, and publishes', async () => {
  const page = await coordinatorAt(desk, `#/consolidations/${run}/calendar?from=2026-12-07`);
  await card(page, '第 1 家').waitFor();
  await holdAccessible(page, 'the calendar of a proposal');
  await page.getByRole('link', { name: '概况' }).click();
  await page.getByRole('button', { name: '下载证明，自行核验' }).click();
  const proof = await page.getByRole('link', { name: '下界证书' }).getAttribute('href');
  expect((await fetch(proof ?? '')).status).toBe(200);
  await page.getByRole('button', { name: '发布前逐份预览通知书' }).click();
  await page.getByText('将发出 2 份通知书；1 次不预告检查不发通知。').waitFor();
  await page.getByText('哪些主体联系不上').waitFor();
  await page.getByRole('region', { name: '中文通知书' }).getByText('事项 F1').waitFor();
  await page.getByRole('region', { name: '英文通知书' }).getByText('When: 2026-12-').waitFor();
  expect(await page.getByText('第 3 家').count()).toBe(0);
  await holdAccessible(page, 'the notices before publication');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  await local.drain();
  await page.getByText('3 次检查已成立').waitFor();
  await closeAll();
});

test('a visit that is dragged says where it fits and what follows, is moved, and moved back', async () => {
  const page = await coordinatorAt(desk, '#/schedule?from=2026-12-07');
  const before = await visitAt(1);
  const from = await card(page, '第 1 家').boundingBox();
  await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((from?.x ?? 0) + 60, (from?.y ?? 0) + 40, { steps: 3 });
  await page.locator('.target.fits').first().waitFor();
  await page.locator('.target.blocked').first().waitFor();
  const target = page.locator('.target.fits[data-place^="2026-12-11"]').first();
  const to = await target.boundingBox();
  await page.mouse.move((to?.x ?? 0) + 30, (to?.y ?? 0) + 20, { steps: 3 });
  await page.locator('.ghost', { hasText: '主体会收到新版通知书' }).waitFor();
  await page.mouse.up();
  await page.getByRole('dialog').getByText('将向该主体发送新版通知书').waitFor();
  await holdAccessible(page, 'a move');
  await page.getByLabel('原因').fill('主体申请');
  await page.getByRole('button', { name: '确认改期' }).click();
  await page.getByRole('button', { name: '撤销：改回原时间' }).click();
  expect(await visitAt(1)).toMatchObject({ day: '2026-12-11' });
  await page.getByLabel('原因').fill('改回');
  await page.getByRole('button', { name: '确认改期' }).click();
  await page.getByRole('button', { name: '撤销：改回原时间' }).nth(1).waitFor();
  expect(await visitAt(1)).toMatchObject({ day: before.day, start: before.start });
  await closeAll();
});

test('a visit is dragged by finger at its handle, and a finger that scrolls over it lifts nothing', async () => {
  const page = await coordinatorAt(desk, '#/schedule?from=2026-12-07');
  const before = await visitAt(1);
  await card(page, '第 1 家').waitFor();
  const finger = await page.context().newCDPSession(page);
  await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const middle = async (of: Locator) => {
    const box = await of.boundingBox();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const name = await middle(card(page, '第 1 家').locator('.soft').first());
  await touch('touchStart', name);
  for (const y of [20, 40]) await touch('touchMove', { x: name.x, y: name.y + y });
  expect(await page.locator('.target, .ghost').count()).toBe(0);
  await touch('touchEnd');
  const grip = await middle(card(page, '第 1 家').locator('.grip'));
  await touch('touchStart', grip);
  for (const x of [10, 30]) await touch('touchMove', { x: grip.x + x, y: grip.y });
  const target = page.locator('.target.fits[data-place^="2026-12-11"]').first();
  await target.waitFor();
  await touch('touchMove', await middle(target));
  await page.locator('.ghost', { hasText: '主体会收到新版通知书' }).waitFor();
  await touch('touchEnd');
  await page.getByRole('dialog').getByText('将向该主体发送新版通知书').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await visitAt(1)).toMatchObject({ day: before.day, start: before.start });
  await closeAll();
});

test('of two who move the same visit at once one is told where it is now, and nothing is lost', async () => {
  const [first, second] = await Promise.all([
    coordinatorAt(abroad, '#/schedule?from=2026-12-07'),
    coordinatorAt(phone, '#/schedule?from=2026-12-07'),
  ]);
  const grip = first.getByRole('button', { name: 'Move 第 2 家' });
  await grip.focus();
  await first.keyboard.press('Enter');
  await first.locator('.target.fits').first().waitFor();
  for (let step = 0; step < 20 && (await first.locator('.target.fits:focus').count()) === 0; step++) {
    await first.keyboard.press(step % 4 === 3 ? 'ArrowRight' : 'ArrowDown');
  }
  await holdAccessible(first, 'a visit that is held');
  await first.keyboard.press('Enter');
  await first.getByLabel('Reason').fill('The owner asked');
  await second.getByRole('button', { name: '改期 第 2 家' }).click();
  await second.getByRole('button', { name: '从清单选时间' }).click();
  await second
    .getByRole('dialog')
    .getByRole('button', { name: /12月16日/ })
    .first()
    .click();
  await second.getByLabel('原因').fill('会议冲突');
  await first.getByRole('button', { name: 'Move it' }).click();
  await first.getByRole('button', { name: 'Undo: move it back' }).waitFor();
  const moved = await visitAt(2);
  await second.getByRole('button', { name: '确认改期' }).click();
  await second.getByRole('button', { name: '查看最新情况' }).click();
  await second.getByText('他人刚把它改到上面的时间').waitFor();
  expect(await second.getByRole('dialog').textContent()).toContain(moved.start);
  expect(await second.getByLabel('原因').inputValue()).toBe('会议冲突');
  await holdAccessible(second, 'a move that came second');
  expect((await visitAt(2)).day).toBe(moved.day);
  await closeAll();
});

test('today’s board shows who checked in and what was reported, without a reload or a lost focus', async () => {
  const visit = await visitAt(1);
  const now = new Date(`${visit.day}T${visit.start}:00+08:00`);
  const soon = new Date(now.getTime() + 5 * 60_000);
  await local.moveClock(soon);
  const page = await coordinatorAt(phone, '#/today', soon);
  await page.getByText('到时未签到', { exact: true }).first().waitFor();
  await page.getByText('没有在办事件').waitFor();
  const row = page.getByRole('link', { name: /第 1 家/ });
  await row.focus();
  const inspector = await signedIn(local, { role: 'inspector', department: 'fire', unit: 'fire' });
  const { json } = await inspector('GET', `/v1/visits/${visit.visitId}`);
  const checkIn = await inspector('POST', `/v1/visits/${visit.visitId}/check-in`, { body: { code: json.code } });
  expect(checkIn.status, checkIn.text).toBe(200);
  const sentinel = await signedIn(local, { role: 'sentinel', street: 'S01' });
  const incident = { type: 'fire-hazard', place: '秋涛路 1 号', words: '通道被占用' };
  const reported = await sentinel('POST', '/v1/incidents', { body: incident });
  expect(reported.status, reported.text).toBe(201);
  // As if the coordinator came back to the tab: the board reads at once, and every few seconds besides.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page
    .getByText(/已签到/)
    .first()
    .waitFor();
  await page.getByText('秋涛路 1 号', { exact: true }).waitFor();
  expect(await row.evaluate((link) => link === document.activeElement)).toBe(true);
  await holdAccessible(page, 'today');
  await closeAll();
});
