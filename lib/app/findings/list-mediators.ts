import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page of the register of mediators. */
export const listMediators = async (
  { mediators }: Pick<Ports, 'mediators'>,
  { query, principal }: RequestOf<'list-mediators'>,
): Promise<ViewOf<'list-mediators'> | Refusal> => mediators.list(scopeOf(principal), query);
