import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { must, publishVisits } from '../support/browser/published-visits.ts';
import { startSeeded } from '../support/browser/seeded-district.ts';
import { holdAccessible, launch, visiting, type Who } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';

// The screens of findings, referrals and mediators, driven by those who handle them.

let folder: string;
let local: Local;
let browser: Browser;
const found = new Date('2026-12-01T02:00:00.000Z');
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const overdue = new Date('2026-12-23T02:00:00.000Z');

/** One visit with two findings, recorded on the first of December. */
const findSomething = async (): Promise<void> => {
  const inspector = await signedIn(local, { role: 'inspector', unit: 'fire' });
  const items = await publishVisits(local, [1]);
  await local.moveClock(found);
  const [{ visitId, code }] = items;
  await must(inspector('POST', `/v1/visits/${visitId}/check-in`, { body: { code } }));
  const findings = [
    { description: '疏散通道堆放杂物', severity: 'minor' },
    { description: '私存易燃易爆物品', severity: 'major', due: '2026-12-30' },
  ];
  const checks = [{ itemId: 'F1', outcome: 'finding', findings }];
  await must(inspector('POST', `/v1/visits/${visitId}/results`, { body: { checks } }));
  const mediators = [{ mediatorId: 'M1', name: '周调解', organisation: '清波调委会', effectiveFrom: '2026-01-01' }];
  await must((await signedIn(local, { role: 'admin' }))('POST', '/v1/mediators/import', { body: { mediators } }));
  await local.moveClock(overdue);
  await local.drain();
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
  await findSomething();
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const inspector: Who = { role: '执法人员 · Inspector', choice: /消防救援大队/ };
const reviewer: Who = { role: '法制审核 · Reviewer', choice: /^1 · .*消防/ };
const admin: Who = { role: '管理员 · Admin' };
const zh = { language: 'zh-CN', width: 1280 } as const;
const enPhone = { language: 'en', width: 390 } as const;

const as = visiting(() => ({ browser, baseUrl: local.baseUrl, now: overdue }));

test('an inspector sees what is overdue, is told what can’t be done and why, and decides', async () => {
  await as(inspector, zh, '#/findings', async (page) => {
    await page.getByText('逾期 1 天').waitFor();
    await holdAccessible(page, 'findings');
    await page.getByRole('link', { name: '疏散通道堆放杂物' }).click();
    await page.getByRole('heading', { level: 1, name: '疏散通道堆放杂物' }).waitFor();
    await page.getByText('现在不能办的，及原因').click();
    await page.getByText('— 整改尚未复查确认').first().waitFor();
    await page.getByRole('button', { name: '处置：自治协商' }).click();
    await holdAccessible(page, 'one finding with a form');
    await page.getByLabel('理由').fill('双方自愿');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('调解员').selectOption('M1');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('转自治协商').waitFor();
  });
});

test('a suspected crime goes to review with its clock, on a phone', async () => {
  await as(inspector, enPhone, '#/findings', async (page) => {
    await page.getByRole('link', { name: '私存易燃易爆物品' }).click();
    await page.getByRole('button', { name: 'Refer', exact: true }).click();
    await page.getByLabel('To', { exact: true }).selectOption('market');
    await page.getByLabel('Reason').fill('belongs to market supervision');
    await page.getByLabel('Evidence that goes along').fill('record of the visit');
    await page
      .getByLabel('Photos and documents')
      .setInputFiles({ name: 'gas.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await page.getByText('1 uploaded').waitFor();
    await holdAccessible(page, 'a form with a file');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('link', { name: 'See the referral' }).click();
    await page.getByText('72 hours left').waitFor();
    await page.getByText('gas.jpg').first().waitFor();
    await local.drain();
    await page.getByRole('link', { name: 'gas.jpg' }).waitFor();
    await holdAccessible(page, 'one referral');
  });
  await as(reviewer, zh, '#/referrals?status=running', async (page) => {
    await page.getByRole('link', { name: '私存易燃易爆物品' }).waitFor();
    await holdAccessible(page, 'referrals');
    await page.getByRole('link', { name: '私存易燃易爆物品' }).click();
    await page.getByLabel('决定').selectOption('approved');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('待移送').waitFor();
  });
});

test('an admin finds the register of mediators', async () => {
  await as(admin, enPhone, '#/mediators', async (page) => {
    await page.getByText('周调解').waitFor();
    await holdAccessible(page, 'mediators');
  });
});
