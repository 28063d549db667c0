import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
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
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    if (request.url?.startsWith('/v2/')) {
      const { status, body: said } = await answerEmail(body);
      const fault = status === 200 ? {} : { 'x-amzn-errortype': 'BadRequestException' };
      response.writeHead(status, { 'content-type': 'application/json', ...fault }).end(JSON.stringify(said));
    } else {
      const { status, body: said } = answerText(body);
      response.writeHead(status, { 'content-type': 'text/xml' }).end(said);
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
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
