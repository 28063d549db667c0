import type { Imports } from '../../app/ports/import-ports.ts';
import type { BulkImport } from '../../domain/catalogue/bulk-import.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { putVersion } from './conditional-write.ts';
import { readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { importsOf } from './keys.ts';
import { outboxAttributes } from './outbox-entry.ts';
import { after, everything, queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem } from './stored-item.ts';
import type { Table } from './table.ts';

const attributesOf = ({ district, importId, outbox }: BulkImport) => {
  const key = { pk: importsOf(district), sk: importId };
  return { ...key, ...outboxAttributes(key, outbox) };
};

/** A district's imports lie together, by kind and content. */
export const dynamoImports = (table: Table): Imports => ({
  create: (bulk) => putVersion(table, attributesOf(bulk), bulk, 0),
  change: (bulk) => putVersion(table, attributesOf(bulk), bulk),

  async find({ district }, importId) {
    const stored = await getItem(table, { pk: importsOf(district), sk: importId });
    return stored && unpack<BulkImport>(stored.body);
  },

  async list({ district }, { limit, cursor }) {
    const partition = importsOf(district);
    const place = readCursor(partition, cursor);
    if (isRefusal(place)) return place;
    const range = place.after === undefined ? everything : { ...everything, from: after(place.after) };
    async function* pages() {
      for await (const page of queryPages(table, { partition, range })) {
        yield page.map(({ body }) => unpack<BulkImport>(body)).map((row) => ({ row, position: row.importId }));
      }
    }
    return fillPage(partition, limit, pages());
  },
});
