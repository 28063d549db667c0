import type { Chosen, Presence, Siblings, SiblingVisit } from './chosen-visits.ts';
import { createDayProgram } from './day-program.ts';
import { createFittingSets } from './fitting-sets.ts';
import type { Model } from './model.ts';
import { addPresence, isJoinable, isOpenToNew, isServable, keepsRules } from './part-rules.ts';
import { type Prices, stayAt, type Weights } from './price-table.ts';

export type BusinessProgram = {
  readonly chosen: Chosen;
  /** Plans one part at the given prices into `chosen`, and returns its cost. */
  readonly solve: (part: number, prices: Prices, siblings?: Siblings) => number;
};

const none = Number.POSITIVE_INFINITY;

/**
 * The cheapest way to serve one business at given prices, capacity aside. First each set's cheapest time and staffing is found,
 * then the cheapest partition of the requests into sets and requests left out, by dynamic programming over subsets. That drops one visit a
 * day, the gap and reuse of standing visits, so it is a lower bound; where its choice keeps these rules (nearly always) it is the
 * optimum, else the program over days (day-program.ts) finds it. The cap is a layer of the same program. A limit
 * on attendances or on slots that units stay is met by a surcharge on each, or by leaving out one request after the other, whichever is cheaper (then the
 * choice need not be the cheapest, and `bound` is none). Costs
 * sets × days × slots for the times and at most 3^n for the partition: a few microseconds for a typical business.
 */
