import { operations } from '../../../lib/contract/operations.ts';
import type { Caller } from './api-client.ts';
import type { DemoDistrict } from './demo-district.ts';

/** Businesses are the only rows that don't fit one page. */
const rowsPerPage = 1000;

/** Rows that the service says it took. */
export type LoadedRows = { readonly items: number; readonly businesses: number; readonly units: number };

/**
 * Loads a district over the API as its admin: settings and calendars first, then catalogue, businesses, scenarios and forces.
 * It may be repeated, also after it was cut off: every import goes by its idempotency key, and rows that stand stay.
 */
export const loadDemoDistrict = async (admin: Caller, district: DemoDistrict): Promise<LoadedRows> => {
  const { settings, calendars, items, businesses, units, scenarios } = district;
  await admin.call(operations['put-settings'], { body: settings });
  for (const { year, ...body } of calendars) await admin.call(operations['put-calendar'], { params: { year }, body });

  const catalogue = await admin.call(operations['import-items'], { body: { items } });
  let imported = 0;
  for (let at = 0; at < businesses.length; at += rowsPerPage) {
    const body = { businesses: businesses.slice(at, at + rowsPerPage) };
    imported += (await admin.call(operations['import-businesses'], { body })).imported;
  }
  await admin.call(operations['import-scenarios'], { body: { scenarios } });
  const forces = await admin.call(operations['import-units'], { body: { units } });
  return { items: catalogue.imported, businesses: imported, units: forces.imported };
};
