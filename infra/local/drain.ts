import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

// Delayed ones are alarms set for later: there is nothing to do about them yet.
const counts = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;

/** Messages in a queue: waiting or in flight. */
export const messagesIn = async (client: SQSClient, QueueUrl: string): Promise<number> => {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counts] }),
  );
  return counts.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
};

type DrainOptions = {
  readonly client: SQSClient;
  readonly queueUrls: readonly string[];
  /** What is on its way to a queue. */
  readonly onTheWay: () => number;
  /** Runs what runs every minute, so that nobody has to wait for the minute. */
  readonly sweep: () => Promise<void>;
  readonly timeoutMs: number;
};

/** Resolves once the queues are empty and a sweep of the outbox adds nothing; rejects at the time limit. */
export const drain = async ({ client, queueUrls, onTheWay, sweep, timeoutMs }: DrainOptions): Promise<void> => {
  const endsAt = performance.now() + timeoutMs;
  const waiting = async (): Promise<number> => {
    // Asked first: what arrives meanwhile is then counted in its queue.
    const coming = onTheWay();
    const each = await Promise.all(queueUrls.map((url) => messagesIn(client, url)));
    return each.reduce((sum, count) => sum + count, coming);
  };
  const untilEmpty = async (): Promise<void> => {
    for (let left = await waiting(); left > 0; left = await waiting()) {
      if (performance.now() > endsAt) throw new Error(`${left} messages are still in the queues after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  do {
    await untilEmpty();
    await sweep();
  } while ((await waiting()) > 0);
};
