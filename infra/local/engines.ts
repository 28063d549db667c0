import { join } from 'node:path';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';
import { close, listen } from './listen.ts';

/** Where DynamoDB, SQS and S3 answer, and how to stop what was started for it. */
export type Engines = {
  readonly dynamoDb: string;
  readonly sqs: string;
  readonly s3: string;
  /** Receipts of messages in flight in a queue of this process: at the start, those that a killed process was working on. */
  inFlight(queueName: string): readonly string[];
  stop(): Promise<void>;
};

/** Starts the embedded engines, on disk below `state` or in memory; leaves out one whose endpoint variable is set. */
export const startEngines = async (state: string | undefined): Promise<Engines> => {
  const given = {
    dynamoDb: process.env.AWS_ENDPOINT_URL_DYNAMODB,
    sqs: process.env.AWS_ENDPOINT_URL_SQS,
    s3: process.env.AWS_ENDPOINT_URL_S3,
  };
  const database = given.dynamoDb
    ? undefined
    : dynalite({ createTableMs: 0, ...(state ? { path: join(state, 'dynamodb') } : {}) });
  // One engine speaks both; files lie on disk as files, so that the queues' database stays small.
  const folders = state ? { dataDir: join(state, 'sqs'), s3StorageDir: join(state, 'files') } : {};
  const queues = given.sqs && given.s3 ? undefined : await startFauxqs({ port: 0, logger: false, ...folders });
  const embedded = `http://127.0.0.1:${queues?.port}`;
  const dynamoDb = database && `http://127.0.0.1:${await listen(database)}`;
  return {
    dynamoDb: given.dynamoDb ?? dynamoDb ?? '',
    sqs: given.sqs ?? embedded,
    s3: given.s3 ?? embedded,
    inFlight: (name) => queues?.inspectQueue(name)?.messages.inflight.map(({ receiptHandle }) => receiptHandle) ?? [],
    stop: async () => {
      await Promise.all([queues?.stop(), database && close(database)]);
    },
  };
};
