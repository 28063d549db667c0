import type { Listed, Page } from '../../../lib/app/ports/page.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';

/** The page of a list that is not expected to refuse. */
export const pageThat = async <Row>(listed: Listed<Row>): Promise<Page<Row>> => {
  const page = await listed;
  if (isRefusal(page)) throw new Error(`the list refused: ${page.refused}`);
  return page;
};

/** The rows of every page, by following the cursors to the end. */
export const everyPage = async <Row>(list: (cursor?: string) => Listed<Row>): Promise<(readonly Row[])[]> => {
  const pages: (readonly Row[])[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Row> = await pageThat(list(cursor));
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && pages.length < 1_000);
  return pages;
};

/** All that an iterable has, in order. */
export const collect = async <Row>(rows: AsyncIterable<Row>): Promise<Row[]> => {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
};
