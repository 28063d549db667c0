import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { streetsKey } from './keys.ts';
import type { Table } from './table.ts';

/** The streets of the district that have had businesses, sorted: a list or a draw walks them one by one. */
export const readStreets = async (table: Table, district: string): Promise<string[]> => {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: streetsKey(district), ConsistentRead: true }),
  );
  const streets: Iterable<string> = Item?.streets ?? [];
  return [...streets].sort();
};

/** Adds the streets that the district doesn't list yet: before their businesses are written, so that no walk misses one. */
export const addStreets = async (table: Table, district: string, streets: ReadonlySet<string>): Promise<void> => {
  const added = streets.difference(new Set(await readStreets(table, district)));
  if (added.size === 0) return;
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: streetsKey(district),
      UpdateExpression: 'ADD streets :added',
      ExpressionAttributeValues: { ':added': added },
    }),
  );
};
