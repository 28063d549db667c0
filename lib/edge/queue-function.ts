import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { MessageFaults } from '../app/ports/queue-ports.ts';
import type { QueueName } from '../contract/queues.ts';
import { log } from './log.ts';
import { withoutSecrets } from './without-secrets.ts';

type Each<Schema extends z.ZodType> = (message: z.output<Schema>) => Promise<void>;

const longestError = 300;

/** A fault and what brought it about, in one line. */
const inWords = (fault: unknown): string => {
  if (!(fault instanceof Error)) return 'fault';
  const cause = fault.cause instanceof Error ? ` (${fault.cause.name}: ${fault.cause.message})` : '';
  return withoutSecrets(`${fault.name}: ${fault.message}${cause}`).slice(0, longestError);
};

const readRecord = <Schema extends z.ZodType>(
  name: QueueName,
  schema: Schema,
  each: Each<Schema>,
  faults: MessageFaults | undefined,
) => {
  const keep = async (messageId: string, fault: unknown): Promise<void> => {
    const noted = { messageId, error: inWords(fault), at: new Date().toISOString() };
    // Who reads the dead letters wants to know why; the message goes its way whether that could be kept or not.
    await faults?.note(name, noted).catch(() => undefined);
  };
  return async (record: SQSRecord): Promise<void> => {
    const parsed = schema.safeParse(JSON.parse(record.body));
    if (!parsed.success) {
      log.error('unreadable message', {
        queue: name,
        messageId: record.messageId,
        fault: z.prettifyError(parsed.error),
      });
      const fault = new Error('unreadable message', { cause: parsed.error });
      await keep(record.messageId, fault);
      throw fault;
    }
    const attempt = Number(record.attributes.ApproximateReceiveCount);
    await each(parsed.data).catch(async (fault: unknown) => {
      log.error('fault', { queue: name, messageId: record.messageId, attempt, fault });
      await keep(record.messageId, fault);
      throw fault;
    });
  };
};

/**
 * The handler of a queue: one call of `each` per message; a message that fails goes back alone, and with a FIFO queue
 * those after it in its group too. What cannot be read ends in the dead-letter queue; `faults` keeps why.
 */
export const queueFunction = <Schema extends z.ZodType>(
  name: QueueName,
  schema: Schema,
  order: 'fifo' | 'standard',
  each: Each<Schema>,
  faults?: MessageFaults,
) => {
  const processor = order === 'fifo' ? new SqsFifoPartialProcessorAsync() : new BatchProcessor(EventType.SQS);
  const handler = readRecord(name, schema, each, faults);
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, handler, processor, { context, throwOnFullBatchFailure: false });
};

/** The handler of a schedule: runs `sweep`, tells what it did. */
export const scheduleFunction = (name: string, sweep: () => Promise<Readonly<Record<string, number>>>) => async () => {
  log.info('swept', { schedule: name, ...(await sweep()) });
};
