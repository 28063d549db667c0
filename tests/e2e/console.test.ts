import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { startSeeded, today } from '../support/browser/seeded-district.ts';
import { holdAccessible, launch, openWindow, visiting, type Who } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';
import { place } from '../support/district/small-district.ts';

// The console driven as people would, role after role, on one district that fills as they work.

let folder: string;
let local: Local;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const planner = (department: RegExp): Who => ({ role: '计划员 · Planner', choice: department });
const coordinator: Who = { role: '统筹员 · Coordinator' };
const reviewer: Who = { role: '法制审核 · Reviewer', choice: /^1 · .*消防/ };
const inspector: Who = { role: '执法人员 · Inspector', choice: /消防救援大队/ };
const admin: Who = { role: '管理员 · Admin' };

/** Somebody's window, signed in; what they do in it; and that nothing went wrong on the way. */
const as = visiting(() => ({ browser, baseUrl: local.baseUrl, now: today }));

const zh = { language: 'zh-CN', width: 1280 } as const;
const en = { language: 'en', width: 1280 } as const;
const phone = { language: 'zh-CN', width: 390 } as const;
const enPhone = { language: 'en', width: 390 } as const;

test('signing in opens the screen that was asked for, and signing out ends it', async () => {
  await as(admin, en, '#/units', async (page) => {
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Units');
    expect(await page.evaluate(() => location.search)).toBe('');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await holdAccessible(page, 'welcome');
  });
});

describe('a planner', () => {
  test('is told at the field what the service refuses, keeps what was typed, and submits named businesses', async () => {
    await as(planner(/消防/), zh, '#/plans/new', async (page) => {
      await page.getByLabel('名称', { exact: true }).fill('冬季消防专项');
      await page.getByText('专项检查', { exact: true }).click();
      await page.getByLabel('最早').fill('2026-12-01');
      await page.getByLabel('最晚').fill('2026-12-18');
      await page.getByLabel('检查依据').fill('《消防法》第五十三条');
      await page.getByLabel('批准人').fill('大队长');
      await page.getByLabel(/事项 F1/).check();
      await page.getByLabel(/事项 F2/).check();
      const pasted = [place(1), place(2), '91330102MA2000000X-01', place(1), `${place(3)},,2026-12-10`].join('\n');
      await page.getByLabel('粘贴主体编号').fill(pasted);
      await page.getByRole('button', { name: '加入清单' }).click();
      await page.getByText('2 行有误', { exact: true }).waitFor();
      await page.getByText('与第 1 项重复').waitFor();
      await holdAccessible(page, 'new plan with faulty rows');
      await page.getByRole('button', { name: '提交计划' }).click();
      const summary = page.getByRole('alert');
      await summary.waitFor();
      expect(await summary.textContent()).toContain('请求编号');
      expect(await page.getByLabel('批准文号').getAttribute('aria-invalid')).toBe('true');
      await holdAccessible(page, 'refused plan');
      await summary.getByRole('link').first().click();
      await page.keyboard.type('上消专〔2026〕1号');
      await page.getByRole('button', { name: '移除有误的行' }).click();
      await page.getByRole('button', { name: '提交计划' }).click();
      await page.getByText('3 项检查任务进入待统筹').waitFor();
      await page.getByRole('link', { name: '查看每项任务的去向' }).click();
      await page.getByText('待统筹', { exact: true }).first().waitFor();
      await page.getByRole('link', { name: '第 1 家' }).waitFor();
      await holdAccessible(page, 'plan');
    });
  });

  test('draws businesses with a partner, on a phone, in English', async () => {
    await as(planner(/Health/), enPhone, '#/plans/new', async (page) => {
      await page.getByLabel('Title').fill('Hotels in December');
      await page.getByLabel('Not before').fill('2026-12-01');
      await page.getByLabel('Due').fill('2026-12-18');
      await page.getByLabel('Legal basis').fill('Yearly plan');
      await page.getByLabel('Approved by').fill('Director');
      await page.getByText('Market supervision', { exact: true }).click();
      await page.getByLabel(/事项 H1/).check();
      await page.getByLabel(/事项 M1/).check();
      await page.getByText('Drawn at random').click();
      await page.getByLabel('Industry').selectOption('hotel');
      await page.getByText('By credit grade').click();
      await page.getByLabel('Grade A').fill('100');
      await page.getByLabel('Grade C').fill('100');
      await page.getByLabel(/Seed/).fill('k');
      await holdAccessible(page, 'draw');
      await page.reload();
      expect(await page.getByLabel(/Seed/).inputValue()).toBe('k');
      await page.getByRole('button', { name: 'Submit', exact: true }).click();
      await page.getByText('6 of 6 were drawn').waitFor();
      await holdAccessible(page, 'drawn plan');
    });
  });

  /** Submits a plan of the market for one business. */
  const submitMistake = async (page: Page, title: string): Promise<void> => {
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Not before').fill('2026-12-01');
    await page.getByLabel('Due').fill('2026-12-18');
    await page.getByLabel('Legal basis').fill('Yearly plan');
    await page.getByLabel('Approved by').fill('Director');
    await page.getByLabel(/事项 M1/).check();
    await page.getByLabel('Name, id or address').fill('第 7');
    await page.getByRole('checkbox', { name: /第 7 家/ }).check();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'The plan is in' }).waitFor();
  };

  test('withdraws a plan, and says why', async () => {
    await as(planner(/Market/), en, '#/plans/new', async (page) => {
      await submitMistake(page, 'By mistake');
      await page.getByRole('link', { name: 'See what becomes of each' }).click();
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await page.getByLabel(/Reason/).fill('Sent twice');
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
      await page.getByText('Sent twice').waitFor();
      await page.getByText('Withdrawn', { exact: true }).first().waitFor();
    });
  });

  test('withdraws several plans at once', async () => {
    await as(planner(/Market/), en, '#/plans/new', async (page) => {
      await submitMistake(page, 'Mistake one');
      await page.getByRole('button', { name: 'Another plan' }).click();
      await submitMistake(page, 'Mistake two');
      await page.getByRole('link', { name: 'Plans', exact: true }).first().click();
      await page.getByRole('checkbox', { name: 'Choose Mistake one' }).check();
      await page.getByRole('checkbox', { name: 'Choose Mistake two' }).check();
      await page.getByText('2 plans chosen, 2 requests').waitFor();
      await page.getByRole('button', { name: 'Withdraw the chosen' }).click();
      await holdAccessible(page, 'the question before several are withdrawn');
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
      await page.getByText('2 plans withdrawn.').waitFor();
      await page.getByRole('checkbox', { name: 'Choose Mistake one' }).waitFor({ state: 'detached' });
    });
  });
});

