import type { Units } from '../../app/ports/catalogue-ports.ts';
import type { Unit, Versioned } from '../../domain/catalogue/catalogue.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { isSameRecord, putOver } from './conditional-write.ts';
import { readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { importRows } from './import-rows.ts';
import { unitsOf } from './keys.ts';
import { after, everything, queryAll, queryPages } from './query.ts';
import { pack, unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const toUnit = ({ body, version = 0 }: StoredItem): Versioned<Unit> => ({ ...unpack<Unit>(body), version });

/** The forces of a district: whoever plans reads all of them. */
export const dynamoUnits = (table: Table): Units => ({
  import: ({ district }, units) => importRows(table, units, ({ unitId }) => ({ pk: unitsOf(district), sk: unitId })),

  async list({ district }, { limit, cursor, department, street }) {
    const partition = unitsOf(district);
    const place = readCursor(partition, cursor);
    if (isRefusal(place)) return place;
    const range = place.after === undefined ? everything : { ...everything, from: after(place.after) };
    async function* pages() {
      for await (const page of queryPages(table, { partition, range })) {
        yield page
          .map(toUnit)
          .filter((unit) => department === undefined || unit.department === department)
          .filter((unit) => street === undefined || unit.street === street)
          .map((row) => ({ row, position: row.unitId }));
      }
    }
    return fillPage(partition, limit, pages());
  },

  async find({ district, street }, unitId) {
    const stored = await getItem(table, { pk: unitsOf(district), sk: unitId });
    const unit = stored && toUnit(stored);
    return unit && (street === undefined || unit.street === street) ? unit : undefined;
  },

  async change({ district }, { version, ...unit }) {
    const item = { pk: unitsOf(district), sk: unit.unitId, version: version + 1, body: pack(unit) };
    if (await putOver(table, item, version)) return 'stored';
    const standing = await getItem(table, item);
    return standing?.version === version + 1 && isSameRecord(standing.body, unit) ? 'stored' : 'conflict';
  },

  async all({ district }) {
    const stored = await queryAll(table, { partition: unitsOf(district) });
    return stored.map(({ body }) => unpack<Unit>(body));
  },
});
