import { businessMinimum, type Limits } from './business-minimum.ts';
import type { BusinessProblem, Owed } from './business-visits.ts';
import type { Certificate } from './certificate-file.ts';
import type { Request } from './instance-file.ts';

type Crowded = Certificate['crowded'][number];

const whole = 1000;

/**
 * What a crowded business costs at least, group by group: each group is a business of its own that pays, on each day, its share of what a visit for
 * it alone would cost. A visit for requests of several groups costs no less than for those of any one of them, so no less than all the shares together,
 * which add up to the whole at most (else nothing is proven, and that is a fault). A visit may count on checks that units outside the
 * group perform, or perform faster, so those are dropped. 0 where the groups don't hold.
 */
export const crowdedMinimum = (
  problem: BusinessProblem,
  requests: readonly Request[],
  { business, groups }: Crowded,
  faults: string[],
  limits: Limits | undefined,
): number => {
  const owedOf = new Map(requests.map((request, n) => [request.id, problem.owed[n]]));
  const members = groups.map((group) => group.requests.flatMap((id) => owedOf.get(id) ?? []));
  const all = members.flat();
  const fault = (text: string): number => {
    faults.push(`groups of ${business}: ${text}`);
    return 0;
  };
  if (all.length < groups.flatMap((group) => group.requests).length) return fault('a request of another business');
  if (new Set(all).size < all.length) return fault('a request stands in two of them');
  for (const mode of new Set(all.map((one) => one.mode)))
    for (const day of problem.date.keys()) {
      const sum = groups.reduce(
        (total, { shares }, g) => total + (members[g]?.some((one) => one.mode === mode) ? (shares[day] ?? 0) : 0),
        0,
      );
      if (sum > whole) return fault(`they pay ${sum} thousandths of a visit on day ${day}`);
    }
  const waysOf = new Map<number, Set<string>>();
  for (const one of problem.owed)
    for (const { check, minutes } of one.checks)
      waysOf.set(check, (waysOf.get(check) ?? new Set()).add(`${one.unit} ${minutes}`));
  return groups.reduce((total, { shares }, g) => {
    const inside = new Set(members[g]);
    const outside = new Set(
      problem.owed.flatMap((one) =>
        inside.has(one) ? [] : one.checks.flatMap(({ check }) => (waysOf.get(check)?.size === 1 ? [] : [check])),
      ),
    );
    const owed: Owed[] = problem.owed.flatMap((one) =>
      inside.has(one) ? [{ ...one, checks: one.checks.filter(({ check }) => !outside.has(check)) }] : [],
    );
    const paid = (cost: number, day: number): number =>
      cost === Number.POSITIVE_INFINITY ? cost : Math.floor((cost * (shares[day] ?? 0)) / whole);
    const group: BusinessProblem = {
      ...problem,
      owed,
      visitCost: (day) => paid(problem.visitCost(day), day),
      stayPrice: (unit, day, slot, slots) => paid(problem.stayPrice(unit, day, slot, slots), day),
    };
    return total + businessMinimum(group, limits).value;
  }, 0);
};
