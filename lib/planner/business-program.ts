import type { Chosen, Presence, Siblings } from './chosen-visits.ts';
import { createDayProgram } from './day-program.ts';
import { createFittingSets } from './fitting-sets.ts';
import { createLimitedPresence } from './limited-presence.ts';
import type { Model } from './model.ts';
import { keepsRules } from './part-rules.ts';
import type { Prices, Weights } from './price-table.ts';
import { type Charges, createSetPrices } from './set-prices.ts';

export type BusinessProgram = {
  readonly chosen: Chosen;
  /** Plans one part at the given prices into `chosen`, and returns its cost. */
  readonly solve: (part: number, prices: Prices, siblings?: Siblings) => number;
};

/**
 * The cheapest way to serve one business at given prices, capacity aside. First each set's cheapest time and staffing is found
 * (set-prices.ts), then the cheapest partition of the requests into sets and requests left out, by dynamic programming over subsets. That drops one visit a
 * day, the gap and reuse of standing visits, so it is a lower bound; where its choice keeps these rules (nearly always) it is the
 * optimum, else the program over days (day-program.ts) finds it. The cap is a layer of the same program. Where a
 * limit on presence is kept by a charge (limited-presence.ts), the choice need not be the cheapest, and `bound` is none. Costs
 * sets × days × slots for the times and at most 3^n for the partition: a few microseconds for a typical business.
 */
export const createBusinessProgram = (
  model: Model,
  weights: Weights,
  most: Presence = { attendances: Number.POSITIVE_INFINITY, slots: Number.POSITIVE_INFINITY },
): BusinessProgram => {
  const { parts, requests } = model;
  const isLimited = most.attendances < Number.POSITIVE_INFINITY || most.slots < Number.POSITIVE_INFINITY;
  const { setBits } = parts;
  let widest = 1;
  for (let p = 0; p < parts.count; p++) widest = Math.max(widest, parts.requestStart[p + 1] - parts.requestStart[p]);
  const charges: Charges = { attendance: 0, slot: 0, barred: 0 };
  const setPrices = createSetPrices(model, weights, charges);
  const { bestCost, bestAt, bestOption, bestIsNew } = setPrices;
  const states = 1 << widest;
  const least = new Float64Array(states * (widest + 1));
  const taken = new Int16Array(states * (widest + 1));
  const leaveOut = new Float64Array(states);
  const fitting = createFittingSets(parts, widest);
  const chosen: Chosen = {
    count: 0,
    set: new Int32Array(widest),
    at: new Int32Array(widest),
    option: new Int32Array(widest),
    cost: 0,
    bound: 0,
  };

  const wholeVisits = new Float64Array(model.timeCount).fill(weights.visit);
  const dayProgram = createDayProgram(model, { ...setPrices, visitCosts: () => wholeVisits, weights, chosen });

  /**
   * Cheapest partition; `layers` is the number of new visits counted (0 where the cap can't bind). `least[layer * states + s]`
   * is the cheapest way to deal with the requests in s; `taken` is the set that holds the lowest of them, -1 where it is left out.
   */
  const partition = (part: number, layers: number): void => {
    const from = parts.setStart[part];
    const size = parts.requestStart[part + 1] - parts.requestStart[part];
    const full = (1 << size) - 1;
    fitting.index(part);
    leaveOut[0] = 0;
    for (let layer = 0; layer <= layers; layer++) {
      const base = layer << size;
      const below = layers === 0 ? 0 : (layer - 1) << size;
      least[base] = 0;
      for (let s = 1; s <= full; s++) {
        const low = 31 - Math.clz32(s & -s);
        const out = weights.unscheduled * requests.weight[parts.requestStart[part] + low];
        let cost = least[base + (s & (s - 1))] + out;
        let take = -1;
        leaveOut[s] = leaveOut[s & (s - 1)] + out;
        const sets = fitting.collect(s);
        for (let n = 0; n < sets; n++) {
          const m = fitting.found[n];
          const bits = setBits[from + m];
          const counts = layers > 0 && bestIsNew[m] === 1;
          if (counts && layer === 0) continue;
          const candidate = least[(counts ? below : base) + (s ^ bits)] + bestCost[m];
          // Of equals the later set is taken: it ascends in bits, so a larger one, and fewer visits conflict.
          if (candidate <= cost) {
            cost = candidate;
            take = m;
          }
        }
        least[base + s] = cost;
        taken[base + s] = take;
      }
    }
    chosen.count = 0;
    let layer = layers;
    for (let s = full; s > 0; ) {
      const m = taken[(layer << size) + s];
      if (m < 0) {
        s &= s - 1;
        continue;
      }
      chosen.set[chosen.count] = from + m;
      chosen.at[chosen.count] = bestAt[m];
      chosen.option[chosen.count++] = bestOption[m];
      s ^= setBits[from + m];
      if (layers > 0 && bestIsNew[m] === 1) layer--;
    }
    chosen.cost = least[(layers << size) + full];
    chosen.bound = chosen.cost;
  };

  const solveAt = (part: number, prices: Prices, siblings: Siblings | undefined): void => {
    const size = parts.requestStart[part + 1] - parts.requestStart[part];
    setPrices.priceSets(part, prices, siblings);
    const cap = siblings ? Math.min(siblings.cap, parts.cap[part]) : parts.cap[part];
    const layers = cap < size ? Math.max(0, cap) : 0;
    partition(part, layers);
    if (chosen.count > 1 && !keepsRules(model, part, chosen))
      dayProgram(part, prices, siblings, layers, leaveOut[(1 << size) - 1]);
  };

  const withinLimits = createLimitedPresence(model, weights, most, {
    chosen,
    charges,
    solveAt,
    leavingAllOut: (part) => leaveOut[(1 << (parts.requestStart[part + 1] - parts.requestStart[part])) - 1],
  });

  const solve = (part: number, prices: Prices, siblings?: Siblings): number => {
    solveAt(part, prices, siblings);
    if (isLimited) withinLimits({ part, prices, siblings });
    return chosen.cost;
  };
  return { chosen, solve };
};
