import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { documentClient, type Table } from '../../../lib/adapters/dynamo/table.ts';

const index = (
  IndexName: string,
  partition: string,
  sort: string | undefined,
  ProjectionType: 'ALL' | 'KEYS_ONLY',
) => ({
  IndexName,
  KeySchema: [
    { AttributeName: partition, KeyType: 'HASH' as const },
    ...(sort ? [{ AttributeName: sort, KeyType: 'RANGE' as const }] : []),
  ],
  Projection: { ProjectionType },
});

const keys = ['pk', 'sk', 'dayPk', 'daySk', 'listPk', 'listSk', 'code', 'outboxPk', 'outboxSk', 'publicPk', 'publicSk'];

/** The table as docs/data.md describes it; the stack's own is held to the same by table-schema.test.ts. */
export const tableSchema = {
  TableName: 'records',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      ...index('byDay', 'dayPk', 'daySk', 'KEYS_ONLY'),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['summary'] },
    },
    index('byList', 'listPk', 'listSk', 'ALL'),
    index('byCode', 'code', undefined, 'KEYS_ONLY'),
    index('outbox', 'outboxPk', 'outboxSk', 'KEYS_ONLY'),
    index('byPublication', 'publicPk', 'publicSk', 'KEYS_ONLY'),
  ],
} satisfies CreateTableCommandInput;

export const fakeCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** An embedded engine with the table in it, until it is closed. */
export const openTable = async () => {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials: fakeCredentials });
  await client.send(new CreateTableCommand(tableSchema));
  const table: Table = { name: tableSchema.TableName, client: documentClient(client) };
  const close = async (): Promise<void> => {
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { table, endpoint, close };
};
