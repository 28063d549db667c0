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

export type Staffing = { readonly value: number; readonly exact: boolean };

export type Staffed = {
  /** which requests the visit serves */
  readonly asks: readonly Ask[];
  /** whose units may perform: each check goes to a unit that asked for it there */
  readonly eligible: readonly Ask[];
  readonly day: number;
  /** starts allowed */
  readonly slots: readonly number[];
  readonly slotMinutes: number;
  readonly stayPrice: StayPrice;
};

const assignmentLimit = 200_000;

/** No staffing costs less: whoever performs the dearest check stays at least for that. */
export const visitFloor = ({ asks, eligible, day, slots, slotMinutes, stayPrice }: Staffed): number => {
  const checks = performersOf(asks, eligible);
  const floorAt = (slot: number) =>
    checks.reduce((floor, performers) => {
      const prices = performers.map(({ unit, minutes }) =>
        minutes === 0 ? 0 : stayPrice(unit, day, slot, Math.ceil(minutes / slotMinutes)),
      );
      return Math.max(floor, Math.min(...prices));
    }, 0);
  return Math.min(...slots.map(floorAt));
};

/**
 * The cheapest way to staff one visit: every assignment of checks to units is tried, and a branch ends once its stays alone cost
 * what the best known does (stays only grow). Infinite where no assignment fits. Exponential in the contested checks, of which
 * visits have few; past a limit the floor is the answer, and not exact.
 */
export const visitMinimum = (visit: Staffed): Staffing => {
  const { asks, eligible, day, slots, slotMinutes, stayPrice } = visit;
  const checks = performersOf(asks, eligible);
  let best = Number.POSITIVE_INFINITY;
  let tried = 0;
  for (const slot of slots) {
    const minutes = new Map<number, number>();
    const price = (unit: number, spent: number) =>
      spent === 0 ? 0 : stayPrice(unit, day, slot, Math.ceil(spent / slotMinutes));
    const assign = (n: number, cost: number): void => {
      if (cost >= best || tried++ > assignmentLimit) return;
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
  return tried > assignmentLimit ? { value: visitFloor(visit), exact: false } : { value: best, exact: true };
};
