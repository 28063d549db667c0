import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Body } from './record-body.ts';
import type { Table } from './table.ts';

export type Key = { readonly pk: string; readonly sk: string };

/** An item of the table. Index attributes are present where the item is in that index. */
export type StoredItem = Key & {
  readonly version?: number;
  readonly body?: Body;
  /** Of records with a history: the hash of its last entry, and those of the entries before (`record-chain.ts`). */
  readonly head?: Uint8Array;
  readonly chain?: Uint8Array;
  readonly dayPk?: string;
  readonly daySk?: string;
  readonly summary?: Body;
  readonly listPk?: string;
  readonly listSk?: string;
  readonly code?: string;
  readonly outboxPk?: string;
  readonly outboxSk?: string;
  readonly publicPk?: string;
  readonly publicSk?: string;
  /** Of a message that a channel took: what it said of it later. */
  readonly report?: Body;
  /** Of a source of wrong codes: how many it gave. */
  readonly wrong?: number;
  /** Seconds since 1970, when DynamoDB may remove the item. */
  readonly expiresAt?: number;
};

export const getItem = async (table: Table, key: Key): Promise<StoredItem | undefined> => {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { pk: key.pk, sk: key.sk }, ConsistentRead: true }),
  );
  return Item && { ...Item, pk: Item.pk, sk: Item.sk };
};
