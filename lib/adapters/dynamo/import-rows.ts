import type { ImportCounts } from '../../app/ports/page.ts';
import { readItems } from './batch.ts';
import { mapBounded } from './bounded.ts';
import { isSameRecord, putOver } from './conditional-write.ts';
import { pack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const width = 32;
const mostLostRaces = 20;

type Outcome = 'created' | 'changed' | 'unchanged';

const importRow = async (
  table: Table,
  attributes: StoredItem,
  row: unknown,
  known: StoredItem | undefined,
): Promise<Outcome> => {
  let standing = known;
  let tried: number | undefined;
  for (let race = 0; race < mostLostRaces; race += 1) {
    const expected = standing?.version ?? 0;
    if (isSameRecord(standing?.body, row)) {
      if (tried !== expected) return 'unchanged';
      return expected === 1 ? 'created' : 'changed'; // our own put, whose answer got lost
    }
    const item = { ...attributes, version: expected + 1, body: pack(row) };
    if (await putOver(table, item, expected)) return expected === 0 ? 'created' : 'changed';
    tried = expected + 1;
    standing = await getItem(table, attributes);
  }
  throw new Error(`${attributes.sk} changed ${mostLostRaces} times while it was imported`);
};

/** Stores each row over the version it replaces, the rows that say nothing new excepted; `attributesOf` gives keys and index entries. */
export const importRows = async <Row>(
  table: Table,
  rows: readonly Row[],
  attributesOf: (row: Row) => StoredItem,
): Promise<ImportCounts> => {
  const keyOf = ({ pk, sk }: StoredItem) => `${pk}\n${sk}`;
  const standing = await readItems(table, rows.map(attributesOf));
  const known = new Map(standing.map((item) => [keyOf(item), item]));
  const counts = { imported: rows.length, created: 0, changed: 0, unchanged: 0 };
  await mapBounded(rows, width, async (row) => {
    const attributes = attributesOf(row);
    counts[await importRow(table, attributes, row, known.get(keyOf(attributes)))] += 1;
  });
  return counts;
};
