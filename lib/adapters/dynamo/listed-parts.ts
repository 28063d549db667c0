import type { Placed } from './fill-page.ts';
import { after, everything, queryPages } from './query.ts';
import type { StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

/** Where a row lies in a list of several parts: which of them, then its sort key there. */
export const placeInPart = (part: number, listSk: string): string => `${part}\n${listSk}`;

/** The part and sort key behind which a list goes on; the beginning where there is no position, or one that was made up. */
export const readPlace = (position: string | undefined): { readonly part: number; readonly listSk?: string } => {
  const [part = '', listSk] = position?.split('\n', 2) ?? [];
  return { part: Number.parseInt(part, 10) || 0, ...(listSk === undefined ? {} : { listSk }) };
};

/** The rows of partitions of `byList`, one after the other, each by its sort key, from behind `position` on. */
export async function* readListedParts<Row>(
  table: Table,
  partitions: readonly string[],
  toRow: (item: StoredItem) => Row,
  position?: string,
): AsyncGenerator<readonly Placed<Row>[], void> {
  const from = readPlace(position);
  for (const [part, partition] of partitions.entries()) {
    if (part < from.part) continue;
    const start = part === from.part ? from.listSk : undefined;
    const range = start === undefined ? everything : { ...everything, from: after(start) };
    for await (const page of queryPages(table, { index: 'byList', partition, range })) {
      yield page.map((item) => ({ row: toRow(item), position: placeInPart(part, item.listSk ?? '') }));
    }
  }
}
