import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Stored } from '../../app/ports/page.ts';
import { withAuthority } from '../acting.ts';
import { type Body, pack, unpack } from './record-body.ts';
import { chainOf } from './record-chain.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

/** What must stand: the version before, and of a record with a history one of the heads that the new history grew from. */
const conditionOf = (expected: number, over: readonly Uint8Array[] | undefined) => {
  if (expected === 0) return { ConditionExpression: 'attribute_not_exists(pk)' };
  if (over === undefined) {
    return { ConditionExpression: 'version = :expected', ExpressionAttributeValues: { ':expected': expected } };
  }
  const heads = Object.fromEntries(over.map((head, at) => [`:head${at}`, head]));
  const grown = over.length > 0 ? ` OR head IN (${Object.keys(heads).join(', ')})` : '';
  return {
    ConditionExpression: `version = :expected AND (attribute_not_exists(head)${grown})`,
    ExpressionAttributeValues: { ':expected': expected, ...heads },
  };
};

/** Puts the item where `expected` is the version that stands (0: none does), `over` a head it may replace; false where it isn't. */
export const putOver = async (
  table: Table,
  item: StoredItem,
  expected: number,
  over?: readonly Uint8Array[],
): Promise<boolean> => {
  const condition = conditionOf(expected, over);
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

/** The item of a record: its chain beside its body, and who asked for it on the entries of this very request. */
export const recordItem = <Record extends { readonly version: number }>(attributes: StoredItem, written: Record) => {
  const record = withAuthority(written);
  const { chain, over } = chainOf(attributes, record);
  return { record, over, item: { ...attributes, version: record.version, body: pack(record), ...chain } };
};

/**
 * Writes one version of a record over the version before, whose history it must go on from. A put whose answer got lost is
 * retried by the SDK and then fails its own condition: where the very same record stands, the write took effect.
 */
export const putVersion = async (
  table: Table,
  attributes: StoredItem,
  written: { readonly version: number },
  expected = written.version - 1,
): Promise<Stored> => {
  const { record, over, item } = recordItem(attributes, written);
  if (await putOver(table, item, expected, over)) return 'stored';
  const standing = await getItem(table, attributes);
  if (isSameRecord(standing?.body, record)) return 'stored';
  if (expected > 0 && standing?.version === expected) {
    throw new Error(`the history of ${attributes.pk} ${attributes.sk} was shortened or altered`);
  }
  return 'conflict';
};
