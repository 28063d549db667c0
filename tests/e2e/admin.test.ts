import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { startSeeded, today } from '../support/browser/seeded-district.ts';
import { holdAccessible, type Look, launch, openWindow, signInAs } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';
import { place, smallDistrict } from '../support/district/small-district.ts';

// What an admin does about the rules and the registers.

let folder: string;
let local: Local;
let browser: Browser;
const desk: Look = { language: 'zh-CN', width: 1280 };
const phone: Look = { language: 'en', width: 390, theme: 'dark' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
});
afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const asAdmin = async (look: Look, hash: string, work: (page: Page) => Promise<void>): Promise<void> => {
  const { page, errors, close } = await openWindow(browser, look, today);
  await signInAs(page, local.baseUrl, { role: '管理员 · Admin' }, hash);
  await work(page);
  expect(errors).toEqual([]);
  await close();
};

test('a setting is changed from a day on: bounds as it is typed, before and after, then in force and in the history', async () => {
  await asAdmin(desk, '#/settings/change', async (page) => {
    await page.getByLabel('自何日起生效').fill('2026-11-23');
    await page.getByLabel('变更依据').fill('区政府办公室〔2026〕18号');
    await page.getByLabel('提前通知').fill('99');
    await page.getByText('须为 0 至 30 的整数').waitFor();
    await page.getByLabel('提前通知').fill('4');
    await page.getByRole('button', { name: '添加安静期' }).click();
    await page.getByRole('button', { name: '查看变更并保存' }).click();
    await page.getByRole('alert').getByText('事由').waitFor();
    await holdAccessible(page, 'a change refused');
    await page.getByLabel('事由').fill('春节');
    await page.getByLabel('自', { exact: true }).fill('2027-02-05');
    await page.getByLabel('至（含）').fill('2027-02-12');
    await page.getByRole('button', { name: '查看变更并保存' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: /提前通知 3 个工作日 4 个工作日/ }).waitFor();
    await dialog.getByText(/已发出的不变/).waitFor();
    await holdAccessible(page, 'before and after');
    await dialog.getByRole('button', { name: '保存变更' }).click();
    await page.getByText('区政府办公室〔2026〕18号').waitFor();
    await page.getByText('现行', { exact: true }).waitFor();
    await holdAccessible(page, 'history of the settings');
    await page.getByRole('link', { name: '现行参数' }).click();
    await page.getByLabel('查找参数').fill('提前通知');
    await page.getByRole('row', { name: /提前通知.*4 个工作日/ }).waitFor();
  });
});

test('two admins at once: the slower one is told, keeps what was typed, and saves over what stands then', async () => {
  const other = await signedIn(local, { role: 'admin' });
  await asAdmin(phone, '#/settings/change', async (page) => {
    await page.getByLabel('In force from').fill('2026-12-15');
    await page.getByLabel('Shortest gap between visits').fill('6');
    await page.getByRole('button', { name: 'Review and save' }).click();
    await page.getByRole('dialog').waitFor();
    await other('PUT', '/v1/settings', { body: { effectiveFrom: '2026-12-15', minGapDays: 9 } });
    await page.getByRole('button', { name: 'Save the change' }).click();
    await page.getByText(/Somebody changed the settings of this date/).waitFor();
    await holdAccessible(page, 'overtaken');
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('9 days').waitFor();
    await page.getByRole('button', { name: 'Save the change' }).click();
    await page.getByText('Version 2').first().waitFor();
    await holdAccessible(page, 'history on a phone');
  });
});

test('a register is looked through before any row of it is imported, and the faulty rows are handed back', async () => {
  const { businessId: _, ...some } = smallDistrict.businesses[0] ?? {};
  const rows = [
    { ...some, businessId: place(98) },
    { ...some, businessId: 'nonsense' },
  ];
  const buffer = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
  const reader = await signedIn(local, { role: 'admin' });
  await asAdmin(desk, '#/businesses', async (page) => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'new.ndjson', mimeType: 'application/x-ndjson', buffer });
    await page.getByText(/共 2 行，可导入 1，有误 1/).waitFor();
    await page.getByRole('table', { name: '有误的行' }).getByText('businessId').waitFor();
    expect((await reader('GET', `/v1/businesses/${place(98)}`)).status).toBe(404);
    await holdAccessible(page, 'a file that was checked');
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await page.getByText(/新增 1，.*有误 1/).waitFor();
    await page.getByText('历次导入').click();
    await page.getByRole('table', { name: '历次导入' }).getByText('已导入').waitFor();
    await holdAccessible(page, 'imports so far');
    expect((await reader('GET', `/v1/businesses/${place(98)}`)).status).toBe(200);
  });
});
