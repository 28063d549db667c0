import { createHash } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Queues } from '../../app/ports.ts';

/** Where each queue is. A function is bound to those it sends to and has no address of the others. */
export type QueueUrls = {
  readonly planning?: string;
  readonly scheduling?: string;
  readonly notices?: string;
  readonly results?: string;
};

/** Groups and deduplication ids take 128 characters of ASCII; a name that isn't stands by its hash. */
const asciiName = (name: string): string =>
  /^[\x21-\x7e]{1,128}$/.test(name) ? name : createHash('sha256').update(name).digest('hex');

/**
 * The queues between the steps. SQS drops a repeat of a deduplication id for five minutes: that spares consumers most
 * repeats and nothing depends on it. A relay's retry gets through after those minutes, and every consumer finds out
 * from the item what is left to do.
 */
export const sqsQueues = (client: SQSClient, urls: QueueUrls): Queues => {
  const send = async (queue: keyof QueueUrls, message: object, fifo?: { group: string; id: string }) => {
    const QueueUrl = urls[queue];
    if (!QueueUrl) throw new Error(`this function has no address of the queue ${queue}`);
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: JSON.stringify(message),
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
      send('notices', message, { group: businessId, id: `${message.visitId}.${message.version}` }),
    recognise: (message) => send('results', message),
  };
};

const limits = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** Addresses by `PLANNING_QUEUE_URL`, `SCHEDULING_QUEUE_URL`, `NOTICES_QUEUE_URL`, `RESULTS_QUEUE_URL`. */
export const queuesFromEnvironment = (): Queues => {
  const { PLANNING_QUEUE_URL, SCHEDULING_QUEUE_URL, NOTICES_QUEUE_URL, RESULTS_QUEUE_URL } = process.env;
  return sqsQueues(new SQSClient({ maxAttempts: 5, requestHandler: limits }), {
    planning: PLANNING_QUEUE_URL,
    scheduling: SCHEDULING_QUEUE_URL,
    notices: NOTICES_QUEUE_URL,
    results: RESULTS_QUEUE_URL,
  });
};
