import type { Chosen } from './chosen-visits.ts';
import { createDayProgram } from './day-program.ts';
import { createFittingSets } from './fitting-sets.ts';
import type { Model } from './model.ts';
import { keepsRules } from './part-rules.ts';
import type { Prices, Weights } from './price-table.ts';
import type { TripShares } from './prices-trip-shares.ts';
import { createSmoothSetPrices, reach } from './smooth-set-prices.ts';

export type SmoothProgram = {
  readonly chosen: Chosen;
  /**
   * Plans one part at the stays' prices `attend` and the shares of trips. Returns its least cost (a lower bound where the part isn't exact). With a
   * temperature above 0 it also adds the expected teams out to `use` (by `unit * timeCount + time`), attendances to `shares.seen`, and the
   * smoothed cost to `smoothed`.
   */
  readonly solve: (part: number, prices: Prices, temperature: number, use: Float64Array) => number;
  readonly smoothed: { total: number };
};

/**
 * The business program with a temperature: instead of the cheapest plan of a business alone, all its plans at once, each with
 * probability ∝ exp(-cost / temperature). The same recursion over subsets does it with soft minima (every partition into sets is met once, by
 * its lowest request), forwards for the cost and backwards for the probabilities. The smoothed cost lies below the least cost by at most
 * temperature × ln(plans), and its gradient, the expected use, is Lipschitz: that is what makes accelerated ascent
 * possible (Nesterov 2005). The least cost itself comes out on the way, so each pass also yields a valid bound.
 *
 * One visit a day, gap and cap are outside the recursion. Where its best plan breaks one of them, the exact program over days gives
 * cost and use, unsmoothed. Costs about three times the plain program.
 */
