import { createHash } from 'node:crypto';
import type { Key, StoredItem } from './stored-item.ts';

// Four partitions, so that no publication writes more than a quarter of its entries to one.
export const outboxShards = ['OUTBOX#0', 'OUTBOX#1', 'OUTBOX#2', 'OUTBOX#3'] as const;

const shardOf = (pk: string): string => `OUTBOX#${(createHash('sha256').update(pk).digest()[0] ?? 0) % 4}`;

/** The index entry of a record that still has something to do: present exactly as long as its `outbox` is. */
export const outboxAttributes = (
  { pk }: Key,
  outbox: { readonly since: string } | undefined,
): Pick<StoredItem, 'outboxPk' | 'outboxSk'> => (outbox ? { outboxPk: shardOf(pk), outboxSk: outbox.since } : {});
