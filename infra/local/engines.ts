import { join } from 'node:path';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';
import { close, listen } from './listen.ts';

/** Where DynamoDB and SQS answer, and how to stop what was started for it. */
export type Engines = {
  readonly dynamoDb: string;
  readonly sqs: string;
  /** Receipts of messages in flight in a queue of this process: at the start, those that a killed process was working on. */
  inFlight(queueName: string): readonly string[];
  stop(): Promise<void>;
};

/** Starts the embedded engines, on disk below `state` or in memory; leaves out one whose endpoint variable is set. */
export const startEngines = async (state: string | undefined): Promise<Engines> => {
  const given = { dynamoDb: process.env.AWS_ENDPOINT_URL_DYNAMODB, sqs: process.env.AWS_ENDPOINT_URL_SQS };
  const database = given.dynamoDb
    ? undefined
    : dynalite({ createTableMs: 0, ...(state ? { path: join(state, 'dynamodb') } : {}) });
  const queues = given.sqs
    ? undefined
    : await startFauxqs({ port: 0, logger: false, ...(state ? { dataDir: join(state, 'sqs') } : {}) });
  const dynamoDb = database && `http://127.0.0.1:${await listen(database)}`;
  return {
    dynamoDb: given.dynamoDb ?? dynamoDb ?? '',
    sqs: given.sqs ?? `http://127.0.0.1:${queues?.port}`,
    inFlight: (name) => queues?.inspectQueue(name)?.messages.inflight.map(({ receiptHandle }) => receiptHandle) ?? [],
    stop: async () => {
      await Promise.all([queues?.stop(), database && close(database)]);
    },
  };
};
