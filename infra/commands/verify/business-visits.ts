import { type Ask, type StayPrice, visitFloor, visitMinimum } from './visit-minimum.ts';

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
  /** by day */
  readonly visitCost: (day: number) => number;
  readonly slotMinutes: number;
  readonly slotsPerDay: number;
  readonly stayPrice: StayPrice;
};

/** A visit that may be part of a plan: which requests (bits over the kept ones) it serves and what it costs in all. */
export type Column = { readonly mask: number; readonly day: number; readonly joins: boolean; readonly cost: number };

/** Requests of which no two share a visit: by rising due day, each that starts after the last one kept of its mode ended. */
export const apart = (owed: readonly Owed[]): Set<Owed> => {
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
export const kept = (problem: BusinessProblem, limit: number): Owed[] => {
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
export const isHopeless = (problem: BusinessProblem, one: Owed): boolean =>
  !openings(problem, one.mode).some(({ day, slots }) => {
    if (!isOpen(one, one.mode, day)) return false;
    const eligible = problem.owed.filter((other) => isOpen(other, one.mode, day));
    const { value, exact } = visitMinimum({ ...problem, asks: [one], eligible, day, slots });
    return !exact || value < Number.POSITIVE_INFINITY;
  });

export type Columns = { readonly columns: readonly Column[]; readonly exact: boolean };

/**
 * Every visit that can pay. Where requests were dropped, the others' units are lent to each visit and a floor stands for its staffing:
 * that can only make a visit cheaper, so a minimum over these visits is no more than the true one.
 */
export const columnsOf = (problem: BusinessProblem, requests: readonly Owed[]): Columns => {
  const all = requests.length === problem.owed.length;
  let exact = all;
  const columns: Column[] = [];
  const staff = (asks: readonly Owed[], lenders: readonly Owed[], day: number, slots: readonly number[]): number => {
    if (!all) return visitFloor({ ...problem, asks, eligible: lenders, day, slots });
    const staffing = visitMinimum({ ...problem, asks, eligible: asks, day, slots });
    exact &&= staffing.exact;
    return staffing.value;
  };
  for (const mode of new Set(requests.map((request) => request.mode)))
    for (const { day, joins, slots } of openings(problem, mode)) {
      const open = requests.flatMap((one, bit) => (isOpen(one, mode, day) ? [{ one, bit }] : []));
      const lenders = problem.owed.filter((one) => isOpen(one, mode, day));
      for (let subset = 1; subset < 1 << open.length; subset++) {
        const chosen = open.filter((_, n) => subset & (1 << n));
        const asks = chosen.map(({ one }) => one);
        const cost = staff(asks, lenders, day, slots) + (joins ? 0 : problem.visitCost(day));
        const mask = chosen.reduce((bits, { bit }) => bits | (1 << bit), 0);
        // A visit no cheaper than leaving its requests out is never needed: leaving out breaks no gap and no cap.
        if (cost < asks.reduce((sum, one) => sum + one.leftOut, 0)) columns.push({ mask, day, joins, cost });
      }
    }
  return { columns, exact };
};
