import type { ImportCounts, Listed, PageRequest } from '../../app/ports/page.ts';
import type { Versioned } from '../../domain/catalogue/catalogue.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { importRows } from './import-rows.ts';
import { after, everything, queryAll, queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

type District = Pick<Scope, 'district'>;

export type Register<Row> = {
  import(scope: District, rows: readonly Row[]): Promise<ImportCounts>;
  find(scope: District, id: string): Promise<Versioned<Row> | undefined>;
  /** The rows that `isWanted`, by id. */
  list(scope: District, page: PageRequest, isWanted: (row: Versioned<Row>) => boolean): Listed<Versioned<Row>>;
  all(scope: District): Promise<readonly Row[]>;
};

/** Rows that a district imports and everyone in it reads: one partition per district, sorted by id. */
export const register = <Row>(
  table: Table,
  partitionOf: (district: string) => string,
  idOf: (row: Row) => string,
): Register<Row> => {
  const toRow = ({ body, version = 0 }: StoredItem): Versioned<Row> => ({ ...unpack<Row>(body), version });
  return {
    import: ({ district }, rows) => importRows(table, rows, (row) => ({ pk: partitionOf(district), sk: idOf(row) })),

    async find({ district }, id) {
      const stored = await getItem(table, { pk: partitionOf(district), sk: id });
      return stored && toRow(stored);
    },

    async list({ district }, { limit, cursor }, isWanted) {
      const partition = partitionOf(district);
      const place = readCursor(partition, cursor);
      if (isRefusal(place)) return place;
      const range = place.after === undefined ? everything : { ...everything, from: after(place.after) };
      async function* pages() {
        for await (const page of queryPages(table, { partition, range })) {
          const rows = page.map((stored) => ({ row: toRow(stored), position: stored.sk }));
          yield rows.filter(({ row }) => isWanted(row));
        }
      }
      return fillPage(partition, limit, pages());
    },

    async all({ district }) {
      const stored = await queryAll(table, { partition: partitionOf(district) });
      return stored.map(({ body }) => unpack<Row>(body));
    },
  };
};
