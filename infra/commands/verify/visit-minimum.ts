/** One request as a visit sees it; classes and units are numbers local to the business. */
export type Ask = {
  readonly unit: number;
  readonly checks: readonly { readonly check: number; readonly minutes: number }[];
};

/** What a unit's stay of `slots` slots costs in a visit that starts at `slot` on `day`; infinite where it may not stay. */
export type StayPrice = (unit: number, day: number, slot: number, slots: number) => number;

type Performer = { readonly unit: number; readonly minutes: number };

const performersOf = (asks: readonly Ask[], eligible: readonly Ask[]): Performer[][] => {
  const wanted = new Set(asks.flatMap((ask) => ask.checks.map(({ check }) => check)));
  const byCheck = new Map<number, Map<number, number>>();
  for (const ask of eligible)
    for (const { check, minutes } of ask.checks) {
      if (!wanted.has(check)) continue;
      const units = byCheck.get(check) ?? new Map<number, number>();
      byCheck.set(check, units.set(ask.unit, Math.min(minutes, units.get(ask.unit) ?? minutes)));
    }
  const all = [...byCheck.values()].map((units) => [...units].map(([unit, minutes]) => ({ unit, minutes })));
  // What only one unit may perform comes first: then the branching starts from the stays that nobody can avoid.
  return all.sort((a, b) => a.length - b.length);
};

/**
 * The cheapest way to staff one visit that serves `asks`: each check goes to one of the `eligible` units that asked for it,
 * every assignment is tried, and a branch ends once its stays alone cost what the best known does (stays only grow).
 * Infinite where no assignment fits. `slots` are the starts allowed. Exponential in the contested checks, of which visits have few.
 */
export const visitMinimum = (
  asks: readonly Ask[],
  eligible: readonly Ask[],
  day: number,
  slots: readonly number[],
  slotMinutes: number,
  stayPrice: StayPrice,
): number => {
  const checks = performersOf(asks, eligible);
  let best = Number.POSITIVE_INFINITY;
  for (const slot of slots) {
    const minutes = new Map<number, number>();
    const price = (unit: number, spent: number) =>
      spent === 0 ? 0 : stayPrice(unit, day, slot, Math.ceil(spent / slotMinutes));
    const assign = (n: number, cost: number): void => {
      if (cost >= best) return;
      const performers = checks[n];
      if (performers === undefined) {
        best = cost;
        return;
      }
      for (const performer of performers) {
        const before = minutes.get(performer.unit) ?? 0;
        const after = before + performer.minutes;
        minutes.set(performer.unit, after);
        assign(n + 1, cost - price(performer.unit, before) + price(performer.unit, after));
        minutes.set(performer.unit, before);
      }
    };
    assign(0, 0);
  }
  return best;
};
