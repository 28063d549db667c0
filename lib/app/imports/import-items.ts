import { duplicateFaults } from '../../domain/plans/duplicate-faults.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page of the catalogue: refused as a whole where an item is named twice, else stored item by item. Repeatable. */
export const importItems = async (
  { items }: Pick<Ports, 'items'>,
  { body, principal }: RequestOf<'import-items'>,
): Promise<ViewOf<'import-items'> | Refusal> => {
  const ids = body.items.map(({ itemId }) => itemId);
  const faults = duplicateFaults(ids, (index) => `items[${index}].itemId`);
  if (faults.length > 0) return refuse('import-refused', ...faults);
  return items.import(scopeOf(principal), body.items);
};
