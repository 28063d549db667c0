import type { PriceSearch } from '../../../lib/planner/prices-search.ts';

/** Runs so many passes. */
export const learn = async (search: PriceSearch, passes: number): Promise<void> => {
  for (let n = 0; n < passes; n++) await search.step();
};
