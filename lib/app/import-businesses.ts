import { duplicateFaults } from '../domain/duplicate-faults.ts';
import { scopeOf } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** A page of businesses: refused as a whole where one is named twice, else stored one by one. Repeatable. */
export const importBusinesses = async (
  { businesses }: Pick<Ports, 'businesses'>,
  { body, principal }: RequestOf<'import-businesses'>,
): Promise<ViewOf<'import-businesses'> | Refusal> => {
  const ids = body.businesses.map(({ businessId }) => businessId);
  const faults = duplicateFaults(ids, (index) => `businesses[${index}].businessId`);
  if (faults.length > 0) return refuse('import-refused', ...faults);
  return businesses.import(scopeOf(principal), body.businesses);
};
