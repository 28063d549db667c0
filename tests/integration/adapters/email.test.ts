import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noticePdfSource } from '../../../lib/adapters/notice-pdf-source.ts';
import { pdfPrinter } from '../../../lib/adapters/pdf/pdf-printer.ts';
import { sesSender } from '../../../lib/adapters/ses/ses-sender.ts';
import { toNoticeView } from '../../../lib/app/notices/get-notice.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { visitToNotice } from '../../../lib/domain/notices/notice.ts';
import { visitToCalendar } from '../../../lib/domain/notices/visit-calendar.ts';
import { noticePdf } from '../../../web/notice-pdf.ts';
import { anOutgoingNotice } from '../../support/a-notice.ts';
import { aVisit } from '../../support/a-visit.ts';

// What SES's API receives, captured on loopback: the signed request of the client that is deployed, opened as the
// business's mail program would. The same server stands for the function that sets the paper.

type Received = {
  readonly path: string;
  readonly body: { readonly Content: { readonly Raw: { readonly Data: string } } };
};
const received: Received[] = [];
const asked: string[] = [];
let printed: Buffer;
let paper: { readonly status: number; readonly content: Buffer };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method === 'GET') {
      asked.push(request.url ?? '');
      response.writeHead(paper.status, { 'content-type': 'application/pdf' }).end(paper.content);
      return;
    }
    received.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
    response.setHeader('content-type', 'application/json').end('{"MessageId":"m1"}');
  });
});
let client: SESv2Client;
let address: string;

const visit = aVisit();
const notice = visitToNotice(visit, defaultSettings, 'zh-CN');
const view = toNoticeView(visit, notice, 'https://example.com', 'zh-CN');
const urls = { notice: 'https://example.com/n/t', verify: view.verifyUrl };
const outgoing = () =>
  anOutgoingNotice({
    title: `${notice.title} ${notice.businessName} ${notice.day}`,
    text: view.text,
    url: `${address}/n/t`,
    calendar: visitToCalendar(visit, notice, urls, 'zh-CN'),
  });

beforeAll(async () => {
  const printer = pdfPrinter();
  printed = await printer.print(noticePdf(view, 'zh-CN', printer.has));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new SESv2Client({
    region: 'local',
    endpoint: address,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
beforeEach(() => {
  received.splice(0);
  asked.splice(0);
  paper = { status: 200, content: printed };
});
afterAll(() => {
  client.destroy();
  server.close();
});

const sent = async (): Promise<Email | undefined> => {
  const sender = sesSender(client, 'notices@example.com', { pdfOf: noticePdfSource });
  expect(await sender.send(outgoing(), { email: 'desk@example.com' })).toMatchObject({ status: 'sent' });
  const [one] = received;
  return one && PostalMime.parse(Buffer.from(one.body.Content.Raw.Data, 'base64'));
};
const bytesOf = (mail: Email | undefined, name: string): Uint8Array => {
  const content = mail?.attachments.find(({ filename }) => filename === name)?.content;
  if (content === undefined) throw new Error(`no attachment ${name}`);
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
};

test('an e-mail carries text and page, the paper, and a calendar file that a calendar reads', async () => {
  const mail = await sent();
  expect(received[0]?.path).toBe('/v2/email/outbound-emails');
  expect(mail).toMatchObject({
    subject: '综合查一次检查通知书 江畔旅馆 2026-12-09',
    from: { address: 'notices@example.com' },
    to: [{ address: 'desk@example.com' }],
  });
  expect(mail?.headers).toContainEqual(expect.objectContaining({ key: 'x-notice-key', value: anOutgoingNotice().key }));
  expect(mail?.text?.replaceAll('\r\n', '\n').trim()).toBe(view.text.trim());
  expect(mail?.text).toContain('核验码自 2026-12-08 09:00 起至 2026-12-10 10:30 有效。');
  expect(mail?.html?.trim()).toBe(anOutgoingNotice().html);
  expect(mail?.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['notice.pdf', 'application/pdf'],
    ['visit.ics', 'text/calendar'],
  ]);

  const { text } = await extractText(await getDocumentProxy(bytesOf(mail, 'notice.pdf')), { mergePages: true });
  expect(text.replace(/\s/g, '')).toContain('江畔旅馆');
  expect(asked).toEqual(['/n/t/notice.pdf?lang=zh&version=1']);

  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytesOf(mail, 'visit.ics'))));
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  expect(event.uid).toBe('91330102MA2AAAAA0A-01.v1@shangcheng.inspect-once');
  expect(event.startDate.toString()).toBe('2026-12-09T09:00:00');
});

test('keeps to lines and words that every mail server takes', async () => {
  await sent();
  const lines = Buffer.from(received[0]?.body.Content.Raw.Data ?? '', 'base64')
    .toString('latin1')
    .split('\r\n');
  expect(lines.filter((line) => line.length > 998 || /[^\x20-\x7e]/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('=?') && line.length > 90)).toEqual([]);
});

test('an e-mail goes without its paper where that can’t be had, and not at all where the visit has moved on', async () => {
  paper = { status: 503, content: Buffer.from('') };
  expect((await sent())?.attachments.map(({ filename }) => filename)).toEqual(['visit.ics']);
  paper = { status: 409, content: Buffer.from('') };
  received.splice(0);
  const sender = sesSender(client, 'notices@example.com', { pdfOf: noticePdfSource });
  await expect(sender.send(outgoing(), { email: 'desk@example.com' })).rejects.toThrow('no longer stands');
  expect(received).toEqual([]);
});
