import type { Model } from './model.ts';
import { isJoinable, isOpenToNew } from './part-rules.ts';
import { type Prices, stayAt, type Weights } from './price-table.ts';
import type { TripShares } from './prices-trip-shares.ts';

const none = Number.POSITIVE_INFINITY;

/** Choices that cost more than this many temperatures above the best weigh less than 1e-6 and are dropped. */
export const reach = 14;

/**
 * The visits that each set of a part's requests could have, at the stays' prices and the shares of trips: the cheapest and,
 * above temperature 0, the soft minimum over all and the probability of each.
 */
export const createSmoothSetPrices = (model: Model, weights: Weights, shares: Omit<TripShares, 'update'>) => {
  const { parts, standing, slotCount, timeCount, sessionCount, sessionOf, standingTrips, dayCount } = model;
  const { setFirst, setLast, setStart, optionStart, entryStart, entries, needStart, needUnit, needStay, needBeat } =
    parts;
  let mostNeeds = 1;
  let mostSets = 1;
  let mostCandidates = 1;
  for (let p = 0; p < parts.total; p++) {
    const joins = parts.standingStart[p + 1] - parts.standingStart[p];
    let candidates = 0;
    for (let set = setStart[p]; set < setStart[p + 1]; set++)
      candidates +=
        (optionStart[set + 1] - optionStart[set]) * ((setLast[set] - setFirst[set] + 1) * slotCount + joins);
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

  /** Prices every set of the part. */
  const priceSets = (part: number, prices: Prices, temperature: number): void => {
    fillRows(part, prices.attend);
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

  return {
    priceSets,
    rows,
    bestCost,
    bestAt,
    bestOption,
    softCost,
    candidateStart,
    candidate,
    candidateAt,
    candidateOption,
    /** What a new visit at each time costs the part at hand. */
    visitCosts: () => visitCosts,
    isOpen,
    joinable,
    joinCost,
  };
};
