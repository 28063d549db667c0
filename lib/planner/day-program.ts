import type { Chosen, Siblings, SiblingVisit } from './chosen-visits.ts';
import type { Model } from './model.ts';
import { isServable } from './part-rules.ts';
import type { Prices, Weights } from './price-table.ts';

/** What the day program borrows from the business program that found a conflict. */
export type DayProgramSources = {
  /** Prices of each need of the part at each time, as filled for the part at hand. */
  readonly rows: Float64Array;
  readonly isOpen: (part: number, day: number, siblings: Siblings | undefined) => boolean;
  /** Whether the set may be served at all. */
  readonly isOffered: (set: number) => boolean;
  /** What a new visit at each time costs the part at hand, attendances aside. */
  readonly visitCosts: () => Float64Array;
  readonly joinable: (part: number, visit: number, set: number) => boolean;
  readonly joinCost: (part: number, visit: number, option: number, prices: Prices, siblings?: Siblings) => number;
  /** What a staffing costs at a visit of another part of the business; absent where no part has siblings. */
  readonly siblingCost?: (part: number, visit: SiblingVisit, option: number, prices: Prices) => number;
  readonly weights: Weights;
  readonly chosen: Chosen;
};

const none = Number.POSITIVE_INFINITY;
const stateLimit = 4_000_000;

/**
 * The exact program of a business where one visit a day, the gap or a standing visit binds: stages are its standing visits, those
 * of its siblings, then its days; at each stage at most one set is served, and the next new visit builds on the latest stage that lies the gap before. State: requests
 * dealt with, and new visits used where the cap binds. It takes over `chosen` from the relaxation. Costs days × 3^n × cap,
 * a fraction of a millisecond for six requests; beyond `stateLimit` states the relaxation's visits that don't conflict are kept instead, and
 * `chosen.bound` stays the relaxation's value.
 */
