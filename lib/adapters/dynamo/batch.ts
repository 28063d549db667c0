import { BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { backoff } from './backoff.ts';
import { chunksOf, mapBounded } from './bounded.ts';
import type { Key, StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keysPerRead = 100;
const putsPerWrite = 25;
const width = 8;

const readChunk = async (table: Table, keys: readonly Key[]): Promise<StoredItem[]> => {
  const found: StoredItem[] = [];
  let left: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let attempt = 0; ; attempt += 1) {
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: left, ConsistentRead: true } } }),
    );
    for (const item of Responses?.[table.name] ?? []) found.push({ ...item, pk: item.pk, sk: item.sk });
    left = UnprocessedKeys?.[table.name]?.Keys ?? [];
    if (left.length === 0) return found;
    await backoff(attempt, 'a batch of reads');
  }
};

/** The items that stand under `keys`, in no order; what is unprocessed is asked for again. */
export const readItems = async (table: Table, keys: readonly Key[]): Promise<StoredItem[]> => {
  const once = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
  const found = await mapBounded(chunksOf(once, keysPerRead), width, (chunk) => readChunk(table, chunk));
  return found.flat();
};

const writeChunk = async (table: Table, items: readonly StoredItem[]): Promise<void> => {
  let left: Record<string, unknown>[] = items.map((Item) => ({ PutRequest: { Item } }));
  for (let attempt = 0; ; attempt += 1) {
    const { UnprocessedItems } = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: left } }),
    );
    left = UnprocessedItems?.[table.name] ?? [];
    if (left.length === 0) return;
    await backoff(attempt, 'a batch of writes');
  }
};

/** Writes immutable pages: nobody else writes under these keys, and a repeat writes the same. Everything else is conditional. */
export const writePages = async (table: Table, pages: readonly StoredItem[]): Promise<void> => {
  await mapBounded(chunksOf(pages, putsPerWrite), width, (chunk) => writeChunk(table, chunk));
};
