import type { Siblings, SiblingVisit } from './chosen-visits.ts';
import type { Model } from './model.ts';
import { isJoinable, isOpenToNew, isServable } from './part-rules.ts';
import { type Prices, stayAt, type Weights } from './price-table.ts';

const none = Number.POSITIVE_INFINITY;

/** What the plan of a part is charged beside the prices, while less of its presence is looked for, and what it may not serve. */
export type Charges = {
  /** On each attendance, and on each slot that a unit stays. */
  attendance: number;
  slot: number;
  /** Requests that no visit may serve, as bits. */
  barred: number;
};

/**
 * The cheapest visit for each set of a part's requests at given prices: a new one, one that stands, or one that another part of
 * the business makes. Costs sets × days × slots.
 */
export const createSetPrices = (model: Model, weights: Weights, charges: Charges) => {
  const { parts, standing, slotCount, timeCount, dayCount, sessionCount, sessionOf } = model;
  const { setBits, setFirst, setLast, optionStart, entryStart, entries, needUnit, needStay, needBeat } = parts;
  let mostNeeds = 1;
  let mostSets = 1;
  for (let p = 0; p < parts.count; p++) {
    mostNeeds = Math.max(mostNeeds, parts.needStart[p + 1] - parts.needStart[p]);
    mostSets = Math.max(mostSets, parts.setStart[p + 1] - parts.setStart[p]);
  }
  const rows = new Float64Array(mostNeeds * timeCount);
  const bestCost = new Float64Array(mostSets);
  const bestAt = new Int32Array(mostSets);
  const bestOption = new Int32Array(mostSets);
  /** 1 where the set's cheapest visit is a new one of this part's own: only those count against the cap. */
  const bestIsNew = new Uint8Array(mostSets);
  const isOffered = (set: number): boolean => (setBits[set] & charges.barred) === 0;
  const joinable = (part: number, visit: number, set: number): boolean => isJoinable(model, part, visit, set);

  /** One row for each need: what its stay costs at each time, trip included, Infinity on days closed to new visits. */
  const fillRows = (part: number, { attend, trip }: Prices, siblings: Siblings | undefined): void => {
    const firstDay = parts.firstDay[part];
    const lastDay = parts.lastDay[part];
    const openStart = parts.openStart[part];
    const from = parts.needStart[part];
    const to = parts.needStart[part + 1];
    for (let need = from; need < to; need++) {
      const row = (need - from) * timeCount;
      const stay = stayAt(model, needUnit[need], needStay[need]);
      const beat = needBeat[need] * dayCount;
      const extra = charges.attendance + charges.slot * needStay[need];
      for (let day = firstDay; day <= lastDay; day++) {
        const barred = (openStart >= 0 && parts.openDays[openStart + day] === 0) || siblings?.barred[day] === 1;
        const tripAt = (beat + day) * sessionCount;
        const end = (day + 1) * slotCount;
        for (let time = day * slotCount; time < end; time++)
          rows[row + time] = barred
            ? none
            : attend[stay + time] + extra + trip[tripAt + sessionOf[time - day * slotCount]];
      }
    }
  };

  /** Cheapest new visit for each set. */
  const findBest = (part: number, siblings: Siblings | undefined): void => {
    const from = parts.setStart[part];
    const to = parts.setStart[part + 1];
    for (let set = from; set < to; set++) {
      const first = setFirst[set] * slotCount;
      const end = (setLast[set] + 1) * slotCount;
      let cost = none;
      let at = 0;
      let option = optionStart[set];
      for (let o = optionStart[set]; o < optionStart[set + 1]; o++) {
        const e = entryStart[o];
        const staff = entryStart[o + 1] - e;
        const a = entries[e] * timeCount;
        const b = entries[e + 1] * timeCount;
        const c = entries[e + 2] * timeCount;
        const before = cost;
        if (staff === 1) {
          for (let time = first; time < end; time++) {
            const price = rows[a + time];
            if (price < cost) {
              cost = price;
              at = time;
            }
          }
        } else if (staff === 2) {
          for (let time = first; time < end; time++) {
            const price = rows[a + time] + rows[b + time];
            if (price < cost) {
              cost = price;
              at = time;
            }
          }
        } else {
          for (let time = first; time < end; time++) {
            let price =
              staff === 0 ? openPrice(part, time, siblings) : rows[a + time] + rows[b + time] + rows[c + time];
            for (let k = 3; k < staff && price < cost; k++) price += rows[entries[e + k] * timeCount + time];
            if (price < cost) {
              cost = price;
              at = time;
            }
          }
        }
        if (cost < before) option = o;
      }
      bestCost[set - from] = isOffered(set) ? cost + weights.visit : none;
      bestAt[set - from] = at;
      bestOption[set - from] = option;
      bestIsNew[set - from] = 1;
    }
  };

  /** A visit that nobody attends (its checks take no time) costs its day only. */
  const openPrice = (part: number, time: number, siblings: Siblings | undefined): number =>
    isOpen(part, Math.floor(time / slotCount), siblings) ? 0 : none;

  const isOpen = (part: number, day: number, siblings: Siblings | undefined): boolean =>
    isOpenToNew(model, part, day) && siblings?.barred[day] !== 1;

  /** What a staffing adds at a standing visit: a unit that attends already stays on after its slots, without a new attendance or trip; none where it comes for another part. */
  const joinCost = (
    part: number,
    visit: number,
    option: number,
    { attend, trip }: Prices,
    siblings?: Siblings,
  ): number => {
    const others = siblings?.joined.get(standing.origin[visit]);
    const day = standing.day[visit];
    const slot = standing.slot[visit];
    const session = sessionOf[slot];
    let price = 0;
    for (let e = entryStart[option]; e < entryStart[option + 1]; e++) {
      const need = parts.needStart[part] + entries[e];
      if (others?.includes(needUnit[need])) return none;
      const base = standing.base[standing.baseStart[visit] + entries[e]];
      const start = base < 0 ? slot : slot + base;
      if (start >= slotCount || sessionOf[start] !== session) return none;
      price += attend[stayAt(model, needUnit[need], needStay[need]) + day * slotCount + start];
      price += charges.slot * needStay[need];
      price +=
        base < 0
          ? charges.attendance + trip[(needBeat[need] * dayCount + day) * sessionCount + session]
          : -weights.attendance;
    }
    return price;
  };

  /** Lets sets join standing visits where that is cheaper than a new visit. */
  const offerJoins = (part: number, prices: Prices, siblings: Siblings | undefined): void => {
    const from = parts.setStart[part];
    for (let visit = parts.standingStart[part]; visit < parts.standingStart[part + 1]; visit++) {
      for (let set = from; set < parts.setStart[part + 1]; set++) {
        if (!isOffered(set) || !joinable(part, visit, set)) continue;
        for (let o = optionStart[set]; o < optionStart[set + 1]; o++) {
          const price = joinCost(part, visit, o, prices, siblings);
          if (price >= bestCost[set - from]) continue;
          bestCost[set - from] = price;
          bestAt[set - from] = -1 - visit;
          bestOption[set - from] = o;
          bestIsNew[set - from] = 0;
        }
      }
    }
  };

  /** What a staffing costs at a visit that another part of the business makes anyway; none where one of its units attends that already. */
  const siblingCost = (
    part: number,
    { time, units }: SiblingVisit,
    option: number,
    { attend, trip }: Prices,
  ): number => {
    const day = Math.floor(time / slotCount);
    const session = sessionOf[time % slotCount];
    let price = 0;
    for (let e = entryStart[option]; e < entryStart[option + 1]; e++) {
      const need = parts.needStart[part] + entries[e];
      if (units.includes(needUnit[need])) return none;
      price += attend[stayAt(model, needUnit[need], needStay[need]) + time];
      price += charges.attendance + charges.slot * needStay[need];
      price += trip[(needBeat[need] * dayCount + day) * sessionCount + session];
    }
    return price;
  };

  /** Lets sets join the visits of the business's other parts where that is cheaper than a visit of their own. */
  const offerSiblings = (part: number, prices: Prices, { visits }: Siblings): void => {
    const from = parts.setStart[part];
    for (const visit of visits) {
      for (let set = from; set < parts.setStart[part + 1]; set++) {
        if (!isOffered(set) || !isServable(model, part, set, Math.floor(visit.time / slotCount), visit.mode)) continue;
        for (let o = optionStart[set]; o < optionStart[set + 1]; o++) {
          const price = siblingCost(part, visit, o, prices);
          if (price >= bestCost[set - from]) continue;
          bestCost[set - from] = price;
          bestAt[set - from] = visit.time;
          bestOption[set - from] = o;
          bestIsNew[set - from] = 0;
        }
      }
    }
  };

  /** Prices every set of the part. */
  const priceSets = (part: number, prices: Prices, siblings: Siblings | undefined): void => {
    fillRows(part, prices, siblings);
    findBest(part, siblings);
    offerJoins(part, prices, siblings);
    if (siblings) offerSiblings(part, prices, siblings);
  };
  return {
    priceSets,
    rows,
    bestCost,
    bestAt,
    bestOption,
    bestIsNew,
    isOpen,
    isOffered,
    joinable,
    joinCost,
    siblingCost,
  };
};
