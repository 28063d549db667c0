import { type Ask, type StayPrice, visitMinimum } from './visit-minimum.ts';

export type Owed = Ask & {
  readonly first: number;
  readonly last: number;
  readonly mode: string;
  /** cost of leaving the request out */
  readonly leftOut: number;
};

/** A business by itself: everything its visits cost at given prices, no capacity. All costs are whole numbers. */
export type BusinessProblem = {
  readonly owed: readonly Owed[];
  /** calendar date (days since 1970) of each working day of the horizon */
  readonly date: readonly number[];
  readonly closed: ReadonlySet<number>;
  readonly minGapDays: number;
  readonly maxVisits: number;
  /** standing visits: requests of the mode may join at the slot, for no visit's cost */
  readonly standing: readonly { readonly day: number; readonly slot: number; readonly mode: string }[];
  readonly visitCost: number;
  readonly slotMinutes: number;
  readonly slotsPerDay: number;
  readonly stayPrice: StayPrice;
};

/** A visit that may be part of a plan: which requests (bits over the kept ones) it serves and what it costs in all. */
type Column = { readonly mask: number; readonly day: number; readonly joins: boolean; readonly cost: number };

export type Minimum = { readonly value: number; readonly exact: boolean };

const columnLimit = 1 << 17;
const branchLimit = 5_000_000;

/** Requests to keep, dearest first, so that enumerating what each day could serve stays within `columnLimit`. */
const kept = (problem: BusinessProblem): Owed[] => {
  const onDay = new Float64Array(problem.date.length).fill(1);
  let columns = 0;
  const keep = (owed: Owed): boolean => {
    let more = 0;
    for (let d = owed.first; d <= owed.last; d++) more += onDay[d] ?? 0;
    if (columns + more > columnLimit) return false;
    columns += more;
    for (let d = owed.first; d <= owed.last; d++) onDay[d] = 2 * (onDay[d] ?? 0);
    return true;
  };
  return problem.owed
    .toSorted((a, b) => b.leftOut - a.leftOut)
    .slice(0, 30)
    .filter(keep);
};

const columnsOf = (problem: BusinessProblem, requests: readonly Owed[]): Column[] => {
  const { date, closed, standing, minGapDays, slotMinutes, stayPrice } = problem;
  const allSlots = Array.from({ length: problem.slotsPerDay }, (_, slot) => slot);
  const all = requests.length === problem.owed.length;
  const columns: Column[] = [];
  for (let day = 0; day < date.length; day++) {
    const joined = standing.find((visit) => visit.day === day);
    const near = standing.some((visit) => Math.abs((date[visit.day] ?? 0) - (date[day] ?? 0)) < minGapDays);
    if (closed.has(day) || (joined === undefined && near)) continue;
    for (const mode of new Set(requests.map((request) => request.mode))) {
      if (joined !== undefined && joined.mode !== mode) continue;
      const here = (one: Owed) => one.mode === mode && one.first <= day && day <= one.last;
      const open = requests.flatMap((one, bit) => (here(one) ? [{ one, bit }] : []));
      // Requests that were dropped still lend their units: that can only make a visit cheaper, so the minimum stays valid.
      const lenders = all ? undefined : problem.owed.filter(here);
      for (let subset = 1; subset < 1 << open.length; subset++) {
        const chosen = open.filter((_, n) => subset & (1 << n));
        const asks = chosen.map(({ one }) => one);
        const slots = joined === undefined ? allSlots : [joined.slot];
        const staffed = visitMinimum(asks, lenders ?? asks, day, slots, slotMinutes, stayPrice);
        const cost = staffed + (joined === undefined ? problem.visitCost : 0);
        const mask = chosen.reduce((bits, { bit }) => bits | (1 << bit), 0);
        // A visit no cheaper than leaving its requests out is never needed: leaving out breaks no gap and no cap.
        if (cost < asks.reduce((sum, one) => sum + one.leftOut, 0))
          columns.push({ mask, day, joins: joined !== undefined, cost });
      }
    }
  }
  return columns;
};

