import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { log } from './log.ts';

type Each<Schema extends z.ZodType> = (message: z.output<Schema>, attempt: number) => Promise<void>;

const readRecord = <Schema extends z.ZodType>(name: string, schema: Schema, each: Each<Schema>) => {
  return async (record: SQSRecord): Promise<void> => {
    const parsed = schema.safeParse(JSON.parse(record.body));
    if (!parsed.success) {
      log.error('unreadable message', {
        queue: name,
        messageId: record.messageId,
        fault: z.prettifyError(parsed.error),
      });
      throw new Error('unreadable message', { cause: parsed.error });
    }
    const attempt = Number(record.attributes.ApproximateReceiveCount);
    await each(parsed.data, attempt).catch((fault: unknown) => {
      log.error('fault', { queue: name, messageId: record.messageId, attempt, fault });
      throw fault;
    });
  };
};

/**
 * The handler of a queue: one call of `each` per message; a message that fails goes back alone, and with a FIFO queue
 * those after it in its group too. What cannot be read ends in the dead-letter queue.
 */
export const queueFunction = <Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  order: 'fifo' | 'standard',
  each: Each<Schema>,
) => {
  const processor = order === 'fifo' ? new SqsFifoPartialProcessorAsync() : new BatchProcessor(EventType.SQS);
  const handler = readRecord(name, schema, each);
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, handler, processor, { context, throwOnFullBatchFailure: false });
};

/** The handler of a schedule: runs `sweep`, tells what it did. */
export const scheduleFunction = (name: string, sweep: () => Promise<Readonly<Record<string, number>>>) => async () => {
  log.info('swept', { schedule: name, ...(await sweep()) });
};
