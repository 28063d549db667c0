import { deflateSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start-local.ts';
import { holdAccessible, type Look, launch, openWindow } from '../support/browser/visitor.ts';
import { type HttpAnswer, type HttpClient, signedIn } from '../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../support/district/small-district.ts';

// What a shop owner sees and does, on a phone and on a screen, in both languages, without scripts. `PICTURES=folder` keeps
// pictures of it.

let local: Local;
let browser: Browser;
let coordinator: HttpClient;
let inspector: HttpClient;
let visitId: string;
let otherId: string;

const today = new Date('2026-11-23T01:00:00.000Z');
const looks = [
  { language: 'zh-CN', width: 360, scripts: false },
  { language: 'en', width: 1280, scripts: false },
] as const satisfies readonly Look[];

const must = async (answer: Promise<HttpAnswer>, status: number): Promise<HttpAnswer['json']> => {
  const { status: got, json, text } = await answer;
  expect(got, text).toBe(status);
  return json;
};
const visit = (id = visitId) => must(coordinator('GET', `/v1/visits/${id}`), 200);
const langOf = ({ language }: Look) => language.slice(0, 2);

/** One window without scripts; axe, which is a script, looks at the same page in another. */
const inWindow = async (look: Look, path: string, act: (page: Page) => Promise<void>): Promise<void> => {
  const { page, close } = await openWindow(browser, look, today);
  const answer = await page.goto(`${local.baseUrl}${path}${path.includes('?') ? '&' : '?'}lang=${langOf(look)}`);
  expect((await answer?.body())?.length, path).toBeLessThan(30_000);
  await act(page);
  await close();
};
const holdPage = async (look: Look, path: string, name: string): Promise<void> => {
  const { scripts: _, ...withScripts } = look;
  await inWindow(withScripts, path, async (page) => {
    await holdAccessible(page, name);
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/${name}-${langOf(look)}.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    expect(violations, `${name} in the dark`).toEqual([]);
  });
};

/** The smallest picture that is one: a grey point. */
const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};
const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
  chunk('IEND', Buffer.alloc(0)),
]);

beforeAll(async () => {
  [local, browser] = await Promise.all([startLocal({ port: 0 }), launch()]);
  await local.moveClock(today);
  const admin = await signedIn(local, { role: 'admin' });
  const planner = await signedIn(local, { role: 'planner', department: 'fire' });
  const reviewer = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
  coordinator = await signedIn(local, { role: 'coordinator' });
  inspector = await signedIn(local, { role: 'inspector', unit: 'fire' });
  const names = {
    departments: {
      fire: { zh: '消防救援大队', en: 'Fire and rescue' },
      health: { zh: '卫生健康局', en: 'Health' },
      market: { zh: '市场监督管理局', en: 'Market supervision' },
    },
  };
  await must(admin('PUT', '/v1/settings', { body: { effectiveFrom: '2026-01-01', names } }), 200);
  for (const year of [2026, 2027])
    await must(admin('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar }), 200);
  for (const rows of ['items', 'businesses', 'units'] as const) {
    await must(admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }), 200);
  }
  const body = planBody({ items: ['F1', 'F2'], businesses: [{ businessId: place(1) }, { businessId: place(2) }] });
  await must(planner('POST', '/v1/plans', { body }), 201);
  const span = { from: '2026-12-01', to: '2026-12-31' };
  const { consolidationId } = await must(coordinator('POST', '/v1/consolidations', { body: span }), 202);
  await local.drain();
  const run = `/v1/consolidations/${consolidationId}`;
  await must(reviewer('POST', `${run}/reviews`, { body: { decision: 'approved' } }), 200);
  await must(coordinator('POST', `${run}/publish`), 202);
  await local.drain();
  const { items } = await must(coordinator('GET', `/v1/visits?from=2026-12-01&to=2026-12-31`), 200);
  const idOf = (n: number) => items.find((one: { businessId: string }) => one.businessId === place(n)).visitId;
  [visitId, otherId] = [idOf(1), idOf(2)];
});
afterAll(async () => {
  await Promise.all([browser?.close(), local?.stop()]);
});

test('the notice reads well on a phone and on a screen, prints, and comes as a paper', async () => {
  const { notice, code } = await visit();
  for (const look of looks) {
    await inWindow(look, notice.url, async (page) => {
      const text = (await page.textContent('body')) ?? '';
      for (const part of [code, '第 1 家', 'ZJ-fire-', '营业执照', look.language === 'en' ? 'at most 4' : '上限 4 次'])
        expect(text).toContain(part);
      const pdf = await page.pdf({ format: 'A4' });
      const print = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
      expect(print.text).toContain(code);
      expect(print.text).not.toMatch(/提交|Send/);
    });
    await holdPage(look, notice.url, 'notice');
    const paper = await fetch(`${local.baseUrl}${notice.url}/notice.pdf?lang=${langOf(look)}`);
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await paper.arrayBuffer())), {
      mergePages: true,
    });
    expect(text.replace(/\s/g, '')).toContain('第1家');
  }
  const moved = await fetch(`${local.baseUrl}${notice.url}/notice.pdf?version=2`);
  expect(moved.status).toBe(409);
});

test('the business acknowledges, and asks for another time, by forms alone', async () => {
  await inWindow(looks[0], (await visit()).notice.url, async (page) => {
    await page.getByRole('button', { name: '确认收到' }).click();
    await page.getByText('您已确认收到本通知').waitFor();
    await page.getByText('时间不便？另约时间').click();
    await page.locator('input[name=time]').last().check();
    await page.getByRole('button', { name: '申请改期' }).click();
    await page.getByText(/已申请改期|已按您的申请改期/).waitFor();
  });
  await local.drain();
  const moved = await visit();
  expect(moved).toMatchObject({ notice: { version: 2 } });
  await inWindow(looks[0], moved.notice.url, async (page) => {
    const said = (await page.textContent('.alarm')) ?? '';
    expect(said).toContain(`${moved.day} ${moved.start}`);
    expect(said).not.toContain('When');
  });
  await holdPage(looks[1], moved.notice.url, 'notice-changed');
});

