import type { Listed, PageRequest } from '../../app/ports/page.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { everything, queryPages } from './query.ts';
import { unpack } from './record-body.ts';
import type { Table } from './table.ts';

/** A page of the records of one partition whose ids go by time, newest first: those that the scope sees and the filter wants. */
export const newestFirst = async <Row>(
  table: Table,
  partition: string,
  scope: Scope,
  { limit, cursor }: PageRequest,
  idOf: (row: Row) => string,
  isWanted: (row: Row) => boolean,
): Listed<Row> => {
  const list = listName(partition, scope);
  const place = readCursor(list, cursor);
  if (isRefusal(place)) return place;
  const before = place.after;
  const range = before === undefined ? everything : { ...everything, to: before };
  async function* pages() {
    for await (const page of queryPages(table, { partition, range, order: 'descending' })) {
      yield page
        .map(({ body }) => unpack<Row>(body))
        .filter((row) => idOf(row) !== before && isWanted(row))
        .map((row) => ({ row, position: idOf(row) }));
    }
  }
  return fillPage(list, limit, pages());
};
