import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll } from 'vitest';
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

const keys = ['pk', 'sk', 'dayPk', 'daySk', 'listPk', 'listSk', 'code', 'outboxPk', 'outboxSk'];

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
  ],
} satisfies CreateTableCommandInput;

export const fakeCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** An embedded table for the tests of one file: use `table` inside tests and hooks. Each test takes a district of its own. */
export const embeddedTable = (): { readonly table: Table; readonly endpoint: string } => {
  const server = dynalite({ createTableMs: 0 });
  const holder: { table?: Table; endpoint?: string } = {};
  let client: DynamoDBClient | undefined;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    client = new DynamoDBClient({ endpoint, region: 'local', credentials: fakeCredentials });
    holder.endpoint = endpoint;
    await client.send(new CreateTableCommand(tableSchema));
    holder.table = { name: tableSchema.TableName, client: documentClient(client) };
  });
  afterAll(async () => {
    client?.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return holder as { table: Table; endpoint: string };
};

let districts = 0;
/** A scope that no other test of the file has written to. */
export const freshScope = () => {
  districts += 1;
  return { district: `district-${districts}` };
};
