import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildConsole } from '../../infra/build-console.ts';
import type { Local } from '../../infra/local/start-local.ts';
import { startSeeded } from '../support/browser/seeded-district.ts';
import { holdAccessible, launch, openWindow, signInAs } from '../support/browser/visitor.ts';
import { signedIn } from '../support/district/http-client.ts';
import { place } from '../support/district/small-district.ts';

// An inspector's day with a phone that loses its network at the door.

let folder: string;
let local: Local;
let browser: Browser;
type Planned = { visitId: string; code: string; day: string };
let visit: Planned;
let other: Planned;

/** A case check of fire at a business, wherever it finds room. */
const plannedVisit = async (n: number): Promise<Planned> => {
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const { json: order } = await coordinator('POST', '/v1/urgent-requests', {
    body: {
      businessId: place(n),
      items: ['F1', 'F2'],
      window: { notBefore: '2026-11-24', due: '2026-12-18' },
      legalBasis: 'x',
      approval: { by: 'x' },
      mode: 'announced',
      reason: 'x',
    },
  });
  await local.drain();
  const command = await coordinator('GET', `/v1/commands/${order.commandId}`);
  const found = await coordinator('GET', `/v1/visits/${command.json.outcome.visitId}`);
  return found.json;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'field-'));
  [browser, local] = await Promise.all([launch(), startSeeded(folder), buildConsole(folder)]);
  visit = await plannedVisit(1);
  other = await plannedVisit(2);
  await local.moveClock(new Date(`${visit.day}T00:30:00.000Z`));
});

afterAll(async () => {
  await browser?.close();
  await local?.stop();
  await rm(folder, { recursive: true, force: true });
});

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

test('an inspector goes through a visit without a network, and it is all there when the network is back', async () => {
  const morning = new Date(`${visit.day}T00:30:00.000Z`);
  const { page, close } = await openWindow(browser, { language: 'zh-CN', width: 390 }, morning);
  const inspector = { role: '执法人员 · Inspector', choice: /消防救援大队/ };
  await signInAs(page, local.baseUrl, inspector, '#/round');
  await page.getByRole('link', { name: /第 1 家/ }).click();
  await page.getByLabel('通知书上的检查码').waitFor();
  await holdAccessible(page, 'a stop');
  await page.goBack();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let left = 50; left > 0 && !(await caches.match('./config.json')); left -= 1)
      await new Promise((done) => setTimeout(done, 100));
  });

  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('没有网络：行程为').waitFor();
  await page.getByRole('link', { name: /第 1 家/ }).click();
  await page.getByLabel('通知书上的检查码').fill(visit.code);
  await page.getByRole('button', { name: '签到' }).click();
  await page.getByText('尚未发送 1 条').first().waitFor();
  await page.getByRole('button', { name: '其余均符合' }).click();
  await page.getByLabel('照片和文件').first().setInputFiles({ name: '通道.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  await page.getByText('通道.jpg').first().waitFor();
  await page.getByLabel('照片和文件').first().setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: jpeg });
  await page.getByText('a.html：只接受图片或 PDF').waitFor();
  await page.reload();
  await page.getByText('通道.jpg').first().waitFor();
  await page.getByRole('button', { name: /提交 2/ }).click();
  await page.getByText('尚未发送 2 条').first().waitFor();
  await holdAccessible(page, 'a stop without a network');
  await page.reload();
  await page.getByText('尚未发送 2 条').first().waitFor();

  await page.clock.setFixedTime(new Date(`${visit.day}T03:00:00.000Z`));
  await local.moveClock(new Date(`${visit.day}T03:00:05.000Z`));
  await page.context().setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page
    .getByText(/尚未发送/)
    .first()
    .waitFor({ state: 'detached' });
  await close();

  await local.drain();
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const { json: body } = await coordinator('GET', `/v1/visits/${visit.visitId}`);
  expect(body.status).toBe('done');
  expect(body.checkIns).toMatchObject([{ at: morning.toISOString() }]);
  const [first, second] = body.attending[0].checks;
  expect([first.outcome, second.outcome]).toEqual(['compliant', 'compliant']);
  expect(first.madeAt).toBe(morning.toISOString());
  const [{ fileId }] = [...(first.files ?? []), ...(second.files ?? [])];
  const file = await coordinator('GET', `/v1/visits/${visit.visitId}/files/${fileId}`);
  expect(file.json).toMatchObject({ scan: 'clean', kind: 'photo', name: '通道.jpg' });
  const fetched = await fetch(file.json.url);
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(jpeg);
});

test('a result that was recorded wrong is corrected with its reason, and the round is had as a table', async () => {
  const afternoon = new Date(`${visit.day}T06:00:00.000Z`);
  await local.moveClock(afternoon);
  const { page, errors, close } = await openWindow(browser, { language: 'zh-CN', width: 390 }, afternoon);
  const inspector = { role: '执法人员 · Inspector', choice: /消防救援大队/ };
  await signInAs(page, local.baseUrl, inspector, '#/round');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  expect(await readFile((await file.path()) ?? '', 'utf8')).toContain(visit.visitId);
  await page.goto(`${local.baseUrl}/#/round/${visit.visitId}`);
  await page.getByLabel('更正哪一项').selectOption({ index: 1 });
  await page.getByLabel('发现问题').check();
  await page.getByLabel('问题描述').fill('复看照片，通道被占用');
  await page.getByLabel('更正原因').fill('当时误填');
  await holdAccessible(page, 'a correction');
  await page.getByRole('button', { name: '提交第 2 版' }).click();
  await page.getByText('第 2 版，更正第 1 版：当时误填').waitFor();
  expect(errors).toEqual([]);
  await close();
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const { json: body } = await coordinator('GET', `/v1/visits/${visit.visitId}`);
  const corrected = body.attending[0].checks.find(
    ({ resultVersion }: { resultVersion?: number }) => resultVersion === 2,
  );
  expect(corrected).toMatchObject({ outcome: 'finding', earlier: [{ version: 1, outcome: 'compliant' }] });
});

test('a visit that nobody recorded on its day is recorded later, with the time and the reason', async () => {
  const later = new Date(Date.parse(`${other.day}T01:00:00.000Z`) + 3 * 86_400_000);
  await local.moveClock(later);
  const { page, close } = await openWindow(browser, { language: 'en', width: 390 }, later);
  const inspector = { role: '执法人员 · Inspector', choice: /消防救援大队/ };
  await signInAs(page, local.baseUrl, inspector, `#/round/${other.visitId}`);
  await page.getByLabel('The code on the notice').fill(other.code);
  await page.getByText('Done earlier than now').click();
  await page.getByLabel('When it was done').fill(`${other.day}T09:40`);
  await page.getByRole('button', { name: 'Check in' }).click();
  await page.getByRole('alert').waitFor();
  await holdAccessible(page, 'a check-in that comes later');
  await page.getByLabel('Why it comes later').fill('on paper: the phone had no power');
  await page.getByRole('button', { name: 'Check in' }).click();
  await page.getByRole('button', { name: 'All others compliant' }).waitFor();
  await close();
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const { json: body } = await coordinator('GET', `/v1/visits/${other.visitId}`);
  expect(body.checkIns).toMatchObject([
    { at: `${other.day}T01:40:00.000Z`, lateReason: 'on paper: the phone had no power' },
  ]);
});
