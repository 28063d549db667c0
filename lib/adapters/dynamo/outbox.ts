import type { Outbox, OutboxEntry } from '../../app/ports/queue-ports.ts';
import type { BulkImport } from '../../domain/catalogue/bulk-import.ts';
import type { Consolidation } from '../../domain/centre/consolidation.ts';
import type { ScannedFile } from '../../domain/field/scanned-file.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import type { ScheduleCommand } from '../../domain/schedule/schedule-command.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readItems } from './batch.ts';
import { headerSk, isCommandPk, isFileSk, isImportPk, isIncidentPk } from './keys.ts';
import { outboxShards } from './outbox-entry.ts';
import { queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import type { StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const keysPerRead = 100;

const visitEntry = ({ district, visitId, businessId, notice, outbox }: Visit): OutboxEntry[] =>
  outbox
    ? [
        {
          task: outbox.task,
          district,
          visitId,
          businessId,
          noticeVersion: notice.version,
          ...(notice.sendings ? { sending: notice.sendings } : {}),
        },
      ]
    : [];

const consolidationEntry = ({ district, consolidationId, publishing, outbox }: Consolidation): OutboxEntry[] =>
  outbox ? [{ task: outbox.task, district, consolidationId, nextPage: publishing?.nextPage ?? 0 }] : [];

const commandEntry = ({ district, commandId, outbox }: ScheduleCommand): OutboxEntry[] =>
  outbox ? [{ task: outbox.task, district, commandId }] : [];

const fileEntry = ({ district, fileId, outbox }: ScannedFile): OutboxEntry[] =>
  outbox ? [{ task: outbox.task, district, fileId }] : [];

const importEntry = ({ district, importId, outbox }: BulkImport): OutboxEntry[] =>
  outbox ? [{ task: outbox.task, district, importId }] : [];

const incidentEntry = ({ district, incidentId, outbox }: Incident): OutboxEntry[] =>
  outbox ? [{ task: outbox.task, district, incidentId }] : [];

/** What the item still says is to do: it may have been done since the index was read. */
const toEntries = ({ pk, sk, body }: StoredItem): OutboxEntry[] => {
  if (isIncidentPk(pk)) return incidentEntry(unpack<Incident>(body));
  if (isImportPk(pk)) return importEntry(unpack<BulkImport>(body));
  if (isCommandPk(pk)) return commandEntry(unpack<ScheduleCommand>(body));
  if (isFileSk(sk)) return fileEntry(unpack<ScannedFile>(body));
  return sk === headerSk ? consolidationEntry(unpack<Consolidation>(body)) : visitEntry(unpack<Visit>(body));
};

/** The entries of one shard that are older than `before`, in order. */
async function* keysOf(table: Table, partition: string, before: string): AsyncGenerator<StoredItem, void> {
  const range = { from: '0', to: before };
  for await (const keys of queryPages(table, { index: 'outbox', partition, range, pageSize: keysPerRead })) {
    yield* keys.filter(({ outboxSk = '' }) => outboxSk < before);
  }
}

/** The entries of all shards in order: the oldest left is always at the head of one. */
async function* oldestFirst(table: Table, before: string): AsyncGenerator<StoredItem, void> {
  const shards = outboxShards.map((partition) => keysOf(table, partition, before));
  const heads = await Promise.all(shards.map((shard) => shard.next()));
  for (;;) {
    const left = heads.flatMap(({ value, done }, shard) => (done || !value ? [] : [{ shard, key: value }]));
    const [oldest] = left.sort((a, b) => Date.parse(a.key.outboxSk ?? '') - Date.parse(b.key.outboxSk ?? ''));
    if (!oldest) return;
    yield oldest.key;
    heads[oldest.shard] = await shards[oldest.shard].next();
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
        keys.push(key);
        if (keys.length < keysPerRead) continue;
        yield* entriesOf(keys);
        keys = [];
      }
      yield* entriesOf(keys);
    },
  };
};