export const createSmoothProgram = (
  model: Model,
  weights: Weights,
  shares: Omit<TripShares, 'update'>,
): SmoothProgram => {
  const { parts, requests, standing, slotCount, timeCount, sessionCount, sessionOf, dayCount } = model;
  const { setBits, setStart, entryStart, entries, needStart, needUnit, needStay, needBeat } = parts;
  let widest = 1;
  for (let p = 0; p < parts.total; p++) widest = Math.max(widest, parts.requestStart[p + 1] - parts.requestStart[p]);
  const setPrices = createSmoothSetPrices(model, weights, shares);
  const { bestCost, bestAt, bestOption, softCost, candidateStart, candidate, candidateAt, candidateOption } = setPrices;
  const states = 1 << widest;
  const least = new Float64Array(states);
  const taken = new Int16Array(states);
  const soft = new Float64Array(states);
  const mass = new Float64Array(states);
  const choice = new Float64Array(states);
  const fitting = createFittingSets(parts, widest);
  const chosen: Chosen = {
    count: 0,
    set: new Int32Array(widest),
    at: new Int32Array(widest),
    option: new Int32Array(widest),
    cost: 0,
    bound: 0,
  };
  const smoothed = { total: 0 };

  /** `least[s]` is the cheapest way to deal with the requests in s; the plan it stands for goes to `chosen`. */
  const findCheapest = (part: number): void => {
    const from = setStart[part];
    const first = parts.requestStart[part];
    const full = (1 << (parts.requestStart[part + 1] - first)) - 1;
    least[0] = 0;
    for (let s = 1; s <= full; s++) {
      const low = 31 - Math.clz32(s & -s);
      let cost = least[s & (s - 1)] + weights.unscheduled * requests.weight[first + low];
      let take = -1;
      const sets = fitting.collect(s);
      for (let n = 0; n < sets; n++) {
        const m = fitting.found[n];
        const bits = setBits[from + m];
        if (least[s ^ bits] + bestCost[m] > cost) continue;
        cost = least[s ^ bits] + bestCost[m];
        take = m;
      }
      least[s] = cost;
      taken[s] = take;
    }
    chosen.count = 0;
    for (let s = full; s > 0; ) {
      const m = taken[s];
      if (m < 0) {
        s &= s - 1;
        continue;
      }
      chosen.set[chosen.count] = from + m;
      chosen.at[chosen.count] = bestAt[m];
      chosen.option[chosen.count++] = bestOption[m];
      s ^= setBits[from + m];
    }
    chosen.cost = least[full];
    chosen.bound = least[full];
  };

  /** Adds one visit, as a fraction, to what is used and seen. */
  const addVisit = (part: number, at: number, option: number, given: number, use: Float64Array): void => {
    const { seen, slotSeen, base, callerOf } = shares;
    const visit = -1 - at;
    const time = at >= 0 ? at : standing.day[visit] * slotCount + standing.slot[visit];
    const day = Math.floor(time / slotCount);
    const trip = day * sessionCount + sessionOf[time - day * slotCount];
    let fraction = given;
    if (part >= parts.count) {
      const shareAt = (part - parts.count) * dayCount + day;
      shares.daySeen[shareAt] += given;
      fraction *= shares.dayShare[shareAt];
    }
    for (let e = entryStart[option]; e < entryStart[option + 1]; e++) {
      const need = needStart[part] + entries[e];
      const stays = at >= 0 ? -1 : standing.base[standing.baseStart[visit] + entries[e]];
      const start = stays < 0 ? time : time + stays;
      const unit = needUnit[need] * timeCount;
      const beat = needBeat[need] * timeCount;
      for (let k = start; k < start + needStay[need]; k++) {
        use[unit + k] += fraction;
        if (stays < 0) slotSeen[beat + k] += fraction;
      }
      if (stays < 0) seen[base[callerOf[need]] + trip] += fraction;
    }
  };

  /** Soft minima over partitions: `soft[s]` for what `least[s]` is in the plain program. */
  const smoothCosts = (part: number, temperature: number): void => {
    const from = setStart[part];
    const first = parts.requestStart[part];
    const full = (1 << (parts.requestStart[part + 1] - first)) - 1;
    const limit = reach * temperature;
    soft[0] = 0;
    for (let s = 1; s <= full; s++) {
      const low = 31 - Math.clz32(s & -s);
      const out = soft[s & (s - 1)] + weights.unscheduled * requests.weight[first + low];
      let best = out;
      const sets = fitting.collect(s);
      for (let n = 0; n < sets; n++) {
        const m = fitting.found[n];
        const cost = soft[s ^ setBits[from + m]] + softCost[m];
        choice[n] = cost;
        if (cost < best) best = cost;
      }
      let total = out < best + limit ? Math.exp((best - out) / temperature) : 0;
      for (let n = 0; n < sets; n++) {
        const cost = choice[n];
        if (cost < best + limit) total += Math.exp((best - cost) / temperature);
      }
      soft[s] = best - temperature * Math.log(total);
    }
  };

  /** Hands the probability of each subset down to the sets that may hold its lowest request, and to their visits. */
  const spread = (part: number, temperature: number, use: Float64Array): void => {
    const from = setStart[part];
    const first = parts.requestStart[part];
    const full = (1 << (parts.requestStart[part + 1] - first)) - 1;
    mass.fill(0, 0, full);
    mass[full] = 1;
    for (let s = full; s > 0; s--) {
      if (mass[s] < 1e-5) continue;
      const low = 31 - Math.clz32(s & -s);
      const out = soft[s & (s - 1)] + weights.unscheduled * requests.weight[first + low];
      mass[s & (s - 1)] += mass[s] * Math.exp((soft[s] - out) / temperature);
      const sets = fitting.collect(s);
      for (let n = 0; n < sets; n++) {
        const m = fitting.found[n];
        const bits = setBits[from + m];
        const above = soft[s ^ bits] + softCost[m] - soft[s];
        if (!(above < reach * temperature)) continue;
        const share = mass[s] * Math.exp(-above / temperature);
        mass[s ^ bits] += share;
        for (let c = candidateStart[m]; c < candidateStart[m + 1]; c++) {
          const fraction = candidate[c] * share;
          if (fraction > 1e-6) addVisit(part, candidateAt[c], candidateOption[c], fraction, use);
        }
      }
    }
  };

  const dayProgram = createDayProgram(model, { ...setPrices, isOffered: () => true, weights, chosen });

  const solve = (part: number, prices: Prices, temperature: number, use: Float64Array): number => {
    setPrices.priceSets(part, prices, temperature);
    fitting.index(part);
    findCheapest(part);
    if (!keepsRules(model, part, chosen)) {
      const size = parts.requestStart[part + 1] - parts.requestStart[part];
      let leaveAllOut = 0;
      for (let n = 0; n < size; n++) leaveAllOut += weights.unscheduled * requests.weight[parts.requestStart[part] + n];
      dayProgram(part, prices, undefined, parts.cap[part] < size ? parts.cap[part] : 0, leaveAllOut);
      if (temperature > 0)
        for (let n = 0; n < chosen.count; n++) addVisit(part, chosen.at[n], chosen.option[n], 1, use);
      smoothed.total += chosen.bound;
    } else if (temperature > 0) {
      smoothCosts(part, temperature);
      smoothed.total += soft[(1 << (parts.requestStart[part + 1] - parts.requestStart[part])) - 1];
      spread(part, temperature, use);
    }
    return chosen.bound;
  };
  return { chosen, solve, smoothed };
};
