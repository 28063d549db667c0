import { bestDuals, total } from './business-duals.ts';
import { type BusinessProblem, columnsOf, isHopeless, kept } from './business-visits.ts';

export type Minimum = { readonly value: number; readonly exact: boolean };

/** How much may be enumerated for one business before the answer is relaxed: visits, and looks at a visit while branching. */
export type Limits = { readonly columns: number; readonly looks: number };

/** A dozen requests are enumerated whatever it takes; more of them are relaxed before they cost seconds each. */
const limitsFor = (owed: number): Limits =>
  owed <= 12 ? { columns: 1 << 20, looks: 1_000_000_000 } : { columns: 1 << 13, looks: 10_000_000 };

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
  const { columns, exact } = columnsOf(problem, requests);
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
  let looks = 0;
  const fits = (day: number) =>
    chosen.length < room &&
    chosen.every((other) => Math.abs((problem.date[other] ?? 0) - (problem.date[day] ?? 0)) >= problem.minGapDays);
  const decide = (decided: number, joinedDays: readonly number[], extra: number): void => {
    if (extra >= best) return;
    if (decided === everything) {
      best = extra;
      return;
    }
    const bit = 31 - Math.clz32(~decided & -~decided);
    for (const column of options[bit] ?? []) {
      if (looks++ > limits.looks || extra + column.extra >= best) break;
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
    if (looks <= limits.looks)
      decide(decided | (1 << bit), joinedDays, extra + (requests[bit]?.leftOut ?? 0) - (duals[bit] ?? 0));
  };
  decide(0, [], 0);
  const finished = looks <= limits.looks;
  return {
    value: hopeless + total(duals) + (finished ? best : 0),
    exact: finished && exact,
  };
};
