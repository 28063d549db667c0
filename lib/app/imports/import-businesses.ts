import type { Business } from '../../domain/catalogue/catalogue.ts';
import { duplicateFaults } from '../../domain/plans/duplicate-faults.ts';
import { type Scope, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** A page that says nothing of preferred channels, as registers do, leaves those on record alone; an empty list takes them away. */
const withPreference = (business: Business, known: Business | undefined): Business => {
  const channels = business.contacts.channels ?? known?.contacts.channels;
  return channels === undefined ? business : { ...business, contacts: { ...business.contacts, channels } };
};

/** Businesses as they are to be stored: with the preferences on record where the import says nothing of them. */
export const withPreferences = async (
  { businesses }: Pick<Ports, 'businesses'>,
  scope: Scope,
  rows: readonly Business[],
): Promise<readonly Business[]> => {
  const known = await businesses.some(
    scope,
    rows.map(({ businessId }) => businessId),
  );
  return rows.map((business) => withPreference(business, known.get(business.businessId)));
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
  return businesses.import(scope, await withPreferences({ businesses }, scope, body.businesses));
};
