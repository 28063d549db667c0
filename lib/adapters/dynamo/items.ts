import type { Items } from '../../app/ports/catalogue-ports.ts';
import { type Item, isInForce, type Versioned } from '../../domain/catalogue/catalogue.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { importRows } from './import-rows.ts';
import { itemsOf } from './keys.ts';
import { after, everything, queryAll, queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const toItem = ({ body, version = 0 }: StoredItem): Versioned<Item> => ({ ...unpack<Item>(body), version });

/** The catalogue, one partition per district: staff of every department read all of it. */
export const dynamoItems = (table: Table): Items => ({
  import: ({ district }, items) => importRows(table, items, ({ itemId }) => ({ pk: itemsOf(district), sk: itemId })),

  async find({ district }, itemId) {
    const found = await getItem(table, { pk: itemsOf(district), sk: itemId });
    return found && toItem(found);
  },

  async list({ district }, { limit, cursor, department, on }) {
    const partition = itemsOf(district);
    const place = readCursor(partition, cursor);
    if (isRefusal(place)) return place;
    const range = place.after === undefined ? everything : { ...everything, from: after(place.after) };
    async function* pages() {
      for await (const page of queryPages(table, { partition, range })) {
        yield page
          .map(toItem)
          .filter((item) => department === undefined || item.department === department)
          .filter((item) => on === undefined || isInForce(item, on))
          .map((row) => ({ row, position: row.itemId }));
      }
    }
    return fillPage(partition, limit, pages());
  },

  async all({ district }) {
    const stored = await queryAll(table, { partition: itemsOf(district) });
    return new Map(stored.map(({ sk, body }) => [sk, unpack<Item>(body)]));
  },
});
