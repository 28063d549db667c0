import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page of the businesses in the caller's scope. */
export const listBusinesses = async (
  { businesses }: Pick<Ports, 'businesses'>,
  { query, principal }: RequestOf<'list-businesses'>,
): Promise<ViewOf<'list-businesses'> | Refusal> => businesses.list(scopeOf(principal), query);
