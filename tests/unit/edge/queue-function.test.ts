import type { SQSEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { noticeMessage, planningMessage } from '../../../lib/contract/messages.ts';
import { queueFunction } from '../../../lib/edge/queue-function.ts';
import { aContext } from '../../support/http-event.ts';

const anEvent = (...bodies: unknown[]): SQSEvent => ({
  Records: bodies.map((body, n) => ({
    messageId: `m${n}`,
    receiptHandle: `r${n}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'x',
      ApproximateFirstReceiveTimestamp: '0',
      MessageGroupId: 'g',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:local:0:q',
    awsRegion: 'local',
  })),
});

const notice = (visitId: string) => ({ district: 'shangcheng', visitId, version: 1 });

describe('a queue function', () => {
  test('gives back the one message that failed', async () => {
    const seen: string[] = [];
    const handler = queueFunction('planning', planningMessage, 'standard', async ({ consolidationId }) => {
      seen.push(consolidationId);
      if (consolidationId === 'C2') throw new Error('no');
    });
    const event = anEvent(...['C1', 'C2', 'C3'].map((consolidationId) => ({ district: 'd', consolidationId })));
    expect(await handler(event, aContext())).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(seen.sort()).toEqual(['C1', 'C2', 'C3']);
  });

  test('of a FIFO queue stops at a failure, so that order holds', async () => {
    const seen: string[] = [];
    const handler = queueFunction('notices', noticeMessage, 'fifo', async ({ visitId }) => {
      seen.push(visitId);
      if (visitId === 'v2') throw new Error('no');
    });
    const answer = await handler(anEvent(notice('v1'), notice('v2'), notice('v3')), aContext());
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m1', 'm2']);
    expect(seen).toEqual(['v1', 'v2']);
  });

  test.each(['not json', '{}', '[]'])('gives back what it cannot read: %s', async (body) => {
    const handler = queueFunction('notices', noticeMessage, 'fifo', async () => undefined);
    expect((await handler(anEvent(body), aContext())).batchItemFailures).toHaveLength(1);
  });
});