describe('a coordinator', () => {
  test('starts a consolidation, watches it, and sees what was merged and why', async () => {
    await as(coordinator, zh, '#/consolidations', async (page) => {
      await page.getByLabel('名称（可不填）').fill('十二月统筹');
      await page.getByRole('button', { name: '开始统筹' }).click();
      await page.getByRole('link', { name: '排期板' }).waitFor();
      await page.getByText('这是什么意思').click();
      await page.getByText(/任何方案的代价都不低于/).waitFor();
      await holdAccessible(page, 'proposal');
      await page.getByRole('link', { name: '排期板' }).click();
      await page.getByRole('table', { name: '各执法队每日检查次数' }).waitFor();
      await holdAccessible(page, 'board');
      await page.getByRole('link', { name: '拟定检查' }).click();
      await page
        .getByText(/少上门 \d+ 次/)
        .first()
        .waitFor();
      await page.getByText('合并了什么').first().click();
      await page.getByLabel('合并情况').selectOption('joint');
      await holdAccessible(page, 'proposed visits');
      await page.getByRole('link', { name: '未能安排' }).click();
      await page.getByText('所有任务都已安排。').waitFor();
      await holdAccessible(page, 'left out');
    });
  });
});

test('a reviewer finds their turn in the queue and approves with a comment', async () => {
  await as(reviewer, enPhone, '', async (page) => {
    await page.getByText('Your turn').waitFor();
    await holdAccessible(page, 'reviews');
    await page.getByRole('link', { name: 'Look and decide' }).click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Comment').fill('Basis and procedure hold.');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Review approved').waitFor();
    await holdAccessible(page, 'reviewed');
  });
});

