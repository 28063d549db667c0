import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqsQueues } from '../../../lib/adapters/sqs/sqs-queues.ts';
import type { Queues } from '../../../lib/app/ports/queue-ports.ts';
import { fakeCredentials } from '../../support/adapters/open-table.ts';
import { fakeQueues } from '../../support/fakes/queues.ts';

let server: FauxqsServer;
let client: SQSClient;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  client = new SQSClient({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: 'us-east-1',
    credentials: fakeCredentials,
    useQueueUrlAsEndpoint: false,
  });
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});

type Subject = {
  readonly queues: Queues;
  received(queue: 'planning' | 'scheduling' | 'notices' | 'results'): Promise<object[]>;
};

const embedded = (): Subject => {
  const attributes = { FifoQueue: 'true' };
  const created = [
    ['planning', server.createQueue('planning')],
    ['results', server.createQueue('results')],
    ['scheduling', server.createQueue('scheduling.fifo', { attributes })],
    ['notices', server.createQueue('notices.fifo', { attributes })],
  ] as const;
  server.reset();
  const urls = Object.fromEntries(created.map(([name, { queueUrl }]) => [name, queueUrl]));
  return {
    queues: sqsQueues(client, urls),
    async received(queue) {
      const bodies: object[] = [];
      for (;;) {
        const QueueUrl = urls[queue];
        const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
        if (Messages.length === 0) return bodies;
        for (const { Body = '', ReceiptHandle } of Messages) {
          bodies.push(JSON.parse(Body));
          await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
      }
    },
  };
};

const inMemory = (): Subject => {
  const queues = fakeQueues();
  const names = { planning: 'plan', scheduling: 'schedule', notices: 'notify', results: 'recognise' } as const;
  const withoutBusiness = ({ businessId: _, ...message }: { businessId?: string }) => message;
  return { queues, received: async (queue) => queues.sent[names[queue]].map(withoutBusiness) };
};

describe.each([
  ['in memory', inMemory],
  ['in SQS', embedded],
])('queues %s', (_, make) => {
  it('hand each message on as it was sent, and only on its own queue', async () => {
    const { queues, received } = make();
    const [plan, results] = [
      { district: 'd', consolidationId: 'C1' },
      { district: 'd', visitId: 'B-01.v' },
    ];
    await queues.plan(plan);
    await queues.recognise(results);
    expect(await received('planning')).toEqual([plan]);
    expect(await received('results')).toEqual([results]);
    expect(await received('scheduling')).toEqual([]);
  });

  it('keep the order of a district and of a business', async () => {
    const { queues, received } = make();
    const pages = [0, 1, 2].map((page) => ({
      command: 'publish-page' as const,
      district: '上城',
      consolidationId: 'C1',
      page,
    }));
    const notices = [1, 2, 3].map((version) => ({ district: 'd', visitId: 'B-01.v', version }));
    for (const page of pages) await queues.schedule(page);
    for (const notice of notices) await queues.notify(notice, 'B-01');
    expect(await received('scheduling')).toEqual(pages);
    expect(await received('notices')).toEqual(notices);
  });
});
