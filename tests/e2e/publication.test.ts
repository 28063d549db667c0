import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { must, publishVisits } from '../support/browser/published-visits.ts';
import { startSeeded } from '../support/browser/seeded-district.ts';
import { holdAccessible, launch, visiting, type Who } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';
import { place } from '../support/district/small-district.ts';

// What is public, what should be, and what must go: on the screens of those who answer for it.

let folder: string;
let local: Local;
let browser: Browser;
const visited = new Date('2026-12-01T02:00:00.000Z');
const late = new Date('2027-01-04T02:00:00.000Z');

/** Two visits on the first of December: one done, one that began and was never recorded. */
const visitTwo = async (): Promise<void> => {
  const inspector = await signedIn(local, { role: 'inspector', unit: 'fire' });
  const items = await publishVisits(local, [1, 2]);
  await local.moveClock(visited);
  for (const { visitId, businessId, code } of items) {
    await must(inspector('POST', `/v1/visits/${visitId}/check-in`, { body: { code } }));
    if (businessId !== place(1)) continue;
    const checks = [{ itemId: 'F1', outcome: 'compliant' }];
    await must(inspector('POST', `/v1/visits/${visitId}/results`, { body: { checks } }));
  }
  await local.moveClock(late);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
  await visitTwo();
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const planner: Who = { role: '计划员 · Planner', choice: /消防/ };
const admin: Who = { role: '管理员 · Admin' };

const as = visiting(() => ({ browser, baseUrl: local.baseUrl, now: late }));

test('a planner finds a public record wrong and asks for its withdrawal, on a phone', async () => {
  await as(planner, { language: 'zh-CN', width: 390 }, '#/visits?from=2026-12-01&to=2026-12-31', async (page) => {
    await page.getByRole('link', { name: '第 1 家' }).first().click();
    await page.getByText('公示内容有误，申请撤下').click();
    await holdAccessible(page, 'a visit whose results are public');
    await page.getByLabel('错在哪里').fill('主体登记有误');
    await page.getByRole('button', { name: '申请撤下' }).click();
    await page.getByText('已申请撤下，等待决定。').waitFor();
  });
});

test('an admin sees what should be public and is not, and decides what must go', async () => {
  await as(admin, { language: 'en', width: 1280, theme: 'dark' }, '#/publication', async (page) => {
    await page.getByText('1 late').waitFor();
    await page.getByRole('link', { name: '第 2 家' }).waitFor();
    await page.getByText('Decide by Thu 7 Jan').waitFor();
    await holdAccessible(page, 'publication');
    await page.getByText('Withdraw it').click();
    await page.getByLabel('Why').fill('the register was wrong');
    await page.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('None is waiting for a decision.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Published results CSV' }).click();
    expect((await download).suggestedFilename()).toBe('results.csv');
  });
});

test('who did what on whose authority is one click from the plan, with every chain whole', async () => {
  await as(planner, { language: 'zh-CN', width: 1280 }, '#/plans', async (page) => {
    await page.getByRole('link', { name: '十二月检查' }).click();
    await page.getByRole('link', { name: '全过程记录（可校验）' }).click();
    await page
      .getByText(/条，链完整/)
      .first()
      .waitFor();
    await holdAccessible(page, 'the record of a plan');
  });
});
