import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sesSender } from '../../../lib/adapters/ses/ses-sender.ts';
import { visitToNotice } from '../../../lib/domain/notice.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';
import { visitToCalendar } from '../../../lib/domain/visit-calendar.ts';
import { anOutgoingNotice } from '../../support/a-notice.ts';
import { aVisit } from '../../support/a-visit.ts';

// What SES's API receives, captured on loopback: the signed request of the client that is deployed.

const received: { readonly path: string; readonly body: unknown }[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
    response.setHeader('content-type', 'application/json').end('{"MessageId":"m1"}');
  });
});
let client: SESv2Client;

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  client = new SESv2Client({
    region: 'local',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
beforeEach(() => received.splice(0));
afterAll(() => {
  client.destroy();
  server.close();
});

test('an e-mail carries text, page and a calendar file that a calendar reads', async () => {
  const visit = aVisit();
  const urls = { notice: 'https://example.com/n/t', verify: 'https://example.com/v/ABCD2345' };
  const calendar = visitToCalendar(visit, visitToNotice(visit, defaultSettings, 'zh-CN'), urls, 'zh-CN');
  const sender = sesSender(client, 'notices@example.com');
  const sent = await sender.send(anOutgoingNotice({ calendar }), { email: 'desk@example.com' });
  expect(sent).toEqual({ status: 'sent' });
  expect(received).toMatchObject([
    {
      path: '/v2/email/outbound-emails',
      body: {
        Destination: { ToAddresses: ['desk@example.com'] },
        Content: {
          Simple: { Attachments: [{ FileName: 'visit.ics', ContentType: expect.stringMatching(/method=REQUEST$/) }] },
        },
      },
    },
  ]);
  const { body } = received[0] as { body: { Content: { Simple: { Attachments: { RawContent: string }[] } } } };
  const text = Buffer.from(body.Content.Simple.Attachments[0]?.RawContent ?? '', 'base64').toString('utf8');
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? undefined);
  expect(event.uid).toBe('91330102MA2AAAAA0A-01.v1@shangcheng.inspect-once');
  expect(event.startDate.toString()).toBe('2026-12-09T09:00:00');
});