test('the coordinator publishes after a question, and watches the command to its end', async () => {
  await as(coordinator, en, '#/consolidations', async (page) => {
    await page.getByRole('link', { name: '十二月统筹' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published', { exact: true }).first().waitFor();
    await page.getByText(/visits stand, 0 requests went back/).waitFor();
  });
  await local.drain();
});

let code = '';
let visitId = '';

/** The other units of the visit record theirs, so that it is done and counts. */
const finishFirstVisit = async (): Promise<void> => {
  const read = await signedIn(local, { role: 'coordinator' });
  const { json: visit } = await read('GET', `/v1/visits/${visitId}`);
  for (const { unitId, checks } of visit.attending) {
    if (unitId === 'fire') continue;
    const other = await signedIn(local, { role: 'inspector', unit: unitId });
    const results = checks.map(({ itemId }: { itemId: string }) => ({ itemId, outcome: 'compliant' }));
    expect((await other('POST', `/v1/visits/${visitId}/results`, { body: { checks: results } })).status).toBe(200);
  }
  await local.drain();
};

test('a coordinator finds a visit, and opens the notice as the business sees it, which needs no scripts', async () => {
  let notice = '';
  await as(coordinator, zh, '#/visits', async (page) => {
    await page.getByLabel('执法队').selectOption('fire');
    await page.getByLabel('通知').selectOption('sent');
    await page.locator('.chip', { hasText: '已发送' }).first().waitFor();
    await holdAccessible(page, 'visits');
    await page.getByRole('link', { name: '第 1 家' }).click();
    notice = (await page.getByRole('link', { name: '打开主体所见的通知书' }).getAttribute('href')) ?? '';
    visitId = decodeURIComponent(new URL(page.url()).hash.split('/')[2] ?? '');
    code = (await page.locator('.code').textContent()) ?? '';
    await holdAccessible(page, 'visit');
  });
  for (const look of [{ ...phone, scripts: false }, { ...enPhone, theme: 'dark', scripts: false }, zh] as const) {
    const { page, close } = await openWindow(browser, look, today);
    await page.goto(`${local.baseUrl}${notice}${look.language === 'en' ? '?lang=en' : ''}`);
    expect(await page.textContent('body')).toContain(code);
    if (!('scripts' in look)) await holdAccessible(page, 'notice');
    await page.goto(`${local.baseUrl}/v/${code}?lang=${look.language === 'en' ? 'en' : 'zh'}`);
    expect(await page.textContent('body')).not.toContain('第 1 家'); // its time is not near
    if (!('scripts' in look)) await holdAccessible(page, 'code');
    await close();
  }
});

test('an inspector checks in by the code, and records a finding, on a phone', async () => {
  await as(inspector, phone, '', async (page) => {
    await page.getByRole('link', { name: /第 1 家/ }).waitFor();
    await holdAccessible(page, 'round');
    await page.getByRole('link', { name: /第 1 家/ }).click();
    await page.getByLabel('通知书上的检查码').fill('WRONG');
    await page.getByRole('button', { name: '签到' }).click();
    await page.getByText('检查码不符').first().waitFor();
    expect(await page.getByLabel('通知书上的检查码').inputValue()).toBe('WRONG');
    await page.getByLabel('通知书上的检查码').fill(code);
    await page.getByRole('button', { name: '签到' }).click();
    const first = page.locator('.check-form').first();
    await first.getByText('发现问题', { exact: true }).click();
    await page.getByRole('button', { name: '其余均符合' }).click();
    await page.getByRole('button', { name: /提交 \d+ \/ \d+ 项结果/ }).click();
    await page.getByRole('alert').waitFor();
    await holdAccessible(page, 'refused results');
    await first.getByLabel('问题描述').fill('疏散通道堆放杂物');
    await page.getByRole('button', { name: /提交 \d+ \/ \d+ 项结果/ }).click();
    await page.getByText('疏散通道堆放杂物').waitFor();
    await holdAccessible(page, 'recorded');
  });
  await finishFirstVisit();
});

describe('an admin', () => {
  test('sees the figures with their formula', async () => {
    await as(admin, en, '', async (page) => {
      await page.getByText('How requests became visits').waitFor();
      await page.getByText('How it is counted').first().click();
      await page
        .getByText(/requests done − \d+ visits/)
        .first()
        .waitFor();
      await holdAccessible(page, 'figures');
      await page.getByLabel('Group').selectOption('street');
      await page.getByRole('columnheader', { name: 'Street' }).waitFor();
      await holdAccessible(page, 'figures by street');
    });
  });
});