export const createDayProgram = (model: Model, sources: DayProgramSources) => {
  const { parts, requests, slotCount, timeCount, dateOf } = model;
  const { setBits, setFirst, setLast, optionStart, entryStart, entries } = parts;
  const { rows, isOpen, isOffered, visitCosts, joinable, joinCost, siblingCost, weights, chosen } = sources;
  let least = new Float64Array(1024);
  let taken = new Int16Array(1024);
  let stageCost = new Float64Array(1024);
  let stageAt = new Int32Array(1024);
  let stageOption = new Int32Array(1024);

  const grow = (stages: number, states: number, sets: number): void => {
    if (least.length < stages * states) {
      least = new Float64Array(stages * states);
      taken = new Int16Array(stages * states);
    }
    if (stageCost.length >= stages * sets) return;
    stageCost = new Float64Array(stages * sets);
    stageAt = new Int32Array(stages * sets);
    stageOption = new Int32Array(stages * sets);
  };

  const offerNew = (part: number, row: number, day: number): void => {
    const from = parts.setStart[part];
    const costs = visitCosts();
    for (let set = from; set < parts.setStart[part + 1]; set++) {
      const at = row + set - from;
      stageCost[at] = none;
      if (day < setFirst[set] || day > setLast[set] || !isOffered(set)) continue;
      for (let o = optionStart[set]; o < optionStart[set + 1]; o++) {
        for (let time = day * slotCount; time < (day + 1) * slotCount; time++) {
          let price = costs[time];
          for (let e = entryStart[o]; e < entryStart[o + 1]; e++) price += rows[entries[e] * timeCount + time];
          if (price >= stageCost[at]) continue;
          stageCost[at] = price;
          stageAt[at] = time;
          stageOption[at] = o;
        }
      }
    }
  };

  const offerJoin = (
    part: number,
    row: number,
    visit: number,
    prices: Prices,
    siblings: Siblings | undefined,
  ): void => {
    const from = parts.setStart[part];
    for (let set = from; set < parts.setStart[part + 1]; set++) {
      const at = row + set - from;
      stageCost[at] = none;
      if (!isOffered(set) || !joinable(part, visit, set)) continue;
      for (let o = optionStart[set]; o < optionStart[set + 1]; o++) {
        const price = joinCost(part, visit, o, prices, siblings);
        if (price >= stageCost[at]) continue;
        stageCost[at] = price;
        stageAt[at] = -1 - visit;
        stageOption[at] = o;
      }
    }
  };

  const offerSibling = (part: number, row: number, visit: SiblingVisit, prices: Prices): void => {
    const from = parts.setStart[part];
    for (let set = from; set < parts.setStart[part + 1]; set++) {
      const at = row + set - from;
      stageCost[at] = none;
      if (!isOffered(set) || !isServable(model, part, set, Math.floor(visit.time / slotCount), visit.mode)) continue;
      for (let o = optionStart[set]; o < optionStart[set + 1]; o++) {
        const price = siblingCost?.(part, visit, o, prices) ?? none;
        if (price >= stageCost[at]) continue;
        stageCost[at] = price;
        stageAt[at] = visit.time;
        stageOption[at] = o;
      }
    }
  };

  /** Drops visits until the rest keep the rules; what they served is left out. */
  const dropConflicts = (part: number): void => {
    let kept = 0;
    let cost = chosen.cost;
    for (let n = 0; n < chosen.count; n++) {
      const at = chosen.at[n];
      let clashes = false;
      for (let k = 0; k < kept; k++) {
        const other = chosen.at[k];
        if (at < 0 || other < 0) clashes ||= at === other;
        else
          clashes ||=
            Math.abs(dateOf[Math.floor(at / slotCount)] - dateOf[Math.floor(other / slotCount)]) < parts.gapDays[part];
      }
      if (clashes) {
        for (let bits = setBits[chosen.set[n]]; bits > 0; bits &= bits - 1)
          cost += weights.unscheduled * requests.weight[parts.requestStart[part] + 31 - Math.clz32(bits & -bits)];
        // Its own price isn't known any more; without it the cost is an upper estimate.
        continue;
      }
      chosen.set[kept] = chosen.set[n];
      chosen.at[kept] = at;
      chosen.option[kept++] = chosen.option[n];
    }
    chosen.count = kept;
    chosen.cost = cost;
  };

  return (part: number, prices: Prices, siblings: Siblings | undefined, layers: number, leaveAllOut: number): void => {
    const size = parts.requestStart[part + 1] - parts.requestStart[part];
    const full = (1 << size) - 1;
    const from = parts.setStart[part];
    const sets = parts.setStart[part + 1] - from;
    const standingJoins = parts.standingStart[part + 1] - parts.standingStart[part];
    const siblingVisits = siblings?.visits ?? [];
    const joins = standingJoins + siblingVisits.length;
    const firstDay = parts.firstDay[part];
    const lastDay = parts.lastDay[part];
    const stages = joins + lastDay - firstDay + 1;
    const states = (layers + 1) << size;
    if ((stages + 1) * states > stateLimit) {
      dropConflicts(part);
      return;
    }
    grow(stages + 1, states, sets);
    // State s holds the requests dealt with by visits; what is left out is paid for at the end, so all start from "all left out".
    least.fill(none, 0, states);
    taken.fill(-1, 0, states);
    least[0] = leaveAllOut;
    for (let stage = 0; stage < stages; stage++) {
      const here = (stage + 1) * states;
      least.copyWithin(here, here - states, here);
      taken.fill(-1, here, here + states);
      const day = firstDay + stage - joins;
      let back = stage;
      if (stage >= joins) {
        if (!isOpen(part, day, siblings)) continue;
        while (back > joins && dateOf[day] - dateOf[firstDay + back - 1 - joins] < parts.gapDays[part]) back--;
        offerNew(part, stage * sets, day);
      } else if (stage < standingJoins)
        offerJoin(part, stage * sets, parts.standingStart[part] + stage, prices, siblings);
      else offerSibling(part, stage * sets, siblingVisits[stage - standingJoins], prices);
      const counts = layers > 0 && stage >= joins;
      for (let m = 0; m < sets; m++) {
        const bits = setBits[from + m];
        let saved = 0;
        for (let rest = bits; rest > 0; rest &= rest - 1)
          saved += weights.unscheduled * requests.weight[parts.requestStart[part] + 31 - Math.clz32(rest & -rest)];
        const price = stageCost[stage * sets + m] - saved;
        if (!(price <= 0)) continue;
        const others = full ^ bits;
        for (let layer = counts ? 1 : 0; layer <= layers; layer++) {
          const source = back * states + ((counts ? layer - 1 : layer) << size);
          const target = here + (layer << size);
          for (let rest = others; ; rest = (rest - 1) & others) {
            const candidate = least[source + rest] + price;
            if (candidate < least[target + (rest | bits)]) {
              least[target + (rest | bits)] = candidate;
              taken[target + (rest | bits)] = m;
            }
            if (rest === 0) break;
          }
        }
      }
    }
    let best = stages * states;
    for (let at = best; at < (stages + 1) * states; at++) if (least[at] < least[best]) best = at;
    chosen.cost = least[best];
    chosen.bound = chosen.cost;
    chosen.count = 0;
    let state = best - stages * states;
    for (let stage = stages; stage > 0; ) {
      const m = taken[stage * states + state];
      if (m < 0) {
        stage--;
        continue;
      }
      const at = (stage - 1) * sets + m;
      chosen.set[chosen.count] = from + m;
      chosen.at[chosen.count] = stageAt[at];
      chosen.option[chosen.count++] = stageOption[at];
      state ^= setBits[from + m];
      let back = stage - 1;
      if (stage > joins) {
        const day = firstDay + stage - 1 - joins;
        while (back > joins && dateOf[day] - dateOf[firstDay + back - 1 - joins] < parts.gapDays[part]) back--;
        if (layers > 0) state -= 1 << size;
      }
      stage = back;
    }
  };
};
