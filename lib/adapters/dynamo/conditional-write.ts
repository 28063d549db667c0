import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Stored } from '../../app/ports.ts';
import { type Body, pack, unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

/** Puts the item where `expected` is the version that stands (0: none does); false where it isn't. */
export const putOver = async (table: Table, item: StoredItem, expected: number): Promise<boolean> => {
  const condition =
    expected === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :expected', ExpressionAttributeValues: { ':expected': expected } };
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item: item, ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** As a record reads back: without members that are undefined. */
export const asStored = (record: unknown): unknown => JSON.parse(JSON.stringify(record));

export const isSameRecord = (body: Body | undefined, record: unknown): boolean =>
  body !== undefined && isDeepStrictEqual(unpack(body), asStored(record));

/**
 * Writes one version of a record over the version before. A put whose answer got lost is retried by the SDK and then
 * fails its own condition: where the very same record stands, the write took effect.
 */
export const putVersion = async (
  table: Table,
  attributes: StoredItem,
  record: { readonly version: number },
  expected = record.version - 1,
): Promise<Stored> => {
  const item = { ...attributes, version: record.version, body: pack(record) };
  if (await putOver(table, item, expected)) return 'stored';
  const standing = await getItem(table, attributes);
  return isSameRecord(standing?.body, record) ? 'stored' : 'conflict';
};
