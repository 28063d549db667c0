import type { Refusal } from '../../domain/refusal.ts';
import type { Listed, Page, PageRequest } from '../ports/page.ts';

type List<Row> = (page: PageRequest) => Listed<Row>;

const nextOpen = async <Row>(
  list: List<Row>,
  isOpen: (row: Row) => boolean,
  { limit, cursor }: PageRequest,
): Promise<Page<Row> | Refusal> => {
  const items: Row[] = [];
  let after = cursor;
  do {
    // Asked for no more than are missing, a page that fills up ends with an open row: its cursor names no other.
    const found = await list({ limit: limit - items.length, ...(after === undefined ? {} : { cursor: after }) });
    if ('refused' in found) return found;
    items.push(...found.items.filter(isOpen));
    after = found.nextCursor;
  } while (after !== undefined && items.length < limit);
  return { items, ...(after === undefined ? {} : { nextCursor: after }) };
};

/**
 * A page of what the public may read of a list. It is filled by open rows alone and goes on only where another of them
 * follows, so that neither its length nor its cursor tells of any other (rule 4).
 */
export const fillOpenPage = async <Row>(
  list: List<Row>,
  isOpen: (row: Row) => boolean,
  page: PageRequest,
): Promise<Page<Row> | Refusal> => {
  const found = await nextOpen(list, isOpen, page);
  if ('refused' in found || found.nextCursor === undefined) return found;
  const following = await nextOpen(list, isOpen, { limit: 1, cursor: found.nextCursor });
  if ('refused' in following) return following;
  return following.items.length > 0 ? found : { items: found.items };
};
