import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The one table of all records; docs/data.md has its keys and indexes, one row per access pattern. */
export type Table = { readonly name: string; readonly client: DynamoDBDocumentClient };

// The SDK waits for ever by default. A write that ran into one of these limits is retried, and may have taken effect.
const limits = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

// A call that waits for a socket counts as one that gets no connection. On AWS a function has one request at a time; on one
// machine, over plain HTTP, it has all of them.
const agents = { httpsAgent: { maxSockets: 64 }, httpAgent: { maxSockets: 512 } };

/** Bodies are sent as they are; `undefined` members never reach the wire. */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

/** The table that the function's `TABLE` names; region and endpoint come by the SDK's own variables. */
export const tableFromEnvironment = (): Table => {
  const name = process.env.TABLE;
  if (!name) throw new Error('TABLE does not name the table');
  const client = new DynamoDBClient({ maxAttempts: 6, requestHandler: { ...limits, ...agents } });
  return { name, client: documentClient(client) };
};