export const createBusinessProgram = (
  model: Model,
  weights: Weights,
  most: Presence = { attendances: Number.POSITIVE_INFINITY, slots: Number.POSITIVE_INFINITY },
): BusinessProgram => {
  const { parts, requests, standing, slotCount, timeCount, dayCount, sessionCount, sessionOf } = model;
  const { setBits, setFirst, setLast, optionStart, entryStart, entries, needUnit, needStay, needBeat } = parts;
  let widest = 1;
  let mostNeeds = 1;
  let mostSets = 1;
  for (let p = 0; p < parts.count; p++) {
    widest = Math.max(widest, parts.requestStart[p + 1] - parts.requestStart[p]);
    mostNeeds = Math.max(mostNeeds, parts.needStart[p + 1] - parts.needStart[p]);
    mostSets = Math.max(mostSets, parts.setStart[p + 1] - parts.setStart[p]);
  }
  const isLimited = most.attendances < Number.POSITIVE_INFINITY || most.slots < Number.POSITIVE_INFINITY;
  /** Requests that no visit may serve, as bits; none but while `leaveOutUntil` tries. */
  let barred = 0;
  const isOffered = (set: number): boolean => (setBits[set] & barred) === 0;
  /** What an attendance costs beside its price, and each of its slots; above 0 only while `limitPresence` looks for less. */
  let surcharge = 0;
  let slotSurcharge = 0;
  const rows = new Float64Array(mostNeeds * timeCount);
  const bestCost = new Float64Array(mostSets);
  const bestAt = new Int32Array(mostSets);
  const bestOption = new Int32Array(mostSets);
  /** 1 where the set's cheapest visit is a new one of this part's own: only those count against the cap. */
  const bestIsNew = new Uint8Array(mostSets);
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
      const extra = surcharge + slotSurcharge * needStay[need];
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
      price += slotSurcharge * needStay[need];
      price +=
        base < 0 ? surcharge + trip[(needBeat[need] * dayCount + day) * sessionCount + session] : -weights.attendance;
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
      price += surcharge + slotSurcharge * needStay[need];
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

  const joinable = (part: number, visit: number, set: number): boolean => isJoinable(model, part, visit, set);
  const wholeVisits = new Float64Array(timeCount).fill(weights.visit);
  const dayProgram = createDayProgram(model, {
    rows,
    isOpen,
    isOffered,
    visitCosts: () => wholeVisits,
    joinable,
    joinCost,
    siblingCost,
    weights,
    chosen,
  });

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
    fillRows(part, prices, siblings);
    findBest(part, siblings);
    offerJoins(part, prices, siblings);
    if (siblings) offerSiblings(part, prices, siblings);
    const cap = siblings ? Math.min(siblings.cap, parts.cap[part]) : parts.cap[part];
    const layers = cap < size ? Math.max(0, cap) : 0;
    partition(part, layers);
    if (chosen.count > 1 && !keepsRules(model, part, chosen))
      dayProgram(part, prices, siblings, layers, leaveOut[(1 << size) - 1]);
  };

  const presence = (part: number): Presence => {
    const sum = { attendances: 0, slots: 0 };
    for (let k = 0; k < chosen.count; k++)
      addPresence(model, part, chosen.option[k], chosen.at[k] < 0 ? -1 - chosen.at[k] : undefined, sum);
    return sum;
  };

  /** The least surcharge at which little enough is left, to within a thousandth of what leaving all out costs. */
  const limitPresence = (
    part: number,
    prices: Prices,
    siblings: Siblings | undefined,
    kind: keyof Presence,
    isEnough: () => boolean,
  ): void => {
    const charge = (amount: number): void => {
      if (kind === 'attendances') surcharge = amount;
      else slotSurcharge = amount;
      solveAt(part, prices, siblings);
    };
    let tooLow = 0;
    let enough = weights.unscheduled + leaveOut[(1 << (parts.requestStart[part + 1] - parts.requestStart[part])) - 1];
    for (let halving = 0; halving < 10; halving++) {
      const middle = (tooLow + enough) / 2;
      charge(middle);
      if (isEnough()) enough = middle;
      else tooLow = middle;
    }
    charge(enough);
  };

  /** Leaves out the request that the plan misses least, again and again, until little enough is left. */
  const leaveOutUntil = (
    part: number,
    prices: Prices,
    siblings: Siblings | undefined,
    isEnough: () => boolean,
  ): void => {
    solveAt(part, prices, siblings);
    while (!isEnough() && chosen.count > 0) {
      let served = 0;
      for (let k = 0; k < chosen.count; k++) served |= setBits[chosen.set[k]];
      const before = barred;
      let least = none;
      let next = before | served;
      for (let rest = served; rest > 0; rest &= rest - 1) {
        barred = before | (rest & -rest);
        solveAt(part, prices, siblings);
        if (chosen.cost >= least) continue;
        least = chosen.cost;
        next = barred;
      }
      barred = next;
      solveAt(part, prices, siblings);
    }
    barred = 0;
  };

  const surcharged = {
    set: new Int32Array(widest),
    at: new Int32Array(widest),
    option: new Int32Array(widest),
    count: 0,
    cost: 0,
  };
  const copy = (from: Omit<Chosen, 'bound'>, to: Omit<Chosen, 'bound'>): void => {
    to.set.set(from.set);
    to.at.set(from.at);
    to.option.set(from.option);
    to.count = from.count;
    to.cost = from.cost;
  };

  const solve = (part: number, prices: Prices, siblings?: Siblings): number => {
    solveAt(part, prices, siblings);
    if (!isLimited) return chosen.cost;
    const keeps = (kind: keyof Presence) => presence(part)[kind] + (siblings?.presence[kind] ?? 0) <= most[kind];
    const keepsBoth = () => keeps('attendances') && keeps('slots');
    if (keepsBoth()) return chosen.cost;
    // More of one surcharge may bring the other kind back up, so the second search looks for both; at its end nobody comes.
    if (!keeps('attendances')) limitPresence(part, prices, siblings, 'attendances', () => keeps('attendances'));
    if (!keeps('slots')) limitPresence(part, prices, siblings, 'slots', keepsBoth);
    const { attendances, slots } = presence(part);
    chosen.cost -= surcharge * attendances + slotSurcharge * slots;
    surcharge = 0;
    slotSurcharge = 0;
    copy(chosen, surcharged);
    leaveOutUntil(part, prices, siblings, keepsBoth);
    if (surcharged.cost < chosen.cost) copy(surcharged, chosen);
    return chosen.cost;
  };
  return { chosen, solve };
};
