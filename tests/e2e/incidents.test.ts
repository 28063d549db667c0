import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { startSeeded } from '../support/browser/seeded-district.ts';
import { holdAccessible, launch, visiting, type Who } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';
import { place } from '../support/district/small-district.ts';

// An incident from the sentinel's phone to the record of how it was handled.

let folder: string;
let local: Local;
let browser: Browser;
const night = new Date('2026-12-31T15:59:00.000Z');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
  await local.moveClock(night);
  const admin = await signedIn(local, { role: 'admin' });
  const roster = await admin('PUT', '/v1/duty-rosters/S01', { body: { shifts: [], otherwise: 'fire' } });
  expect(roster.status, roster.text).toBe(200);
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const sentinel: Who = { role: '网格员 · Grid sentinel' };
const inspector: Who = { role: '执法人员 · Inspector', choice: /消防救援大队/ };
const coordinator: Who = { role: '统筹员 · Coordinator', choice: /全区/ };
const admin: Who = { role: '管理员 · Admin' };

const as = visiting(() => ({ browser, baseUrl: local.baseUrl, now: night }));

test('a sentinel reports by thumb, with a photo, and sees whose turn it is', async () => {
  await as(sentinel, { language: 'zh-CN', width: 390 }, '', async (page) => {
    await page.getByRole('link', { name: '上报事件' }).click();
    await page.getByText('消防隐患').click();
    await page.getByLabel('地点').fill('秋涛路 1 号门前');
    await page.getByLabel('情况说明').fill('消防通道被电动自行车占用');
    const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a photo') };
    await page.getByLabel('照片').setInputFiles(photo);
    await page.getByText('已上传 1 张').waitFor();
    await holdAccessible(page, 'the report form');
    await page.getByRole('button', { name: '上报' }).click();
    await page.getByRole('heading', { name: '消防隐患' }).waitFor();
    await page.getByRole('timer').getByText('首次响应').waitFor();
    await page.getByText('已派单').first().waitFor();
    await page.getByRole('link', { name: '照片 1' }).waitFor();
    await holdAccessible(page, 'a reported incident');
  });
});

test('the unit on duty answers and resolves it from the board', async () => {
  await as(inspector, { language: 'en', width: 390 }, '#/incidents', async (page) => {
    await page.getByText('1 open, 0 late').waitFor();
    await holdAccessible(page, 'the board');
    await page.getByRole('link', { name: /Fire hazard/ }).click();
    await page.getByRole('button', { name: 'Answer: we are on it' }).click();
    await page.getByRole('timer').getByText('Handling').waitFor();
    await page.getByLabel('What was done').fill('Moved the bicycles');
    await page.getByRole('button', { name: 'Resolved' }).click();
    await page.getByText('Moved the bicycles').first().waitFor();
    await holdAccessible(page, 'a resolved incident');
  });
});

test('a coordinator reads how it went, its whole record and the figures', async () => {
  await as(coordinator, { language: 'zh-CN', width: 1280 }, '#/incidents', async (page) => {
    await page.getByText('在办 0 件，超时 0 件').waitFor();
    await page.getByRole('link', { name: /消防隐患/ }).click();
    await page.locator('#content').getByRole('link', { name: '全过程记录' }).click(); // the menu has one too
    await page.getByText('4 条，链完整').waitFor();
    await page
      .getByText(/执法人员 .*fire/)
      .first()
      .waitFor();
    await holdAccessible(page, 'the whole record');
    await page.goto(`${local.baseUrl}/#/incident-figures`);
    await page.getByRole('heading', { name: '全区' }).waitFor();
    await holdAccessible(page, 'the figures');
  });
});

test('an admin says who has the duty and where they are told', async () => {
  await as(admin, { language: 'zh-CN', width: 390, theme: 'dark' }, '#/duty-rosters', async (page) => {
    await holdAccessible(page, 'the rosters');
    await page.getByRole('link', { name: '清波街道' }).click();
    await page.getByText('现在值班：fire').waitFor();
    await page.getByRole('button', { name: '添加联系方式' }).click();
    const contact = page.getByRole('group', { name: '联系方式 1' });
    await contact.getByLabel('执法队').selectOption('fire');
    await contact.getByLabel('短信').fill('13800000001');
    await holdAccessible(page, 'one roster');
    await page.getByRole('button', { name: '保存值班表' }).click();
    await page.getByText('已保存').waitFor();
  });
});

test('a coordinator turns what cannot be handled on the spot into an urgent check, and sees who was told', async () => {
  const sentinel = await signedIn(local, { role: 'sentinel', street: 'S01' });
  const body = { type: 'waste', place: '路口', businessId: place(1) };
  const { json } = await sentinel('POST', '/v1/incidents', { body });
  await as(coordinator, { language: 'zh-CN', width: 1280 }, `#/incidents/${json.incidentId}`, async (page) => {
    await page.getByText(/值班执法队: 派单/).waitFor();
    await page.getByText('现场处置不了，需要检查该主体').click();
    await page.getByRole('checkbox', { name: /F1/ }).check();
    await page.getByText(/将单独安排在/).waitFor();
    await page.getByLabel('法律依据').fill('行政处罚法第五十四条');
    await page.getByLabel('批准人').fill('局长');
    await holdAccessible(page, 'an incident about to become an urgent check');
    await page.getByRole('button', { name: '转为紧急检查' }).click();
    await page.getByText('已转紧急检查').first().waitFor();
  });
});
