import type { Page } from 'playwright-core';
import { addDays, today } from '../../web/console/parts/today.ts';
import type { Look, Who } from '../support/browser/visitor.ts';

/** One picture: whose screen, how it is looked at, and what was done on it before. */
export type Shot = {
  /** The file's name in docs/pictures, without what it ends in. */
  readonly name: string;
  readonly who: Who;
  readonly hash: string;
  readonly look: Look;
  readonly act?: (page: Page) => Promise<void>;
};

const admin: Who = { role: '管理员 · Admin' };
const planner: Who = { role: '计划员 · Planner', choice: /消防/ };
const coordinator: Who = { role: '统筹员 · Coordinator', choice: /全区/ };
const reviewer: Who = { role: '法制审核 · Reviewer', choice: /^1 · .*市场/ };
const inspector: Who = { role: '执法人员 · Inspector', choice: /消防救援大队/ };
const sentinel: Who = { role: '网格员 · Grid sentinel', choice: /清波/ };

const wide: Look = { language: 'zh-CN', width: 1280 };
const wideDark: Look = { language: 'en', width: 1280, theme: 'dark' };
const phone: Look = { language: 'zh-CN', width: 390 };
const phoneEn: Look = { language: 'en', width: 390 };

/** The entries of the menu, each with somebody who works there. */
const menu: readonly (readonly [path: string, who: Who])[] = [
  ['figures', admin],
  ['plans', planner],
  ['scenarios', planner],
  ['draws', planner],
  ['consolidations', coordinator],
  ['reviews', reviewer],
  ['today', coordinator],
  ['visits', coordinator],
  ['follow-up', coordinator],
  ['complaints', coordinator],
  ['urgent', coordinator],
  ['absences', coordinator],
  ['caps', admin],
  ['findings', coordinator],
  ['referrals', coordinator],
  ['incidents', coordinator],
  ['round', inspector],
  ['publication', admin],
  ['ratings', admin],
  ['businesses', admin],
  ['items', admin],
  ['units', admin],
  ['mediators', admin],
  ['calendar', admin],
  ['templates', admin],
  ['dead-letters', admin],
  ['settings', admin],
];

const openFirst =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().click();
    await page.locator('main .back').waitFor();
    await page.locator('main .card').first().waitFor();
  };

/** The schedule's first week that has visits. */
const openWeek = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^(最近一次在|The next is on)/ }).click();
  await page.locator('main a[href*="visits/"]').first().waitFor();
};

const inDays = (days: number): string => addDays(today(), days);

const fillPlan = async (page: Page): Promise<void> => {
  await page.getByLabel('名称', { exact: true }).fill('冬季宾馆消防检查');
  await page.getByLabel('最早').fill(inDays(14));
  await page.getByLabel('最晚').fill(inDays(8));
  await page.getByLabel('检查依据').fill('《消防法》第五十三条');
  await page.getByLabel('批准人').fill('大队长');
  await page.getByText('结束早于开始').waitFor();
};

const fillTargets = async (page: Page): Promise<void> => {
  await fillPlan(page);
  await page.getByLabel('最晚').fill(inDays(25));
  await page.getByLabel(/^宾馆、旅店消防情况的检查/).check();
  await page.getByLabel('行业').selectOption({ index: 1 });
  await page.getByLabel('街道').selectOption('S01');
  await page.getByRole('button', { name: /^加入所示/ }).click();
  await page.getByLabel('粘贴主体编号').fill('91330102MA2000000X-01');
  await page.getByRole('button', { name: '加入清单' }).click();
  await page.getByText('可以提交').first().waitFor();
  await page.getByRole('table', { name: '点名的主体' }).scrollIntoViewIfNeeded();
};

const details: readonly Shot[] = [
  { name: 'figures-by-street', who: admin, hash: '#/figures?by=street', look: wideDark, act: explainReduction },
  { name: 'plan-form', who: planner, hash: '#/plans/new', look: wide, act: fillPlan },
  { name: 'plan-targets', who: planner, hash: '#/plans/new', look: wide, act: fillTargets },
  { name: 'plan-requests', who: planner, hash: '#/plans', look: wide, act: openFirst('main table th a') },
  { name: 'proposal', who: coordinator, hash: '#/consolidations', look: wideDark, act: openFirst('main table th a') },
  { name: 'proposal-board', who: coordinator, hash: '#/consolidations', look: wide, act: openBoard },
  { name: 'schedule', who: coordinator, hash: '#/schedule', look: wide, act: openWeek },
  { name: 'schedule-phone', who: coordinator, hash: '#/schedule', look: phoneEn, act: openWeek },
  { name: 'visit', who: coordinator, hash: '#/visits', look: wide, act: openFirst('main table th a') },
  { name: 'business', who: admin, hash: '#/businesses', look: phone, act: openFirst('main table th a') },
  { name: 'sentinel-report', who: sentinel, hash: '#/incidents/report', look: phone },
];

async function explainReduction(page: Page): Promise<void> {
  await page.locator('.tile summary').first().click();
}

async function openBoard(page: Page): Promise<void> {
  await openFirst('main table th a')(page);
  await page.getByRole('link', { name: '排期板' }).click();
  await page.locator('table.board').waitFor();
}

export const shots: readonly Shot[] = [
  ...menu.map(([path, who]): Shot => ({ name: path, who, hash: `#/${path}`, look: wide })),
  ...menu.map(([path, who]): Shot => ({ name: `${path}-phone`, who, hash: `#/${path}`, look: phoneEn })),
  ...details,
];
