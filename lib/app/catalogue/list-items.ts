import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page of the catalogue, by item id; every staff role reads all of it. */
export const listItems = async (
  { items }: Pick<Ports, 'items'>,
  { query, principal }: RequestOf<'list-items'>,
): Promise<ViewOf<'list-items'> | Refusal> => items.list(scopeOf(principal), query);
