import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { startSeeded, today } from '../support/browser/seeded-district.ts';
import { holdAccessible, launch, visiting, type Who } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';

// What an admin takes from the figures and the settings: the paper of a month, what waits for somebody, every rule.

let folder: string;
let local: Local;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'figures-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const as = visiting(() => ({ browser, baseUrl: local.baseUrl, now: today }));
const admin: Who = { role: '管理员 · Admin' };
const zh = { language: 'zh-CN', width: 1280 } as const;

test('an admin takes the paper of the month before, and sees that nothing waits', async () => {
  await as(admin, zh, '#/figures', async (page) => {
    await page.getByText('没有接近上限的主体。').waitFor();
    await page.getByText('没有送达失败的通知。').waitFor();
    await page.getByText('没有逾期的问题。').waitFor();
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载月报（PDF）' }).click();
    const paper = await arriving;
    expect(paper.suggestedFilename()).toBe('综合查一次月报-2026-10.pdf');
    const file = await readFile(await paper.path());
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true });
    expect(text.replace(/\s+/g, '')).toContain('综合查一次统计月报（2026年10月）');
    await holdAccessible(page, 'figures');
  });
});

test('the paper is a coordinator’s and an admin’s, and no month before its first day', async () => {
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const paper = await coordinator('GET', '/v1/statistics/report.pdf?month=2026-11');
  expect(paper.status).toBe(200);
  expect(paper.headers.get('content-type')).toBe('application/pdf');
  expect(paper.headers.get('content-disposition')).toContain('report-2026-11.pdf');
  const { status, json } = await coordinator('GET', '/v1/statistics/report.pdf?month=2026-12', {
    headers: { 'accept-language': 'en' },
  });
  expect({ status, path: json.errors[0].path, message: json.errors[0].message }).toEqual({
    status: 400,
    path: 'month',
    message: 'Not in the future',
  });
});
