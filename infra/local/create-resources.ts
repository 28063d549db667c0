import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Engines } from './engines.ts';
import { bucketName, type LocalQueue, type LocalStack } from './template/read-stack.ts';

/** Creates the template's table with its indexes, unless it is there from an earlier start. */
export const createTable = async (client: DynamoDBClient, { table, tableName }: LocalStack): Promise<void> => {
  try {
    await client.send(new CreateTableCommand({ ...table, TableName: tableName }));
  } catch (fault) {
    if (!(fault instanceof ResourceInUseException)) throw fault;
  }
};

/** Creates the bucket, which the engine does as often as it is asked. */
export const createBucket = async ({ s3 }: Engines): Promise<void> => {
  const answer = await fetch(`${s3}/${bucketName}`, { method: 'PUT' });
  if (!answer.ok) throw new Error(`the engine did not create the bucket: ${answer.status}`);
};

/** Creates a queue as the template has it now, and answers its path at the engine. */
export const createQueue = async (
  client: SQSClient,
  queue: LocalQueue,
  visibilitySeconds?: number,
): Promise<string> => {
  const { QueueUrl } = await client.send(
    new CreateQueueCommand({ QueueName: queue.name, Attributes: queue.fifo ? { FifoQueue: 'true' } : {} }),
  );
  if (!QueueUrl) throw new Error(`the engine gave ${queue.name} no address`);
  const Attributes = {
    VisibilityTimeout: String(visibilitySeconds ?? queue.visibilitySeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    ...(queue.redrive ? { RedrivePolicy: JSON.stringify(queue.redrive) } : {}),
  };
  await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  return new URL(QueueUrl).pathname;
};

/** Makes visible again, in a second, what a process that was killed had received: nobody is working on it any more. */
export const releaseInFlight = async (
  client: SQSClient,
  engines: Engines,
  name: string,
  QueueUrl: string,
): Promise<void> => {
  // A timeout of 0 fails in the embedded engine when it keeps its queues on disk.
  for (const ReceiptHandle of engines.inFlight(name))
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 1 }));
};
