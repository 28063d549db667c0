import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';

/** What a test asks the probe to do, in the body of a request or of a message. */
export type Ask =
  | { readonly do: 'write'; readonly key: string; readonly value: string }
  | { readonly do: 'read'; readonly key: string }
  | { readonly do: 'scan' }
  | { readonly do: 'send'; readonly queue: string; readonly group?: string; readonly ask: Ask }
  | { readonly do: 'note'; readonly key: string; readonly value: string }
  | { readonly do: 'spin'; readonly milliseconds: number }
  | { readonly do: 'fail' }
  | { readonly do: 'environment' };

// Stands for every function in tests of the local run: what it may do is decided by the grants of the function it stands for.
const database = new DynamoDBClient({});
const queues = new SQSClient({});
const loadedWith = { ...process.env };
const TableName = process.env.TABLE;
const key = (name: string) => ({ pk: { S: name }, sk: { S: '-' } });

const spin = (milliseconds: number): void => {
  const endsAt = performance.now() + milliseconds;
  while (performance.now() < endsAt);
};

const work = async (ask: Ask): Promise<unknown> => {
  switch (ask.do) {
    case 'write':
      await database.send(new PutItemCommand({ TableName, Item: { ...key(ask.key), value: { S: ask.value } } }));
      return 'written';
    case 'read': {
      const { Item } = await database.send(new GetItemCommand({ TableName, Key: key(ask.key), ConsistentRead: true }));
      return Item?.value?.S ?? Item?.notes?.L?.map(({ S }) => S) ?? null;
    }
    case 'scan':
      return (await database.send(new ScanCommand({ TableName }))).Count;
    case 'send':
      await queues.send(
        new SendMessageCommand({
          QueueUrl: process.env[`${ask.queue}_QUEUE_URL`] ?? loadedWith[`${ask.queue}_QUEUE_URL`],
          MessageBody: JSON.stringify(ask.ask),
          ...(ask.group ? { MessageGroupId: ask.group, MessageDeduplicationId: crypto.randomUUID() } : {}),
        }),
      );
      return 'sent';
    case 'note':
      await database.send(
        new UpdateItemCommand({
          TableName,
          Key: key(ask.key),
          UpdateExpression: 'SET notes = list_append(if_not_exists(notes, :none), :one)',
          ExpressionAttributeValues: { ':none': { L: [] }, ':one': { L: [{ S: ask.value }] } },
        }),
      );
      return 'noted';
    case 'spin':
      spin(ask.milliseconds);
      return 'spun';
    case 'fail':
      throw new Error('asked to fail');
    case 'environment':
      return loadedWith;
    default:
      return ask satisfies never;
  }
};

const consume = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      await work(JSON.parse(body));
    } catch {
      failures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failures };
};

export const handler = async (event: APIGatewayProxyEventV2 | SQSEvent): Promise<unknown> => {
  if ('Records' in event) return consume(event);
  if (!('requestContext' in event)) return undefined;
  const ask = event.headers['x-ask'];
  const answer = ask ? await work(JSON.parse(ask)) : event;
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer ?? null) };
};
