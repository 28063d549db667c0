import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { type LocalQueue, localRegion } from './template/read-stack.ts';

export type Poller = { stop(): Promise<void> };

type PollOptions = {
  readonly client: SQSClient;
  readonly queue: LocalQueue;
  readonly queueUrl: string;
  readonly batchSize: number;
  /** Batches at once, where messages have no order and come in batches: those wait more than they compute. */
  readonly concurrency: number;
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Delivers every message twice, as SQS may: the second time after the first has succeeded. */
  readonly duplicate: boolean;
  /** Reorders a batch of a standard queue, which promises no order. */
  readonly shuffle: <Entry>(entries: readonly Entry[]) => readonly Entry[];
};

const graceMs = 3_000; // that a stop waits for batches under way
const mostReceived = 10; // by one call; Lambda gathers larger batches of several

const partialFailures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

const toRecord = (message: Message, { arn }: LocalQueue, receiveCount?: string) => ({
  messageId: message.MessageId ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  body: message.Body ?? '',
  attributes: { ...message.Attributes, ...(receiveCount ? { ApproximateReceiveCount: receiveCount } : {}) },
  messageAttributes: {},
  md5OfBody: message.MD5OfBody ?? '',
  eventSource: 'aws:sqs',
  eventSourceARN: arn,
  awsRegion: localRegion,
});

/** The ids of messages that stay in the queue, by what the function answered. */
const failedIds = (answer: unknown): ReadonlySet<string> => {
  const parsed = partialFailures.safeParse(answer);
  return new Set(parsed.success ? parsed.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) : []);
};

/** Polls a queue and hands batches to its function, as an event source mapping with partial failures does. */
export const pollQueue = (options: PollOptions): Poller => {
  const { client, queue, queueUrl, batchSize, concurrency, invoke, duplicate, shuffle } = options;
  const stopping = new AbortController();

  const work = async (messages: readonly Message[]): Promise<void> => {
    const records = messages.map((message) => toRecord(message, queue));
    const failed = new Set(failedIds(await invoke({ Records: records })));
    if (duplicate) {
      const again = messages
        .filter(({ MessageId }) => !failed.has(MessageId ?? ''))
        .map((message) => toRecord(message, queue, '2'));
      for (const id of failedIds(await invoke({ Records: again }))) failed.add(id);
    }
    const done = messages.filter(({ MessageId }) => !failed.has(MessageId ?? ''));
    if (done.length === 0) return;
    const Entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  };

  const receive = async (): Promise<readonly Message[]> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: Math.min(batchSize, mostReceived),
      WaitTimeSeconds: 20,
      MessageSystemAttributeNames: ['All'],
    });
    const { Messages = [] } = await client.send(command, { abortSignal: stopping.signal });
    return queue.fifo ? Messages : shuffle(Messages);
  };

  const tell = (fault: unknown): void => {
    // The messages come back when their visibility ends, and after too many attempts as dead letters.
    process.stderr.write(`${queue.name}: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  };
  const atOnce = queue.fifo || batchSize === 1 ? 1 : concurrency;

  const loop = async (): Promise<void> => {
    const working = new Set<Promise<void>>();
    while (!stopping.signal.aborted) {
      try {
        const messages = await receive();
        if (messages.length === 0) continue;
        const batch: Promise<void> = work(messages)
          .catch(tell)
          .finally(() => working.delete(batch));
        working.add(batch);
        if (working.size >= atOnce) await Promise.race(working);
      } catch (fault) {
        if (stopping.signal.aborted) break;
        tell(fault);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    // What waits for longer comes back at the next start, as after a standstill.
    await Promise.race([Promise.all(working), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};
