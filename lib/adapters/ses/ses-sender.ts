import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { MessageSender, OutgoingMessage } from '../../app/ports/notice-ports.ts';
import { noticeTag, toNoticeTag } from '../../contract/delivery-reports.ts';
import type { CalendarFile } from '../../domain/notices/visit-calendar.ts';
import { refusalOrFault, taken } from '../channel-refusal.ts';
import { type Attachment, mimeMessage } from './mime-message.ts';

type Options = {
  /** Reports bounces and receipts, under the message's id and with the tag that names its notice. */
  readonly configurationSet?: string;
  /** The notice as a paper; without it the message carries none. */
  readonly pdfOf?: (notice: OutgoingMessage) => Promise<Buffer | undefined>;
};

const calendarFile = ({ method, text }: CalendarFile): Attachment => ({
  name: 'visit.ics',
  type: `text/calendar; charset=UTF-8; method=${method}`,
  content: Buffer.from(text),
});

const paper = (content: Buffer): Attachment => ({ name: 'notice.pdf', type: 'application/pdf', content });

/** What SES reports on, and the tag that it repeats in each report, by which that finds its notice. */
const reporting = (ConfigurationSetName: string, { district, visitId, version }: OutgoingMessage) => ({
  ConfigurationSetName,
  ...(visitId ? { EmailTags: [{ Name: noticeTag, Value: toNoticeTag({ district, visitId, version }) }] } : {}),
});

/** Notices by e-mail, as text and as a page, with the paper and the visit for the calendar; the header names notice and version, so that a gateway may drop repeats. */
export const sesSender = (
  client: SESv2Client,
  from: string,
  { configurationSet, pdfOf }: Options = {},
): MessageSender => ({
  channel: 'email',
  async send(notice, { email }) {
    if (!email) return undefined;
    const { key, title, text, html, calendar } = notice;
    const pdf = await pdfOf?.(notice);
    const attachments = [...(pdf ? [paper(pdf)] : []), ...(calendar ? [calendarFile(calendar)] : [])];
    const message = { from, to: email, subject: title, headers: { 'X-Notice-Key': key }, text, html, attachments };
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      ...(configurationSet ? reporting(configurationSet, notice) : {}),
      Destination: { ToAddresses: [email] },
      Content: { Raw: { Data: mimeMessage(message) } },
    });
    return client.send(command).then(({ MessageId }) => taken(MessageId), refusalOrFault);
  },
});