test('a code is typed by keyboard, and says nothing before its time', async () => {
  const { code, day, start } = await visit();
  const tell = async (look: Look, typed: string, said: string) =>
    inWindow(look, '/v', async (page) => {
      await page.locator('#code:focus').waitFor();
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await page.getByText(said).waitFor();
    });
  await tell(looks[0], code, '没有查到正在进行的检查');
  await tell(looks[1], 'WRONG', 'No visit is on under this code');
  await local.moveClock(new Date(`${day}T${start}:00+08:00`));
  await tell(looks[0], code.toLowerCase(), '该检查属实');
  await tell(looks[1], `${code.slice(0, 5)}-${code.slice(5)}`, 'This visit is genuine');
  await holdPage(looks[1], '/v', 'code-entry');
  await holdPage(looks[0], '/v/NONE', 'code-unknown');
  for (const look of looks) await holdPage(look, `/v/${code}`, 'code');
});

test('a finding is answered with words and a photo, and what becomes of it shows', async () => {
  const { code } = await visit();
  await must(inspector('POST', `/v1/visits/${visitId}/check-in`, { body: { code } }), 200);
  const findings = [{ description: '疏散通道堆放纸箱', severity: 'minor', due: '2026-12-30' }];
  const checks = [
    { itemId: 'F1', outcome: 'finding', findings },
    { itemId: 'F2', outcome: 'compliant' },
  ];
  await must(inspector('POST', `/v1/visits/${visitId}/results`, { body: { checks } }), 200);
  await local.drain();
  const { notice } = await visit();
  const [finding] = (await must(inspector('GET', `/v1/findings?visitId=${visitId}`), 200)).items;
  const path = `${notice.url}/findings/${finding.findingId}`;
  await inWindow(looks[0], notice.url, async (page) => {
    await page.getByText('疏散通道堆放纸箱').first().waitFor();
    await page.getByRole('link', { name: '提交整改说明和照片' }).click();
    const film = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
    await page.locator('input[type=file]').setInputFiles(film);
    await page.getByRole('button', { name: '上传这张照片' }).click();
    await page.getByText('刚才的文件没有添加：不是照片').waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('button', { name: '上传这张照片' }).click();
    await page.getByText('已添加 1 张照片').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('1 photo added').waitFor();
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByLabel('整改说明').fill('　');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请填写文字').waitFor();
    await page.goBack();
    await page.getByText('已添加 1 张照片').waitFor();
    await page.getByLabel('整改说明').fill('纸箱已清走，通道畅通。');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已答复，待核查').waitFor();
    await page.getByText('您的答复（照片 1 张）').waitFor();
  });
  for (const look of looks) {
    await holdPage(look, notice.url, 'notice-after');
    await holdPage(look, path, 'answer');
  }
  const seen = await must(inspector('GET', `/v1/findings/${finding.findingId}`), 200);
  expect(seen).toMatchObject({ status: 'answered', answers: [{ text: '纸箱已清走，通道畅通。' }] });
  const photo = await must(inspector('GET', `/v1/visits/${visitId}/files/${seen.answers[0].files[0]}`), 200);
  expect(photo).toMatchObject({ contentType: 'image/png', scan: 'clean', bytes: png.length });
  expect(Buffer.from(await (await fetch(photo.url)).arrayBuffer())).toEqual(png);
});

test('the visit is rated and complained about, and the units learn of neither', async () => {
  await inWindow(looks[0], (await visit()).notice.url, async (page) => {
    await page.getByLabel('4 满意').check();
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('感谢您的评价').waitFor();
    await page.getByText('投诉', { exact: true }).first().click();
    await page.getByLabel('投诉内容').fill('态度生硬');
    await page.getByRole('button', { name: '提交投诉' }).click();
    await page.getByText('已收到您的 1 条投诉').waitFor();
  });
  await holdPage(looks[0], (await visit()).notice.url, 'notice-rated');
  const { text } = await inspector('GET', `/v1/visits/${visitId}`);
  expect(text).not.toMatch(/态度生硬|"score"/);
  expect(await visit()).toMatchObject({ complaints: [{ words: '态度生硬' }] });
});

test('a visit that is called off says so, and nobody is left alone with a link or a code that opens nothing', async () => {
  await local.moveClock(today);
  await must(coordinator('POST', `/v1/visits/${otherId}/cancel`, { body: { reason: '企业停业装修' } }), 202);
  await local.drain();
  const { notice } = await visit(otherId);
  await inWindow(looks[0], notice.url, async (page) => {
    await page.getByText('本次检查已取消，无需等候。').waitFor();
    await page.getByText('取消原因：企业停业装修').waitFor();
    await page.getByRole('link', { name: '从日历移除' }).waitFor();
    expect(await page.getByRole('button', { name: '确认收到' }).count()).toBe(0);
  });
  await holdPage(looks[0], notice.url, 'notice-cancelled');
  await holdPage(looks[0], '/n/forged', 'link-closed');
  await inWindow(looks[1], '/n/forged', async (page) => {
    await page.getByRole('link', { name: 'verify the visit by the code on your notice' }).click();
    await page.getByLabel('Code').waitFor();
  });
  for (let n = 0; n < 10; n += 1) await fetch(`${local.baseUrl}/v/WRONG${n}`);
  await holdPage(looks[1], '/v/WRONG', 'code-too-often');
});
