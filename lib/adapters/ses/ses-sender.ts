import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { NoticeSender } from '../../app/ports.ts';
import type { CalendarFile } from '../../domain/visit-calendar.ts';
import { refusalOrFault, taken } from '../channel-refusal.ts';

const calendarAttachment = ({ method, text }: CalendarFile) => ({
  FileName: 'visit.ics',
  ContentType: `text/calendar; charset=UTF-8; method=${method}`,
  ContentDisposition: 'ATTACHMENT' as const,
  ContentTransferEncoding: 'BASE64' as const,
  RawContent: Buffer.from(text),
});

/** Notices by e-mail, as text, as a page and with the visit for the calendar; the header names notice and version, so that a gateway may drop repeats. Bounces and receipts are reported by the configuration set, under the message's id. */
export const sesSender = (client: SESv2Client, from: string, configurationSet?: string): NoticeSender => ({
  channel: 'email',
  async send({ key, title, text, html, calendar }, { email }) {
    if (!email) return undefined;
    const body = { Text: { Data: text, Charset: 'UTF-8' }, Html: { Data: html, Charset: 'UTF-8' } };
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
      Destination: { ToAddresses: [email] },
      Content: {
        Simple: {
          Subject: { Data: title, Charset: 'UTF-8' },
          Body: body,
          Headers: [{ Name: 'X-Notice-Key', Value: key }],
          ...(calendar ? { Attachments: [calendarAttachment(calendar)] } : {}),
        },
      },
    });
    return client.send(command).then(({ MessageId }) => taken(MessageId), refusalOrFault);
  },
});
