import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqsDeadLetters } from '../../../lib/adapters/sqs/dead-letters.ts';
import { fakeCredentials } from '../../support/adapters/open-table.ts';

// The embedded engine gives messages up as SQS does: received too often, they lie beside their queue.

let server: FauxqsServer;
let client: SQSClient;
let urls: Record<string, string>;
const scope = { district: 'shangcheng' };

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

let round = 0;
beforeEach(() => {
  round += 1;
  const make = (name: string, more: Record<string, string> = {}) => {
    const fifo = name.startsWith('notices');
    const made = `${name}-${round}${fifo ? '.fifo' : ''}`;
    const attributes = { ...(fifo ? { FifoQueue: 'true' } : {}), ...more };
    return { made, url: server.createQueue(made, { attributes }).queueUrl };
  };
  const withDead = (name: string) => {
    const dead = make(`${name}Dead`);
    const policy = { deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:${dead.made}`, maxReceiveCount: 1 };
    const own = make(name, { RedrivePolicy: JSON.stringify(policy), VisibilityTimeout: '0' });
    urls[name] = own.url;
    urls[`${name}Dead`] = dead.url;
  };
  urls = {};
  for (const name of ['notices', 'results']) withDead(name);
});

const letters = () =>
  sqsDeadLetters(client, (queue) => ({ queue: urls[queue] ?? '', deadLetters: urls[`${queue}Dead`] ?? '' }));

const receive = async (QueueUrl: string | undefined) =>
  (
    await client.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0, WaitTimeSeconds: 0 }),
    )
  ).Messages ?? [];

/** Sends and receives until the engine has given the messages up. */
const givenUp = async (queue: string, ...bodies: readonly object[]) => {
  for (const [n, body] of bodies.entries()) {
    const fifo = queue === 'notices' ? { MessageGroupId: `b${n}`, MessageDeduplicationId: `d${round}.${n}` } : {};
    await client.send(new SendMessageCommand({ QueueUrl: urls[queue], MessageBody: JSON.stringify(body), ...fifo }));
  }
  while ((await receive(urls[queue])).length > 0);
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 2_200)); // until what was looked at can be seen again

describe('dead letters', () => {
  it('are listed with the record that they name and the tries they had, of the own district alone, and stay', async () => {
    await givenUp(
      'results',
      { district: 'shangcheng', visitId: 'B.v1' },
      { district: 'elsewhere', visitId: 'X.v1' },
      { eventType: 'Bounce', mail: { destination: ['desk@example.com'] } },
    );
    const first = await letters().list(scope, 'results');
    expect(first).toMatchObject({ queue: 'results', attempts: 1 });
    expect(first.messages.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([{ district: 'shangcheng', visitId: 'B.v1' }, { eventType: 'Bounce' }]),
    );
    expect(first.messages).toHaveLength(2);
    expect(JSON.stringify(first)).not.toMatch(/elsewhere|example\.com/);
    await pause();
    expect((await letters().list(scope, 'results')).messages).toHaveLength(2);
  });

  it('go back to their queue as they were, once, and leave the others', async () => {
    await givenUp('results', { district: 'shangcheng', visitId: 'B.v1' }, { district: 'elsewhere', visitId: 'X.v1' });
    expect(await letters().redrive(scope, 'results')).toBe(1);
    const back = await receive(urls.results);
    expect(back.map(({ Body }) => JSON.parse(Body ?? ''))).toEqual([{ district: 'shangcheng', visitId: 'B.v1' }]);
    await pause();
    expect((await letters().list({ district: 'elsewhere' }, 'results')).messages).toHaveLength(1);
  });

  it('of a FIFO queue keep their group, and one alone may be chosen', async () => {
    await givenUp(
      'notices',
      { district: 'shangcheng', visitId: 'B.v1', version: 1 },
      { district: 'shangcheng', visitId: 'C.v1', version: 1 },
    );
    const listed = await letters().list(scope, 'notices');
    const chosen = listed.messages.find(({ subject }) => subject.visitId === 'C.v1');
    await pause();
    expect(await letters().redrive(scope, 'notices', chosen?.messageId)).toBe(1);
    expect((await receive(urls.notices)).map(({ Body }) => JSON.parse(Body ?? '').visitId)).toEqual(['C.v1']);
    await pause();
    expect(await letters().redrive(scope, 'notices', chosen?.messageId)).toBe(0);
  });
});
