import type { Outbox, OutboxEntry } from '../../app/ports.ts';
import type { Consolidation } from '../../domain/consolidation.ts';
import type { Visit } from '../../domain/visit.ts';
import { readItems } from './batch.ts';
import { headerSk } from './keys.ts';
import { outboxShards } from './outbox-entry.ts';
import { queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import type { StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keysPerRead = 100;

const visitEntry = ({ district, visitId, businessId, notice, outbox }: Visit): OutboxEntry[] =>
  outbox ? [{ task: outbox.task, district, visitId, businessId, noticeVersion: notice.version }] : [];

const consolidationEntry = ({ district, consolidationId, publishing, outbox }: Consolidation): OutboxEntry[] =>
  outbox ? [{ task: outbox.task, district, consolidationId, nextPage: publishing?.nextPage ?? 0 }] : [];

/** What the item still says is to do: it may have been done since the index was read. */
const toEntries = ({ sk, body }: StoredItem): OutboxEntry[] =>
  sk === headerSk ? consolidationEntry(unpack<Consolidation>(body)) : visitEntry(unpack<Visit>(body));

/** Entries of all shards, oldest first: each shard is in order, so the oldest is always at the head of one. */
async function* oldestFirst(table: Table, before: string): AsyncGenerator<StoredItem, void> {
  const range = { from: '0', to: before };
  const shards = outboxShards.map((partition) => ({
    pages: queryPages(table, { index: 'outbox', partition, range, pageSize: keysPerRead }),
    left: [] as StoredItem[],
    isOver: false,
  }));
  for (;;) {
    for (const shard of shards) {
      while (shard.left.length === 0 && !shard.isOver) {
        const { value, done } = await shard.pages.next();
        shard.isOver = done === true;
        shard.left = [...(value ?? [])];
      }
    }
    const heads = shards.filter(({ left }) => left.length > 0);
    const oldest = heads.reduce<(typeof heads)[number] | undefined>(
      (found, shard) => (found && (found.left[0]?.outboxSk ?? '') <= (shard.left[0]?.outboxSk ?? '') ? found : shard),
      undefined,
    );
    const head = oldest?.left.shift();
    if (!head) return;
    yield head;
  }
}

/** The sparse index of items with something left to send. */
export const dynamoOutbox = (table: Table): Outbox => {
  async function* entriesOf(keys: readonly StoredItem[]) {
    const items = new Map((await readItems(table, keys)).map((item) => [`${item.pk}\n${item.sk}`, item]));
    for (const { pk, sk } of keys) {
      const item = items.get(`${pk}\n${sk}`);
      if (item) yield* toEntries(item);
    }
  }
  return {
    async *pending(before) {
      let keys: StoredItem[] = [];
      for await (const key of oldestFirst(table, before.toISOString())) {
        if (key.outboxSk === before.toISOString()) continue;
        keys.push(key);
        if (keys.length < keysPerRead) continue;
        yield* entriesOf(keys);
        keys = [];
      }
      yield* entriesOf(keys);
    },
  };
};
