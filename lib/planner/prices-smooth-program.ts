import type { Chosen } from './chosen-visits.ts';
import { createDayProgram } from './day-program.ts';
import { createFittingSets } from './fitting-sets.ts';
import type { Model } from './model.ts';
import { isJoinable, isOpenToNew, keepsRules } from './part-rules.ts';
import { type Prices, stayAt, type Weights } from './price-table.ts';
import type { TripShares } from './prices-trip-shares.ts';

const none = Number.POSITIVE_INFINITY;

/** Choices that cost more than this many temperatures above the best weigh less than 1e-6 and are dropped. */
const reach = 14;

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
  const { parts, requests, standing, slotCount, timeCount, sessionCount, sessionOf, standingTrips, dayCount } = model;
  const {
    setBits,
    setFirst,
    setLast,
    setStart,
    optionStart,
    entryStart,
    entries,
    needStart,
    needUnit,
    needStay,
    needBeat,
  } = parts;
  let widest = 1;
  let mostNeeds = 1;
  let mostSets = 1;
  let mostCandidates = 1;
  for (let p = 0; p < parts.total; p++) {
    const joins = parts.standingStart[p + 1] - parts.standingStart[p];
    let candidates = 0;
    for (let set = setStart[p]; set < setStart[p + 1]; set++)
      candidates +=
        (optionStart[set + 1] - optionStart[set]) * ((setLast[set] - setFirst[set] + 1) * slotCount + joins);
    widest = Math.max(widest, parts.requestStart[p + 1] - parts.requestStart[p]);
    mostNeeds = Math.max(mostNeeds, needStart[p + 1] - needStart[p]);
    mostSets = Math.max(mostSets, setStart[p + 1] - setStart[p]);
    mostCandidates = Math.max(mostCandidates, candidates);
  }
  const rows = new Float64Array(mostNeeds * timeCount);
  /** Per set: its cheapest visit, and its soft minimum over all visits. */
  const bestCost = new Float64Array(mostSets);
  const bestAt = new Int32Array(mostSets);
  const bestOption = new Int32Array(mostSets);
  const softCost = new Float64Array(mostSets);
  /** Visits worth keeping, by set: cost first, then probability within the set. */
  const candidateStart = new Int32Array(mostSets + 1);
  const candidate = new Float64Array(mostCandidates);
  const candidateAt = new Int32Array(mostCandidates);
  const candidateOption = new Int32Array(mostCandidates);
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

  /** What a group of a crowded business pays of a cost on the day; see crowded.ts. */
  const charged = (cost: number, part: number, day: number): number => {
    if (part < parts.count || cost === none) return cost;
    const { dayShare, dayWhole } = shares;
    const of = dayShare[(part - parts.count) * dayCount + day];
    return dayWhole > 0 ? Math.floor((cost * of) / dayWhole) : cost * of;
  };

  const wholeVisits = new Float64Array(timeCount).fill(weights.visit);
  const sharedVisits = new Float64Array(timeCount);
  /** What a new visit at each time costs the part at hand. */
  let visitCosts = wholeVisits;

  const fillRows = (part: number, attend: Float64Array): void => {
    visitCosts = part < parts.count ? wholeVisits : sharedVisits;
    if (part >= parts.count)
      for (let time = 0; time < timeCount; time++)
        sharedVisits[time] = charged(weights.visit, part, Math.floor(time / slotCount));
    const { share, slotShare, base, callerOf, firstDay, lastDay } = shares;
    const openStart = parts.openStart[part];
    for (let need = needStart[part]; need < needStart[part + 1]; need++) {
      const row = (need - needStart[part]) * timeCount;
      const length = needStay[need];
      const stay = stayAt(model, needUnit[need], length);
      const slots = needBeat[need] * timeCount;
      const caller = callerOf[need];
      for (let day = parts.firstDay[part]; day <= parts.lastDay[part]; day++) {
        const from = day * slotCount;
        if (
          day < firstDay[caller] ||
          day > lastDay[caller] ||
          (openStart >= 0 && parts.openDays[openStart + day] === 0)
        ) {
          rows.fill(none, row + from, row + from + slotCount);
          continue;
        }
        const shareAt = base[caller] + day * sessionCount;
        for (let time = from; time < from + slotCount; time++) {
          let cost = attend[stay + time] + share[shareAt + sessionOf[time - from]];
          if (cost < none) for (let k = 0; k < length; k++) cost += slotShare[slots + time + k];
          rows[row + time] = part < parts.count ? cost : charged(cost, part, day);
        }
      }
    }
  };

  const isOpen = (part: number, day: number): boolean => isOpenToNew(model, part, day);
  const joinable = (part: number, visit: number, set: number): boolean => isJoinable(model, part, visit, set);

  /** What a staffing adds at a standing visit, as in the business program, with shares for trips. */
  const joinCost = (part: number, visit: number, option: number, { attend }: Prices): number => {
    const day = standing.day[visit];
    const slot = standing.slot[visit];
    const session = sessionOf[slot];
    let price = 0;
    for (let e = entryStart[option]; e < entryStart[option + 1]; e++) {
      const need = needStart[part] + entries[e];
      const base = standing.base[standing.baseStart[visit] + entries[e]];
      const start = base < 0 ? slot : slot + base;
      if (start >= slotCount || sessionOf[start] !== session) return none;
      const time = day * slotCount + start;
      const cost = attend[stayAt(model, needUnit[need], needStay[need]) + time];
      if (cost === none) return none;
      let own = cost;
      if (base >= 0) own -= weights.attendance;
      else if (standingTrips[(needBeat[need] * dayCount + day) * sessionCount + session] === 0) {
        own += shares.share[shares.base[shares.callerOf[need]] + day * sessionCount + session];
        for (let k = 0; k < needStay[need]; k++) own += shares.slotShare[needBeat[need] * timeCount + time + k];
      }
      price += charged(own, part, day);
    }
    return price;
  };

  /** Cheapest visit of each set and, above temperature 0, the soft minimum and the probabilities of the others. */
  const priceSets = (part: number, prices: Prices, temperature: number): void => {
    const from = setStart[part];
    const limit = reach * temperature;
    let next = 0;
    for (let set = from; set < setStart[part + 1]; set++) {
      const first = setFirst[set] * slotCount;
      const end = (setLast[set] + 1) * slotCount;
      let least = none;
      let at = 0;
      let option = optionStart[set];
      candidateStart[set - from] = next;
      for (let o = optionStart[set]; o < optionStart[set + 1]; o++) {
        const entry = entryStart[o];
        const staff = entryStart[o + 1] - entry;
        const a = entries[entry] * timeCount;
        const b = entries[entry + 1] * timeCount;
        for (let time = first; time < end; time++) {
          let cost = visitCosts[time];
          if (staff === 1) cost += rows[a + time];
          else if (staff === 2) cost += rows[a + time] + rows[b + time];
          else if (staff === 0) cost = isOpen(part, Math.floor(time / slotCount)) ? cost : none;
          else for (let e = entry; e < entryStart[o + 1]; e++) cost += rows[entries[e] * timeCount + time];
          if (!(cost < least + limit)) continue;
          candidate[next] = cost;
          candidateAt[next] = time;
          candidateOption[next] = o;
          if (temperature > 0) next++;
          if (cost >= least) continue;
          least = cost;
          at = time;
          option = o;
        }
      }
      for (let visit = parts.standingStart[part]; visit < parts.standingStart[part + 1]; visit++) {
        if (!joinable(part, visit, set)) continue;
        for (let o = optionStart[set]; o < optionStart[set + 1]; o++) {
          const cost = joinCost(part, visit, o, prices);
          if (!(cost < least + limit)) continue;
          candidate[next] = cost;
          candidateAt[next] = -1 - visit;
          candidateOption[next] = o;
          if (temperature > 0) next++;
          if (cost >= least) continue;
          least = cost;
          at = -1 - visit;
          option = o;
        }
      }
      const m = set - from;
      bestCost[m] = least;
      bestAt[m] = at;
      bestOption[m] = option;
      softCost[m] = least;
      if (temperature === 0 || least === none) continue;
      const start = candidateStart[m];
      let total = 0;
      for (let c = start; c < next; c++) {
        const above = candidate[c] - least;
        total += candidate[c] = above < limit ? Math.exp(-above / temperature) : 0;
      }
      for (let c = start; c < next; c++) candidate[c] /= total;
      softCost[m] = least - temperature * Math.log(total);
    }
    candidateStart[setStart[part + 1] - from] = next;
  };

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

  const dayProgram = createDayProgram(model, {
    rows,
    isOpen,
    isOffered: () => true,
    visitCosts: () => visitCosts,
    joinable,
    joinCost,
    weights,
    chosen,
  });

  const solve = (part: number, prices: Prices, temperature: number, use: Float64Array): number => {
    fillRows(part, prices.attend);
    priceSets(part, prices, temperature);
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
