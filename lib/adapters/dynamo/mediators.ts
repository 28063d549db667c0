import type { Mediators } from '../../app/ports/finding-ports.ts';
import type { Versioned } from '../../domain/catalogue/catalogue.ts';
import { type Mediator, mayMediate } from '../../domain/findings/mediator.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { importRows } from './import-rows.ts';
import { mediatorsOf } from './keys.ts';
import { after, everything, queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const toMediator = ({ body, version = 0 }: StoredItem): Versioned<Mediator> => ({ ...unpack<Mediator>(body), version });

/** The register of mediators. */
export const dynamoMediators = (table: Table): Mediators => ({
  import: ({ district }, mediators) =>
    importRows(table, mediators, ({ mediatorId }) => ({ pk: mediatorsOf(district), sk: mediatorId })),

  async find({ district }, mediatorId) {
    const stored = await getItem(table, { pk: mediatorsOf(district), sk: mediatorId });
    return stored && toMediator(stored);
  },

  async list({ district }, { limit, cursor, street, on }) {
    const partition = mediatorsOf(district);
    const place = readCursor(partition, cursor);
    if (isRefusal(place)) return place;
    const range = place.after === undefined ? everything : { ...everything, from: after(place.after) };
    async function* pages() {
      for await (const page of queryPages(table, { partition, range })) {
        yield page
          .map(toMediator)
          .filter(({ streets }) => street === undefined || streets.length === 0 || streets.includes(street))
          .filter((mediator) => on === undefined || mayMediate({ ...mediator, streets: [] }, '', on))
          .map((row) => ({ row, position: row.mediatorId }));
      }
    }
    return fillPage(partition, limit, pages());
  },
});
