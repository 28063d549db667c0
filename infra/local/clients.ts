import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Engines } from './engines.ts';
import { localRegion } from './template/read-stack.ts';

/** Any will do: the engines check none, and the gate tells functions apart by another header. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Clients of the run itself, which is not held to any function's grants. */
export const engineClients = (engines: Engines): { readonly dynamoDb: DynamoDBClient; readonly sqs: SQSClient } => {
  const shared = { region: localRegion, credentials: localCredentials };
  return {
    dynamoDb: new DynamoDBClient({ ...shared, endpoint: engines.dynamoDb }),
    sqs: new SQSClient({ ...shared, endpoint: engines.sqs, useQueueUrlAsEndpoint: false }),
  };
};