/** Whole-number duals: no column's requests are worth more together than it costs, no request more than leaving it out. */
const dualsOf = (requests: readonly Owed[], columns: readonly Column[]): number[] => {
  const has = (column: Column, bit: number) => (column.mask & (1 << bit)) !== 0;
  const duals = requests.map((one, bit) =>
    columns.reduce((least, column) => {
      const size = requests.filter((_, other) => has(column, other)).length;
      return has(column, bit) ? Math.min(least, Math.floor(column.cost / size)) : least;
    }, one.leftOut),
  );
  const slack = columns.map(
    (column) => column.cost - duals.reduce((sum, dual, bit) => sum + (has(column, bit) ? dual : 0), 0),
  );
  for (const [bit, one] of requests.entries()) {
    let room = one.leftOut - (duals[bit] ?? 0);
    for (const [n, column] of columns.entries()) if (has(column, bit)) room = Math.min(room, slack[n] ?? 0);
    duals[bit] = (duals[bit] ?? 0) + room;
    for (const [n, column] of columns.entries()) if (has(column, bit)) slack[n] = (slack[n] ?? 0) - room;
  }
  return duals;
};

/**
 * The least that serving or leaving out what one business is owed can cost. Every visit that can pay is enumerated, then a
 * depth-first branch and bound picks disjoint ones that keep gap and cap: it takes the first request not yet decided, tries
 * its visits by rising reduced cost and leaves a branch once duals plus reduced costs reach the best known. Exact; where
 * the business is too large (`exact` false) some requests are dropped or the duals alone answer, and the value is still no
 * more than the true minimum.
 */
export const businessMinimum = (problem: BusinessProblem): Minimum => {
  const requests = kept(problem);
  const columns = columnsOf(problem, requests);
  const duals = dualsOf(requests, columns);
  const dualValue = duals.reduce((sum, dual) => sum + dual, 0);
  const reduced = columns
    .map((column) => ({
      ...column,
      extra: column.cost - duals.reduce((sum, dual, bit) => sum + (column.mask & (1 << bit) ? dual : 0), 0),
    }))
    .sort((a, b) => a.extra - b.extra);
  const options = requests.map((_, bit) => reduced.filter((column) => column.mask & (1 << bit)));
  const everything = 2 ** requests.length - 1;
  const room = Math.max(0, problem.maxVisits - problem.standing.length);
  const chosen: number[] = [];
  let best = requests.reduce((sum, one, bit) => sum + one.leftOut - (duals[bit] ?? 0), 0);
  let branches = 0;
  const fits = (day: number) =>
    chosen.length < room &&
    chosen.every((other) => Math.abs((problem.date[other] ?? 0) - (problem.date[day] ?? 0)) >= problem.minGapDays);
  const decide = (decided: number, joinedDays: readonly number[], extra: number): void => {
    if (extra >= best || branches++ > branchLimit) return;
    if (decided === everything) {
      best = extra;
      return;
    }
    const bit = 31 - Math.clz32(~decided & -~decided);
    for (const column of options[bit] ?? []) {
      if (extra + column.extra >= best) break;
      if (column.mask & decided) continue;
      if (column.joins) {
        if (!joinedDays.includes(column.day))
          decide(decided | column.mask, [...joinedDays, column.day], extra + column.extra);
      } else if (fits(column.day)) {
        chosen.push(column.day);
        decide(decided | column.mask, joinedDays, extra + column.extra);
        chosen.pop();
      }
    }
    decide(decided | (1 << bit), joinedDays, extra + (requests[bit]?.leftOut ?? 0) - (duals[bit] ?? 0));
  };
  decide(0, [], 0);
  const finished = branches <= branchLimit;
  return { value: dualValue + (finished ? best : 0), exact: finished && requests.length === problem.owed.length };
};
