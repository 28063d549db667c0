import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { sqsQueues } from '../../../lib/adapters/sqs/sqs-queues.ts';

const someQueues = (urls = { planning: 'u/p', scheduling: 'u/s.fifo', notices: 'u/n.fifo', results: 'u/r' }) => {
  const client = new SQSClient({ region: 'local' });
  const mock = mockClient(client);
  mock.on(SendMessageCommand).resolves({});
  const inputs = () => mock.commandCalls(SendMessageCommand).map(({ args }) => args[0].input);
  return { queues: sqsQueues(client, urls), mock, inputs };
};
const page = (number: number, district = 'shangcheng') =>
  ({ command: 'publish-page', district, consolidationId: 'C1', page: number }) as const;

describe('queues', () => {
  it('carry plans and results on standard queues, without a group', async () => {
    const { queues, inputs } = someQueues();
    await queues.plan({ district: 'shangcheng', consolidationId: 'C1' });
    await queues.recognise({ district: 'shangcheng', visitId: 'B-01.v' });
    expect(inputs()).toEqual([
      { QueueUrl: 'u/p', MessageBody: '{"district":"shangcheng","consolidationId":"C1"}' },
      { QueueUrl: 'u/r', MessageBody: '{"district":"shangcheng","visitId":"B-01.v"}' },
    ]);
  });

  it('order the schedule by district and drop no other page', async () => {
    const { queues, inputs } = someQueues();
    for (const number of [0, 1, 1]) await queues.schedule(page(number));
    expect(new Set(inputs().map(({ MessageGroupId }) => MessageGroupId))).toEqual(new Set(['shangcheng']));
    const [first, second, repeat] = inputs().map(({ MessageDeduplicationId }) => MessageDeduplicationId);
    expect(first).not.toBe(second);
    expect(second).toBe(repeat);
  });

  it('order notices by business, and a new version is not taken for a repeat', async () => {
    const { queues, inputs } = someQueues();
    for (const version of [1, 2]) await queues.notify({ district: 'd', visitId: 'B-01.v', version }, 'B-01');
    expect(
      inputs().map(({ MessageGroupId, MessageDeduplicationId }) => [MessageGroupId, MessageDeduplicationId]),
    ).toEqual([
      ['B-01', 'B-01.v.1'],
      ['B-01', 'B-01.v.2'],
    ]);
  });

  it('take a district whose name SQS would not', async () => {
    const { queues, inputs } = someQueues();
    await queues.schedule(page(0, '上城'));
    await queues.schedule(page(0, '拱墅'));
    const groups = inputs().map(({ MessageGroupId }) => MessageGroupId ?? '');
    expect(groups.every((group) => /^[\x21-\x7e]{1,128}$/.test(group))).toBe(true);
    expect(new Set(groups).size).toBe(2);
  });

  it('fail only where a function sends to a queue it is not bound to', async () => {
    const { queues, inputs } = someQueues({ planning: 'u/p' } as never);
    await queues.plan({ district: 'd', consolidationId: 'C1' });
    await expect(queues.recognise({ district: 'd', visitId: 'v' })).rejects.toThrow('results');
    expect(inputs()).toHaveLength(1);
  });

  it('pass on a fault of SQS', async () => {
    const { queues, mock } = someQueues();
    mock.on(SendMessageCommand).rejects(new Error('unreachable'));
    await expect(queues.plan({ district: 'd', consolidationId: 'C1' })).rejects.toThrow('unreachable');
  });
});
