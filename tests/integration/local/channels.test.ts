import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localWebhookKey } from '../../../infra/local/mailbox/local-channels.ts';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { publishVisits } from '../../support/browser/published-visits.ts';
import { type HttpAnswer, type HttpClient, httpClient, signedIn } from '../../support/district/http-client.ts';
import { place, smallDistrict } from '../../support/district/small-district.ts';

// Every channel on the one-machine run: what a business gets, what comes back, and what follows from it.

let local: Local;
let anyone: HttpClient;
let visits: HttpAnswer['json'][];
const logged: string[] = [];
const calls: string[] = [];

const contactsOf = (n: number): object | undefined =>
  [
    { email: 'desk@example.com', phone: '13800138001', webhook: `${local.baseUrl}/local/webhook` },
    { email: 'bounce+2@simulator.amazonses.com', phone: '13800138002', channels: ['email', 'sms'] },
    { email: 'third@example.com', phone: '13800130000', channels: ['sms', 'email'] },
  ][n];

beforeAll(async () => {
  local = await startLocal({
    port: 0,
    channels: true,
    onLog: (lines) => logged.push(lines),
    onCall: ({ functionName, action }) => calls.push(`${functionName} ${action}`),
  });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  anyone = httpClient(local.baseUrl);
  const admin = await signedIn(local, { role: 'admin' });
  for (const year of [2026, 2027]) await admin('PUT', `/v1/calendar/${year}`, { body: smallDistrict.calendar });
  const businesses = smallDistrict.businesses.map((one, n) => ({ ...one, contacts: contactsOf(n) ?? one.contacts }));
  for (const [rows, body] of Object.entries({ ...smallDistrict, businesses }).slice(1))
    await admin('POST', `/v1/${rows}/import`, { body: { [rows]: body } });
  visits = await publishVisits(local, [1, 2, 3]);
});
afterAll(() => local?.stop());

const channelsOf = async (n: number) => {
  const coordinator = await signedIn(local, { role: 'coordinator' });
  const listed = visits.find(({ businessId }) => businessId === place(n));
  const { json } = await coordinator('GET', `/v1/visits/${listed.visitId}`);
  return {
    status: json.notice.status,
    channels: Object.fromEntries(
      json.notice.channels.map(({ channel, status }: { channel: string; status: string }) => [channel, status]),
    ),
    url: json.notice.url,
  };
};

/** The address of the message that names `receiver` on the mailbox's list. */
const messageTo = async (receiver: string): Promise<string> => {
  const { text } = await anyone('GET', '/local/mailbox?lang=en');
  const card = text.split('<article').find((part) => part.includes(`<dd>${receiver}</dd>`)) ?? '';
  return /\/local\/mailbox\/[\w-]+/.exec(card)?.[0] ?? '';
};
const pageTo = async (receiver: string): Promise<string> =>
  (await anyone('GET', `${await messageTo(receiver)}?lang=en`)).text;
const mailTo = async (receiver: string): Promise<Email> => {
  const answer = await fetch(`${local.baseUrl}${await messageTo(receiver)}/message.eml`);
  return PostalMime.parse(await answer.arrayBuffer());
};
const fileOf = ({ attachments }: Email, type: string): Uint8Array => {
  const content = attachments.find(({ mimeType }) => mimeType === type)?.content;
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content ?? []);
};

test('a business with every address gets every channel, and each says that it arrived', async () => {
  const { status, channels, url } = await channelsOf(1);
  expect({ status, channels }).toEqual({
    status: 'delivered',
    channels: { portal: 'sent', email: 'delivered', sms: 'delivered', webhook: 'delivered' },
  });
  const mail = await mailTo('desk@example.com');
  expect(mail.subject).toContain('第 1 家');
  const { text } = await extractText(await getDocumentProxy(fileOf(mail, 'application/pdf')), { mergePages: true });
  expect(text.replace(/\s/g, '')).toContain('第1家');
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(fileOf(mail, 'text/calendar'))));
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  expect(await pageTo(`${local.baseUrl}/local/webhook`)).toContain('verified and acted on');
  for (const receiver of ['desk@example.com', '+8613800138001', `${local.baseUrl}/local/webhook`])
    expect(await pageTo(receiver)).toContain(`href="${local.baseUrl}${url}"`);
});

test('an e-mail that bounces is followed by the next channel, and a phone that is off likewise', async () => {
  expect(await channelsOf(2)).toMatchObject({
    status: 'delivered',
    channels: { portal: 'sent', email: 'failed', sms: 'delivered' },
  });
  expect(await pageTo('bounce+2@simulator.amazonses.com')).toContain('bounced');
  expect(await channelsOf(3)).toMatchObject({
    status: 'delivered',
    channels: { portal: 'sent', sms: 'failed', email: 'delivered' },
  });
  expect(await pageTo('+8613800130000')).toContain('Phone is currently unreachable/unavailable');
});

test('the test of a template goes to who asked for it, and nobody reports on it', async () => {
  const admin = await signedIn(local, { role: 'admin', email: 'admin@example.com' });
  const { status, text } = await admin('POST', '/v1/notice-templates/test-send', { body: {} });
  expect(status, text).toBe(200);
  await local.drain();
  const page = await pageTo('admin@example.com');
  expect(page).toContain('【测试】');
  expect(page).not.toContain('delivered');
});

test('what sends is granted it by name, and no token, address or number is in a log', async () => {
  const sends = calls.filter((one) => / s(es|ns):/.test(one));
  expect([...new Set(sends)].toSorted()).toEqual([
    'send-notice ses:SendEmail',
    'send-notice ses:SendRawEmail',
    'send-notice sns:Publish',
    'test-notice-template ses:SendEmail',
    'test-notice-template ses:SendRawEmail',
  ]);
  const log = logged.join('');
  const { url } = await channelsOf(1);
  expect(log).toContain('delivery report');
  for (const secret of [url.slice(3), 'desk@example.com', '13800138001', localWebhookKey])
    expect(log).not.toContain(secret);
});

test('what staff look at from the console is not read by the business; what the business opens is', async () => {
  const headers = {
    'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36',
  };
  const { url } = await channelsOf(1);
  const looked = await anyone('GET', `${url}?look=staff`, { headers });
  expect(looked.text).toContain('?lang=en&amp;look=staff');
  expect((await channelsOf(1)).status).toBe('delivered');
  await anyone('GET', url, { headers });
  expect((await channelsOf(1)).status).toBe('read');
});
