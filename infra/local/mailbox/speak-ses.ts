import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import type { LocalEmailReports } from '../template/read-reports.ts';
import type { KeptMessages } from './kept-messages.ts';
import type { Later } from './report-later.ts';
import { sesEvents, type TakenEmail } from './ses-events.ts';

const tagText = z.string().regex(/^[\w.@-]{1,256}$/);
const sendEmail = z.object({
  FromEmailAddress: z.string(),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(z.object({ Name: tagText, Value: tagText })).default([]),
  Destination: z.object({ ToAddresses: z.tuple([z.email()]) }),
  Content: z.object({ Raw: z.object({ Data: z.base64() }) }),
});

export type SesOptions = {
  readonly messages: KeptMessages;
  readonly reports: readonly LocalEmailReports[];
  /** Puts a body into a queue as a topic with raw delivery does. */
  readonly toQueue: (queueName: string, body: string) => Promise<void>;
  readonly later: Later;
  readonly now: () => Date;
};

/** What a call is answered: its status and its JSON. */
export type SesAnswer = { readonly status: number; readonly body: object };

/** SES's `SendEmail` of a message that brings its own parts, as clients of its API v2 send it: kept, answered, and reported on later. */
export const speakSes = ({ messages, reports, toQueue, later, now }: SesOptions) => {
  const report = async (mail: TakenEmail, { events, queueNames }: LocalEmailReports): Promise<void> => {
    const at = now();
    for (const { outcome, event } of sesEvents(mail, at)) {
      if (!events.includes(event.eventType.toLowerCase())) continue;
      messages.note(mail.messageId, { at: at.toISOString(), outcome });
      for (const queueName of queueNames) await toQueue(queueName, JSON.stringify(event));
    }
  };

  return async (body: string): Promise<SesAnswer> => {
    const parsed = sendEmail.safeParse(JSON.parse(body));
    if (!parsed.success) return { status: 400, body: { message: z.prettifyError(parsed.error) } };
    const { FromEmailAddress: from, ConfigurationSetName, EmailTags, Destination, Content } = parsed.data;
    const [to] = Destination.ToAddresses;
    const messageId = `${randomUUID()}-000000`;
    const takenAt = now();
    const mail = Buffer.from(Content.Raw.Data, 'base64');
    const { subject = '', attachments } = await PostalMime.parse(mail);
    messages.add({
      ...{ id: messageId, channel: 'email', to, title: subject },
      files: attachments.map(({ filename }) => filename ?? 'file'),
      content: { mail },
      became: [{ at: takenAt.toISOString(), outcome: 'taken' }],
    });
    const tags = Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, Value]));
    for (const reported of reports) {
      const { configurationSet } = reported;
      if (configurationSet !== ConfigurationSetName) continue;
      later.run(() => report({ messageId, takenAt, from, to, configurationSet, tags }, reported));
    }
    return { status: 200, body: { MessageId: messageId } };
  };
};
