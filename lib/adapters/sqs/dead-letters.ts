import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { DeadLetter, DeadLetters } from '../../app/ports/queue-ports.ts';
import type { QueueName } from '../../contract/queues.ts';
import type { Scope } from '../../domain/principal.ts';

/** Where a queue is, and what was given up of it. */
export type UrlsOf = (queue: QueueName) => { readonly queue: string; readonly deadLetters: string };

const most = 100;
/** Seconds for which a message that was looked at stays hidden from the next look: there is no way to look without. */
const lookSeconds = 2;
const workSeconds = 30;

const named = z.record(z.string(), z.unknown());
const redrivePolicy = z.object({ maxReceiveCount: z.coerce.number() });
const subjectFields = [
  'district',
  'visitId',
  'consolidationId',
  'commandId',
  'command',
  'version',
  'page',
  'eventType',
];

/** The record that a message names; nothing of what else it holds, such as the addresses in a channel's report. */
const subjectOf = (body: string | undefined): Readonly<Record<string, string>> => {
  try {
    const said = named.parse(JSON.parse(body ?? ''));
    const shown = subjectFields.flatMap((name) => {
      const value = said[name];
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [];
    });
    return Object.fromEntries(shown);
  } catch {
    return {};
  }
};

const isOfScope = ({ district }: Scope, message: Message): boolean => {
  const said = subjectOf(message.Body).district;
  return said === undefined || said === district;
};

const toDeadLetter = (queue: QueueName, { MessageId = '', Attributes = {}, Body }: Message): DeadLetter => {
  const sentMs = Number(Attributes.SentTimestamp);
  return {
    queue,
    messageId: MessageId,
    ...(Number.isFinite(sentMs) && sentMs > 0 ? { sentAt: new Date(sentMs).toISOString() } : {}),
    subject: subjectOf(Body),
  };
};

/**
 * The dead letters beside the queues. They are read by receiving them, which hides them for a moment; and sent back by hand,
 * each first put into its queue and then deleted: what is cut off between comes twice, and every consumer takes that.
 */
export const sqsDeadLetters = (client: SQSClient, urlsOf: UrlsOf): DeadLetters => {
  const attributes = async (QueueUrl: string) => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy', 'ApproximateNumberOfMessages'] }),
    );
    return Attributes;
  };
  async function* received(QueueUrl: string, VisibilityTimeout: number): AsyncGenerator<Message, void> {
    const seen = new Set<string>();
    for (let empty = 0; empty < 2 && seen.size < most; ) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          VisibilityTimeout,
          WaitTimeSeconds: 0,
          MessageSystemAttributeNames: ['All'],
        }),
      );
      const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
      empty = fresh.length > 0 ? 0 : empty + 1; // a poll of an honest queue may find nothing where something is
      for (const message of fresh) {
        seen.add(message.MessageId ?? '');
        yield message;
      }
    }
  }
  const release = (QueueUrl: string, { ReceiptHandle }: Message) =>
    client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 1 }));
  const sendBack = async (QueueUrl: string, { MessageId = '', Body, Attributes = {} }: Message) => {
    const group = Attributes.MessageGroupId;
    // A name of its own, or the queue would take it for the repeat of what was given up; the same for each redrive of it.
    const fifo = group ? { MessageGroupId: group, MessageDeduplicationId: `redrive.${MessageId}` } : {};
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: Body, ...fifo }));
  };

  return {
    async list(scope, queue) {
      const at = urlsOf(queue);
      const [own, dead] = await Promise.all([attributes(at.queue), attributes(at.deadLetters)]);
      const messages: DeadLetter[] = [];
      for await (const message of received(at.deadLetters, lookSeconds)) {
        if (isOfScope(scope, message)) messages.push(toDeadLetter(queue, message));
      }
      const policy = redrivePolicy.safeParse(JSON.parse(own.RedrivePolicy ?? '{}'));
      return {
        queue,
        attempts: policy.success ? policy.data.maxReceiveCount : 0,
        waiting: Math.max(messages.length, Number(dead.ApproximateNumberOfMessages ?? 0)),
        messages,
      };
    },

    async redrive(scope, queue, messageId) {
      const at = urlsOf(queue);
      let count = 0;
      for await (const message of received(at.deadLetters, workSeconds)) {
        const isMeant = messageId === undefined || message.MessageId === messageId;
        if (!isMeant || !isOfScope(scope, message)) await release(at.deadLetters, message);
        else {
          await sendBack(at.queue, message);
          await client.send(
            new DeleteMessageCommand({ QueueUrl: at.deadLetters, ReceiptHandle: message.ReceiptHandle }),
          );
          count += 1;
        }
      }
      return count;
    },
  };
};

const limits = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** Addresses by `NOTICES_QUEUE_URL`, `NOTICES_DEAD_LETTERS_URL` and the same of the other queues. */
export const deadLettersFromEnvironment = (): DeadLetters => {
  const urlOf = (name: string): string => process.env[name] ?? '';
  const of = (queue: QueueName) => ({
    queue: urlOf(`${queue.toUpperCase()}_QUEUE_URL`),
    deadLetters: urlOf(`${queue.toUpperCase()}_DEAD_LETTERS_URL`),
  });
  return sqsDeadLetters(new SQSClient({ maxAttempts: 3, requestHandler: limits }), of);
};
