import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import { apiClient } from '../../infra/local/demo/api-client.ts';
import { demoDistrict, demoDistrictCode } from '../../infra/local/demo/demo-district.ts';
import { loadDemoDistrict } from '../../infra/local/demo/load-demo-district.ts';
import { type Local, startLocal } from '../../infra/local/start-local.ts';
import { operations } from '../../lib/contract/operations.ts';
import { today } from '../support/browser/seeded-district.ts';
import { holdAccessible, type Look, launch, openWindow, visiting, type Who } from '../support/browser/visitor.ts';

// The demo district as npm start loads it, on which each role does its main task, once in Chinese and once in English.

let folder: string;
let local: Local;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roles-'));
  [browser, local] = await Promise.all([
    launch(),
    startLocal({ port: 0, consoleFolder: folder }),
    buildConsole(folder),
  ]);
  await local.moveClock(today);
  const admin = await apiClient(local.baseUrl, demoDistrictCode).as({ role: 'admin' });
  await loadDemoDistrict(admin, demoDistrict(today.toISOString().slice(0, 10)));
  await admin.call(operations['put-duty-roster'], {
    params: { street: 'S01' },
    body: { shifts: [], otherwise: 'fire' },
  });
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const as = visiting(() => ({ browser, baseUrl: local.baseUrl, now: today }));

const planner: Who = { role: '计划员 · Planner', choice: /消防/ };
const coordinator: Who = { role: '统筹员 · Coordinator' };
const reviewer: Who = { role: '法制审核 · Reviewer', choice: /^1 · .*市场/ };
const supervisor: Who = { role: '法制审核 · Reviewer', choice: /^3 · / };
const inspector: Who = { role: '执法人员 · Inspector', choice: /消防救援大队/ };
const admin: Who = { role: '管理员 · Admin' };
const sentinel: Who = { role: '网格员 · Grid sentinel', choice: /清波/ };

const rounds = [
  { language: 'zh-CN', say: (zh: string, _: string): string => zh },
  { language: 'en', say: (_: string, en: string): string => en },
] as const;

