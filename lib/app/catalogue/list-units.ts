import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page of the district's units with their inspectors. */
export const listUnits = async (
  { units }: Pick<Ports, 'units'>,
  { query, principal }: RequestOf<'list-units'>,
): Promise<ViewOf<'list-units'> | Refusal> => units.list(scopeOf(principal), query);
