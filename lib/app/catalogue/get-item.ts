import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

export const getItem = async (
  { items }: Pick<Ports, 'items'>,
  { params, principal }: RequestOf<'get-item'>,
): Promise<ViewOf<'get-item'> | Refusal> =>
  (await items.find(scopeOf(principal), params.itemId)) ?? refuse('not-found');
