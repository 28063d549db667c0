import { mkdtemp, rm } from 'node:fs/promises';
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
let visit: { visitId: string; code: string; day: string };

/** A case check of fire at the first business, wherever it finds room. */
const plannedVisit = async (): Promise<typeof visit> => {
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const { json: order } = await coordinator('POST', '/v1/urgent-requests', {
    body: {
      businessId: place(1),
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
  visit = await plannedVisit();
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
  await page.getByRole('link', { name: /1\. / }).click();
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
  await page.getByRole('link', { name: /1\. / }).click();
  await page.getByLabel('通知书上的检查码').fill(visit.code);
  await page.getByRole('button', { name: '签到' }).click();
  await page.getByText('尚未发送 1 条').first().waitFor();
  await page.getByRole('button', { name: '其余均符合' }).click();
  await page.getByLabel('照片和文件').first().setInputFiles({ name: '通道.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  await page.getByText('通道.jpg').waitFor();
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
