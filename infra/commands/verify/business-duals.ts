import { apart, type Column, type Owed } from './business-visits.ts';

/**
 * Whole-number duals: no column's requests are worth more together than it costs, no request more than leaving it out. They start
 * from a part of each request's cheapest column (its cost divided by `parts`) and rise one after the other as far as they may.
 */
const dualsOf = (
  requests: readonly Owed[],
  columns: readonly Column[],
  parts: (bit: number, size: number) => number,
) => {
  const has = (column: Column, bit: number) => (column.mask & (1 << bit)) !== 0;
  const duals = requests.map((one) => one.leftOut);
  for (const column of columns) {
    const bits = requests.flatMap((_, bit) => (has(column, bit) ? [bit] : []));
    for (const bit of bits) duals[bit] = Math.min(duals[bit] ?? 0, Math.floor(column.cost / parts(bit, bits.length)));
  }
  const worth = (column: Column) => duals.reduce((sum, dual, bit) => sum + (has(column, bit) ? dual : 0), 0);
  const slack = columns.map((column) => column.cost - worth(column));
  for (const [bit, one] of requests.entries()) {
    let room = one.leftOut - (duals[bit] ?? 0);
    for (const [n, column] of columns.entries()) if (has(column, bit)) room = Math.min(room, slack[n] ?? 0);
    duals[bit] = (duals[bit] ?? 0) + room;
    for (const [n, column] of columns.entries()) if (has(column, bit)) slack[n] = (slack[n] ?? 0) - room;
  }
  return duals;
};

/** What the duals prove by themselves. */
export const total = (duals: readonly number[]) => duals.reduce((sum, dual) => sum + dual, 0);

/** The better of two starts: cost shared by all that a visit serves, or borne by the requests that never share one. */
export const bestDuals = (requests: readonly Owed[], columns: readonly Column[]): number[] => {
  const alone = apart(requests);
  const bears = requests.map((one) => alone.has(one));
  const shared = dualsOf(requests, columns, (_, size) => size);
  const borne = dualsOf(requests, columns, (bit) => (bears[bit] ? 1 : Number.POSITIVE_INFINITY));
  return total(borne) > total(shared) ? borne : shared;
};
