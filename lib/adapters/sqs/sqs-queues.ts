import { createHash } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Queues } from '../../app/ports/queue-ports.ts';

/** Where each queue is. A function is bound to those it sends to and has no address of the others. */
export type QueueUrls = {
  readonly planning?: string;
  readonly scheduling?: string;
  readonly notices?: string;
  readonly results?: string;
  readonly incidents?: string;
  readonly deliveries?: string;
  readonly files?: string;
  readonly imports?: string;
};

const longestDelaySeconds = 900; // of any message of SQS
/** SQS delays by whole seconds, a batch is gathered for one more, and a function may start cold: who rings waits out the rest. */
const alarmEarlySeconds = 4;

/** Groups and deduplication ids take 128 characters of ASCII; a name that isn't stands by its hash. */
const asciiName = (name: string): string =>
  /^[\x21-\x7e]{1,128}$/.test(name) ? name : createHash('sha256').update(name).digest('hex');

/**
 * The queues between the steps. SQS drops a repeat of a deduplication id for five minutes: that spares consumers most
 * repeats and nothing depends on it. A relay's retry gets through after those minutes, and every consumer finds out
 * from the item what is left to do.
 */
export const sqsQueues = (client: SQSClient, urls: QueueUrls): Queues => {
  const send = async (
    queue: keyof QueueUrls,
    message: object | string,
    fifo?: { group: string; id: string },
    delaySeconds?: number,
  ) => {
    const QueueUrl = urls[queue];
    if (!QueueUrl) throw new Error(`this function has no address of the queue ${queue}`);
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: typeof message === 'string' ? message : JSON.stringify(message),
        ...(delaySeconds ? { DelaySeconds: delaySeconds } : {}),
        ...(fifo && { MessageGroupId: asciiName(fifo.group), MessageDeduplicationId: asciiName(fifo.id) }),
      }),
    );
  };
  return {
    plan: (message) => send('planning', message),
    schedule: (message) => {
      const step = message.command === 'apply' ? message.commandId : `${message.consolidationId}.${message.page}`;
      return send('scheduling', message, { group: message.district, id: `${message.command}.${step}` });
    },
    notify: (message, businessId) =>
      send('notices', message, {
        group: businessId,
        id: `${message.visitId}.${message.version}${message.sending ? `.${message.sending}` : ''}`,
      }),
    recognise: (message) => send('results', message),
    watch: (message, at, now) => {
      const seconds = Math.floor((at.getTime() - now.getTime()) / 1000) - alarmEarlySeconds;
      return send('incidents', message, undefined, Math.min(Math.max(seconds, 0), longestDelaySeconds));
    },
    report: (line) => send('deliveries', line),
    scan: (message) => send('files', message),
    importFile: (message) => send('imports', message),
  };
};

const limits = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** Addresses by `PLANNING_QUEUE_URL` and so on, one for each queue that the function sends to. */
export const queuesFromEnvironment = (): Queues => {
  const { PLANNING_QUEUE_URL, SCHEDULING_QUEUE_URL, NOTICES_QUEUE_URL, RESULTS_QUEUE_URL, INCIDENTS_QUEUE_URL } =
    process.env;
  const { DELIVERIES_QUEUE_URL, FILES_QUEUE_URL, IMPORTS_QUEUE_URL } = process.env;
  return sqsQueues(new SQSClient({ maxAttempts: 5, requestHandler: limits }), {
    planning: PLANNING_QUEUE_URL,
    scheduling: SCHEDULING_QUEUE_URL,
    notices: NOTICES_QUEUE_URL,
    results: RESULTS_QUEUE_URL,
    incidents: INCIDENTS_QUEUE_URL,
    deliveries: DELIVERIES_QUEUE_URL,
    files: FILES_QUEUE_URL,
    imports: IMPORTS_QUEUE_URL,
  });
};
