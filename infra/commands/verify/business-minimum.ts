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

/** How much may be enumerated for one business before the answer is relaxed: visits, and branches tried. */
export type Limits = { readonly columns: number; readonly branches: number };

/** A dozen requests are enumerated whatever it takes; more of them are relaxed before they cost seconds each. */
const limitsFor = (owed: number): Limits => ({ columns: owed <= 12 ? 1 << 20 : 1 << 16, branches: 5_000_000 });

/** Requests of which no two share a visit: by rising due day, each that starts after the last one kept of its mode ended. */
const apart = (owed: readonly Owed[]): Set<Owed> => {
  const until = new Map<string, number>();
  const chosen = new Set<Owed>();
  for (const one of owed.toSorted((a, b) => a.last - b.last)) {
    if (one.first <= (until.get(one.mode) ?? -1)) continue;
    until.set(one.mode, one.last);
    chosen.add(one);
  }
  return chosen;
};

/**
 * Requests to keep so that enumerating what each day could serve stays within a limit: first those that never share a visit, as
 * each proves one, then the dearest.
 */
const kept = (problem: BusinessProblem, limit: number): Owed[] => {
  const onDay = new Float64Array(problem.date.length).fill(1);
  let columns = 0;
  const keep = (owed: Owed): boolean => {
    let more = 0;
    for (let d = owed.first; d <= owed.last; d++) more += onDay[d] ?? 0;
    if (columns + more > limit) return false;
    columns += more;
    for (let d = owed.first; d <= owed.last; d++) onDay[d] = 2 * (onDay[d] ?? 0);
    return true;
  };
  const first = apart(problem.owed);
  const rank = (one: Owed) => (first.has(one) ? 0 : 1);
  return problem.owed
    .toSorted((a, b) => rank(a) - rank(b) || b.leftOut - a.leftOut)
    .slice(0, 30)
    .filter(keep);
};

/** Days and starts at which a visit of this mode may be held, as gap, closed days and standing visits allow. */
const openings = (problem: BusinessProblem, mode: string) => {
  const { date, closed, standing, minGapDays } = problem;
  const allSlots = Array.from({ length: problem.slotsPerDay }, (_, slot) => slot);
  return date.flatMap((on, day) => {
    const joined = standing.find((visit) => visit.day === day);
    const near = standing.some((visit) => Math.abs((date[visit.day] ?? 0) - on) < minGapDays);
    if (closed.has(day) || (joined === undefined ? near : joined.mode !== mode)) return [];
    return [{ day, joins: joined !== undefined, slots: joined === undefined ? allSlots : [joined.slot] }];
  });
};

const isOpen = (one: Owed, mode: string, day: number) => one.mode === mode && one.first <= day && day <= one.last;

/** Not even with every other unit's help is there a day for it: left out in any plan. */
const isHopeless = (problem: BusinessProblem, one: Owed): boolean =>
  !openings(problem, one.mode).some(({ day, slots }) => {
    const lenders = problem.owed.filter((other) => isOpen(other, one.mode, day));
    return (
      isOpen(one, one.mode, day) &&
      visitMinimum([one], lenders, day, slots, problem.slotMinutes, problem.stayPrice) < Number.POSITIVE_INFINITY
    );
  });

/**
 * Every visit that can pay. Where requests were dropped, they still lend their units: that can only make a visit cheaper, so a
 * minimum over these visits is no more than the true one.
 */
const columnsOf = (problem: BusinessProblem, requests: readonly Owed[]): Column[] => {
  const all = requests.length === problem.owed.length;
  const columns: Column[] = [];
  for (const mode of new Set(requests.map((request) => request.mode)))
    for (const { day, joins, slots } of openings(problem, mode)) {
      const open = requests.flatMap((one, bit) => (isOpen(one, mode, day) ? [{ one, bit }] : []));
      const lenders = all ? undefined : problem.owed.filter((one) => isOpen(one, mode, day));
      for (let subset = 1; subset < 1 << open.length; subset++) {
        const chosen = open.filter((_, n) => subset & (1 << n));
        const asks = chosen.map(({ one }) => one);
        const staffed = visitMinimum(asks, lenders ?? asks, day, slots, problem.slotMinutes, problem.stayPrice);
        const cost = staffed + (joins ? 0 : problem.visitCost);
        const mask = chosen.reduce((bits, { bit }) => bits | (1 << bit), 0);
        // A visit no cheaper than leaving its requests out is never needed: leaving out breaks no gap and no cap.
        if (cost < asks.reduce((sum, one) => sum + one.leftOut, 0)) columns.push({ mask, day, joins, cost });
      }
    }
  return columns;
};

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

const total = (duals: readonly number[]) => duals.reduce((sum, dual) => sum + dual, 0);

/** The better of two starts: cost shared by all that a visit serves, or borne by the requests that never share one. */
const bestDuals = (requests: readonly Owed[], columns: readonly Column[]): number[] => {
  const alone = apart(requests);
  const bears = requests.map((one) => alone.has(one));
  const shared = dualsOf(requests, columns, (_, size) => size);
  const borne = dualsOf(requests, columns, (bit) => (bears[bit] ? 1 : Number.POSITIVE_INFINITY));
  return total(borne) > total(shared) ? borne : shared;
};

/**
 * The least that serving or leaving out what one business is owed can cost. Every visit that can pay is enumerated, then a
 * depth-first branch and bound picks disjoint ones that keep gap and cap: it takes the first request not yet decided, tries
 * its visits by rising reduced cost and leaves a branch once duals plus reduced costs reach the best known. Exact; where
 * the business is too large (`exact` false) some requests are dropped or the duals alone answer, and the value is still no
 * more than the true minimum.
 */
export const businessMinimum = (whole: BusinessProblem, limits: Limits = limitsFor(whole.owed.length)): Minimum => {
  const owed = whole.owed.filter((one) => !isHopeless(whole, one));
  const hopeless =
    whole.owed.reduce((sum, one) => sum + one.leftOut, 0) - owed.reduce((sum, one) => sum + one.leftOut, 0);
  const problem = { ...whole, owed };
  const requests = kept(problem, limits.columns);
  const columns = columnsOf(problem, requests);
  const duals = bestDuals(requests, columns);
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
    if (extra >= best || branches++ > limits.branches) return;
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
  const finished = branches <= limits.branches;
  return {
    value: hopeless + total(duals) + (finished ? best : 0),
    exact: finished && requests.length === problem.owed.length,
  };
};