describe.each(rounds)('in $language', ({ language, say }) => {
  const wide: Look = { language, width: 1280 };
  const phone: Look = { language, width: 390 };
  const title = say('冬季消防', 'Winter fire safety');
  let business = '';
  let code = '';
  let notice = '';

  test('a planner is told at once what a rule has against the plan, mends it and submits', async () => {
    await as(planner, wide, '#/plans/new', async (page) => {
      await page.getByLabel(say('名称', 'Title'), { exact: true }).fill(title);
      await page.getByLabel(say('最早', 'Not before')).fill('2026-12-07');
      await page.getByLabel(say('最晚', 'Due')).fill('2026-12-01');
      await page.getByLabel(say('检查依据', 'Legal basis')).fill('《消防法》第五十三条');
      await page.getByLabel(say('批准人', 'Approved by')).fill('大队长');
      await page.getByLabel(/^宾馆、旅店消防情况的检查/).check();
      await page.getByText(say('结束早于开始', 'Ends before it begins')).waitFor();
      await page.getByLabel(say('最晚', 'Due')).fill('2026-12-18');
      await page.getByLabel(say('行业', 'Industry')).selectOption({ index: 1 });
      await page.getByLabel(say('街道', 'Street')).selectOption('S01');
      const found = page.locator('.picker', { hasText: say('信用', 'grade') }).locator('label');
      const first = found.nth(language === 'en' ? 1 : 0);
      business =
        (await first
          .locator('span')
          .first()
          .evaluate(({ firstChild }) => firstChild?.textContent)) ?? '';
      await first.getByRole('checkbox').check();
      await page.getByLabel(say('粘贴主体编号', 'Paste ids')).fill('91330102MA2H3DR08B-99');
      await page.getByRole('button', { name: say('加入清单', 'Add to the list') }).click();
      await page.getByText(say('1 行有误', '1 faulty'), { exact: true }).waitFor();
      await page.getByText(say('按现在的内容：1 项检查任务', 'As it stands: 1 requests')).waitFor();
      await page.getByRole('button', { name: say('提交计划', 'Submit'), exact: true }).click();
      await page.getByText(say('1 项检查任务进入待统筹', '1 requests wait to be consolidated')).waitFor();
    });
  });

  test('a coordinator has it placed, and sees what the proposal supposes and where it lies', async () => {
    await as(coordinator, wide, '#/consolidations', async (page) => {
      await page.getByLabel(say('名称（可不填）', 'Title (optional)')).fill(title);
      await page.getByRole('button', { name: say('开始统筹', 'Start'), exact: true }).click();
      await page.getByRole('link', { name: say('拟定检查', 'Proposed visits') }).click();
      await page.getByText(business).first().waitFor();
    });
  });

  test('a reviewer finds their turn on a phone, and approves', async () => {
    await as(reviewer, phone, '#/reviews', async (page) => {
      await page.getByRole('link', { name: say('查看并审核', 'Look and decide') }).click();
      await page.getByLabel(say('审核意见', 'Comment')).fill(say('依据与程序合法。', 'Basis and procedure hold.'));
      await page.getByRole('button', { name: say('审核通过', 'Approve') }).click();
      await page
        .locator('.chip', { hasText: say('审核通过', 'Approved') })
        .first()
        .waitFor();
    });
  });

  test('the coordinator publishes it, and finds the visit with its notice', async () => {
    await as(coordinator, wide, '#/consolidations', async (page) => {
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('button', { name: say('发布', 'Publish'), exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('确认发布', 'Publish') })
        .click();
      await page.getByText(say('已发布', 'Published'), { exact: true }).first().waitFor();
      await local.drain();
      await page.goto(`${local.baseUrl}/#/visits?notice=sent`);
      await page.getByRole('link', { name: business }).click();
      code = (await page.locator('.code').first().textContent()) ?? '';
      const link = page.getByRole('link', { name: say('打开主体所见的通知书', 'as the business sees it') });
      notice = (await link.getAttribute('href')) ?? '';
    });
  });

  test('the business reads its notice and says so, with scripts turned off', async () => {
    const { page, close } = await openWindow(browser, { ...phone, scripts: false }, today);
    await page.goto(`${local.baseUrl}${notice}${language === 'en' ? '?lang=en' : ''}`);
    expect(await page.textContent('body')).toContain(business);
    await page.getByRole('button', { name: say('确认收到', 'I have received this') }).click();
    await page.getByText(say('您已确认收到本通知', 'You have acknowledged this notice')).first().waitFor();
    await close();
  });

  test('an inspector checks in at the door by the code, and records what was found', async () => {
    await as(inspector, phone, '#/round', async (page) => {
      await page.getByRole('link', { name: business }).click();
      await page.getByLabel(say('通知书上的检查码', 'The code on the notice')).fill(code);
      await page.getByRole('button', { name: say('签到', 'Check in') }).click();
      const form = page.locator('.check-form').first();
      await form.getByText(say('发现问题', 'Finding'), { exact: true }).click();
      await form.getByLabel(say('问题描述', 'What is wrong')).fill(say('疏散通道堆放杂物', 'The exit is blocked'));
      await page.getByRole('button', { name: say('提交', 'Send') }).click();
      await page.getByText(say('疏散通道堆放杂物', 'The exit is blocked')).waitFor();
    });
    await local.drain();
  });

  test('the planner sees what became of the request, in words', async () => {
    await as(planner, phone, '#/plans', async (page) => {
      await page.getByRole('link', { name: title }).click();
      await page.getByText(say('已完成', 'Done'), { exact: true }).first().waitFor();
    });
  });

  test('an admin has a figure explained with its own numbers, and opens the list behind it', async () => {
    await as(admin, wide, '#/figures', async (page) => {
      const tile = page.locator('.tile', { hasText: say('问题发现率', 'Problem-found rate') });
      await tile.getByText(say('怎么算的', 'How it is counted')).click();
      await tile.getByText(/÷ .* = 100\.0%/).waitFor();
      await tile.getByRole('link').click();
      await page.getByRole('link', { name: business }).waitFor();
      const arriving = page.waitForEvent('download');
      await page.getByRole('button', { name: say('导出 Excel', 'Export XLSX') }).click();
      expect((await arriving).suggestedFilename()).toMatch(/\.xlsx$/);
    });
  });

  test('supervision follows the whole record of the visit', async () => {
    await as(supervisor, wide, '#/visits?status=done', async (page) => {
      await page.getByRole('link', { name: business }).click();
      await page
        .locator('main')
        .getByRole('link', { name: say('全过程记录', 'The whole record') })
        .click();
      await page.getByText(say('链完整', 'chain holds')).first().waitFor();
    });
  });

  test('a sentinel reports what they see, and the unit on duty answers within its clock', async () => {
    const what = say('通道被占用', 'The passage is blocked');
    await as(sentinel, phone, '#/incidents', async (page) => {
      await page.getByRole('link', { name: say('上报事件', 'Report'), exact: true }).click();
      await page.getByText(say('消防隐患', 'Fire hazard')).click();
      await page.getByLabel(say('地点', 'Where')).fill(say('秋涛路 1 号', '1 Qiutao Road'));
      await page.getByLabel(say('情况说明', 'What you see')).fill(what);
      await page.getByRole('button', { name: say('上报', 'Report'), exact: true }).click();
      await page.getByRole('timer').first().waitFor();
    });
    await local.drain();
    await as(inspector, phone, '#/incidents', async (page) => {
      await page
        .getByRole('link', { name: say('消防隐患', 'Fire hazard') })
        .first()
        .click();
      await page.getByRole('button', { name: say('响应：我们去处理', 'Answer: we are on it') }).click();
      await page.getByLabel(say('处置情况', 'What was done')).fill(what);
      await page.getByRole('button', { name: say('处置完毕', 'Resolved') }).click();
      await page.getByRole('button', { name: say('处置完毕', 'Resolved') }).waitFor({ state: 'detached' });
    });
  });
});

