import type { Business } from '../domain/catalogue.ts';
import { duplicateFaults } from '../domain/duplicate-faults.ts';
import { scopeOf } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** A page that says nothing of preferred channels, as registers do, leaves those on record alone; an empty list takes them away. */
const withPreference = (business: Business, known: Business | undefined): Business => {
  const channels = business.contacts.channels ?? known?.contacts.channels;
  return channels === undefined ? business : { ...business, contacts: { ...business.contacts, channels } };
};

/** A page of businesses: refused as a whole where one is named twice, else stored one by one. Repeatable. */
export const importBusinesses = async (
  { businesses }: Pick<Ports, 'businesses'>,
  { body, principal }: RequestOf<'import-businesses'>,
): Promise<ViewOf<'import-businesses'> | Refusal> => {
  const ids = body.businesses.map(({ businessId }) => businessId);
  const faults = duplicateFaults(ids, (index) => `businesses[${index}].businessId`);
  if (faults.length > 0) return refuse('import-refused', ...faults);
  const scope = scopeOf(principal);
  const known = await businesses.some(scope, ids);
  return businesses.import(
    scope,
    body.businesses.map((business) => withPreference(business, known.get(business.businessId))),
  );
};
