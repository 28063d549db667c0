import type { Page } from '../../app/ports/page.ts';
import { writeCursor } from './cursor.ts';

/** A row of a list and where it lies in it. */
export type Placed<Row> = { readonly row: Row; readonly position: string };

/** Reads on until the page is full or the list ends, so that no filter leaves a page empty that has a successor. */
export const fillPage = async <Row>(
  list: string,
  limit: number,
  pages: AsyncIterable<readonly Placed<Row>[]>,
): Promise<Page<Row>> => {
  const found: Placed<Row>[] = [];
  for await (const page of pages) {
    found.push(...page);
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(({ row }) => row);
  return last !== undefined && found.length > limit
    ? { items, nextCursor: writeCursor(list, last.position) }
    : { items };
};