describe('by keyboard alone', () => {
  const isInDialogOrNowhere = (): boolean =>
    document.activeElement === document.body || document.activeElement?.closest('dialog') instanceof HTMLElement;
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

  test('the way past the menu comes first, a screen that opens has the focus, and a dialog gives it back', async () => {
    await as(planner, { language: 'en', width: 1280 }, '#/plans', async (page) => {
      expect(await page.evaluate(() => document.querySelector('a, button, input')?.textContent)).toBe(
        'Skip to content',
      );
      await page.getByRole('button', { name: 'Skip to content' }).press('Enter');
      expect(await focused(page)).toBe('Plans');
      await page.getByRole('link', { name: 'Draws' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('h1:focus', { hasText: 'Draws' }).waitFor();
      await page.goBack();
      await page.getByRole('link', { name: 'Winter fire safety' }).click();
      const opener = page.getByRole('button', { name: 'Withdraw' });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog[open]').waitFor();
      for (let stop = 0; stop < 5; stop += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(isInDialogOrNowhere)).toBe(true);
      }
      await page.keyboard.press('Escape');
      await page.locator('button:focus', { hasText: 'Withdraw' }).waitFor();
    });
  });

  test('Escape closes the menu of a phone', async () => {
    await as(planner, { language: 'zh-CN', width: 390 }, '#/plans', async (page) => {
      await page.getByRole('button', { name: '菜单' }).press('Enter');
      await page.getByRole('link', { name: '双随机抽取' }).focus();
      await page.keyboard.press('Escape');
      await page.locator('button:focus[aria-expanded=false]', { hasText: '菜单' }).waitFor();
    });
  });
});

const wideLight: Look = { language: 'zh-CN', width: 1280, theme: 'light' };
const wideDark: Look = { language: 'en', width: 1280, theme: 'dark' };
const phoneDark: Look = { language: 'en', width: 390, theme: 'dark' };
const phoneLight: Look = { language: 'zh-CN', width: 390, theme: 'light' };
const seen = new Set<string | null>();

// The whole menus of those who have most, each in another look; then what only others have.
describe.each([
  ['an admin', admin, wideLight, 'all'],
  ['a coordinator', coordinator, phoneDark, 'all'],
  ['a planner', planner, wideDark, 'all'],
  ['a reviewer', reviewer, phoneLight, 'unseen'],
  ['an inspector', inspector, phoneLight, 'unseen'],
  ['a sentinel', sentinel, phoneLight, 'unseen'],
] as const)('the menu of %s', (_, who, look, which) => {
  test(`every screen is accessible: ${look.language}, ${look.width} pixels, ${look.theme}`, async () => {
    await as(who, look, '', async (page) => {
      const hrefs = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(hrefs.length).toBeGreaterThan(0);
      for (const href of which === 'all' ? hrefs : hrefs.filter((one) => !seen.has(one))) {
        seen.add(href);
        await page.evaluate((hash) => {
          location.hash = hash ?? '';
        }, href);
        await page.locator(`nav a[href="${href}"][aria-current=page]`).waitFor({ state: 'attached' });
        await page.locator('main h1').waitFor();
        await page.locator('main', { hasNotText: /正在(读取|打开)…|(Loading|Opening)…/ }).waitFor();
        await holdAccessible(page, `${href} ${JSON.stringify(look)}`);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(look.language);
        expect(await page.title()).toContain((await page.locator('main h1').textContent()) ?? '');
      }
    });
  });
});
