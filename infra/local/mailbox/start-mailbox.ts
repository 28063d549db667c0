import { createServer } from 'node:http';
import { close, listen } from '../listen.ts';
import type { LocalStack } from '../template/read-stack.ts';
import { type KeptMessages, keptMessages } from './kept-messages.ts';
import { localWebhookKey } from './local-channels.ts';
import { reportLater } from './report-later.ts';
import { type Beside, serveMailbox } from './serve-mailbox.ts';
import { type SesOptions, speakSes } from './speak-ses.ts';
import { type SnsOptions, speakSns } from './speak-sns.ts';
import { webhookReceiver } from './webhook-receiver.ts';

type MailboxOptions = {
  readonly baseUrl: string;
  readonly stack: Pick<LocalStack, 'emailReports' | 'logSubscriptions'>;
  readonly toQueue: SesOptions['toQueue'];
  readonly invoke: SnsOptions['invoke'];
  readonly now: () => Date;
};

export type Mailbox = {
  /** Where SES and SNS answer. */
  readonly url: string;
  readonly beside: Beside;
  readonly messages: KeptMessages;
  /** Reports that are still to come. */
  pending(): number;
  stop(): Promise<void>;
};

/** The channels of this machine: SES and SNS by their protocols, a receiver of webhooks, and the pages that show what they were given. */
export const startMailbox = async ({ baseUrl, stack, toQueue, invoke, now }: MailboxOptions): Promise<Mailbox> => {
  const messages = keptMessages();
  const later = reportLater();
  const answerEmail = speakSes({ messages, reports: stack.emailReports, toQueue, later, now });
  const answerText = speakSns({ messages, subscriptions: stack.logSubscriptions, invoke, later, now });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    if (request.url?.startsWith('/v2/')) {
      const { status, body: answer } = await answerEmail(body);
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(status === 200 ? {} : { 'x-amzn-errortype': 'BadRequestException' }),
      });
      response.end(JSON.stringify(answer));
    } else {
      const { status, body: answer } = answerText(body);
      response.writeHead(status, { 'content-type': 'text/xml' }).end(answer);
    }
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  return {
    url,
    beside: serveMailbox(messages, webhookReceiver({ key: localWebhookKey, messages, now }), baseUrl),
    messages,
    pending: later.pending,
    stop: async () => {
      later.stop();
      await close(server);
    },
  };
};
