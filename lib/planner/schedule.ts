import type { Siblings, SiblingVisit } from './chosen-visits.ts';
import type { Model } from './model.ts';
import { addPresence } from './part-rules.ts';
import { type Prices, stayAt, type Weights } from './price-table.ts';

/** Visits as the engine keeps them: those of part p stand at `requestStart[p] + k` for k below `count[p]`; see `Chosen` for the columns. */
export type Visits = {
  readonly count: Uint8Array;
  readonly set: Int32Array;
  readonly at: Int32Array;
  readonly option: Int32Array;
};

/** Columns of visits to be placed, such as `Chosen`. */
export type GivenVisits = {
  readonly set: ArrayLike<number>;
  readonly at: ArrayLike<number>;
  readonly option: ArrayLike<number>;
};

export type Schedule = {
  readonly visits: Visits;
  /** Teams out, by `unit * timeCount + time`, standing visits aside. */
  readonly used: Int32Array;
  /** What is charged where capacity is left (`free`) and where a slot is full (`full`), by `unit * timeCount + time`; see `reprice`. */
  readonly free: Float64Array;
  readonly full: Float64Array;
  /** Prices under which a full slot can't be used, and under which it costs what is written in `full`. */
  readonly hard: Prices;
  readonly soft: Prices;
  /** The plan's cost: only visits in the schedule count, every other request is left out. */
  readonly cost: () => number;
  /** Takes the part's visits out. */
  readonly remove: (part: number) => void;
  /** Puts `count` of the given visits in, from index `from` on; the part must have none. */
  readonly place: (part: number, count: number, given: GivenVisits, from: number) => void;
  /** Brings the stays' prices up to date after a change of `free` or `full` at this place. */
  readonly reprice: (place: number) => void;
  /** The part that holds the n-th team of a place (`unit * timeCount + time`), for n below `used`. */
  readonly occupant: (place: number, n: number) => number;
  readonly leftWeight: (part: number) => number;
  readonly siblings: (part: number) => Siblings | undefined;
};

/**
 * The plan under construction with everything that follows from it kept up to date: teams out, who holds them, trips made, prices of stays.
 * A visit in or out costs some additions per attending unit and slot. Capacity may be exceeded for a while (by a quarter and
 * `overflow` per slot at most) while a chain of ejections or a negotiation is under way; both end with every slot within capacity.
 */
export const createSchedule = (model: Model, weights: Weights): Schedule => {
  const { parts, requests, standing, timeCount, slotCount, dayCount, sessionCount, sessionOf, room, longestStay } =
    model;
  const { setBits, entryStart, entries, needUnit, needStay, needBeat, requestStart } = parts;
  const visits: Visits = {
    count: new Uint8Array(parts.count),
    set: new Int32Array(requests.count),
    at: new Int32Array(requests.count),
    option: new Int32Array(requests.count),
  };
  const placeCount = model.unitCount * timeCount;
  const used = new Int32Array(placeCount);
  const free = new Float64Array(placeCount);
  const full = new Float64Array(placeCount);
  const holderStart = new Int32Array(placeCount + 1);
  const most = (place: number) => model.capacity[place] + overflow + (model.capacity[place] >> 2);
  for (let place = 0; place < placeCount; place++)
    holderStart[place + 1] = holderStart[place] + (model.capacity[place] > 0 ? most(place) : 0);
  const holders = new Int32Array(holderStart[placeCount]);
  const trips = new Int32Array(model.standingTrips);
  const stayPrices = longestStay * placeCount;
  const hard: Prices = { attend: new Float64Array(stayPrices), trip: new Float64Array(trips.length) };
  const soft: Prices = { attend: new Float64Array(stayPrices), trip: hard.trip };
  for (let trip = 0; trip < trips.length; trip++) hard.trip[trip] = trips[trip] > 0 ? 0 : weights.trip;
  let cost = 0;
  for (let r = 0; r < requests.count; r++) cost += weights.unscheduled * requests.weight[r];

  const reprice = (place: number): void => {
    const unit = Math.floor(place / timeCount);
    const time = place - unit * timeCount;
    const slot = time % slotCount;
    const session = sessionOf[slot];
    for (let start = slot; start >= 0 && sessionOf[start] === session; start--) {
      let hardPrice = weights.attendance;
      let softPrice = weights.attendance;
      for (let stay = 1; stay <= room[start]; stay++) {
        const at = place - slot + start + stay - 1;
        const isFull = used[at] >= model.capacity[at];
        hardPrice += isFull ? Number.POSITIVE_INFINITY : free[at];
        const isBarred = isFull && used[at] >= holderStart[at + 1] - holderStart[at];
        softPrice += isBarred ? Number.POSITIVE_INFINITY : isFull ? full[at] : free[at];
        const to = stayAt(model, unit, stay) + time - slot + start;
        hard.attend[to] = hardPrice;
        soft.attend[to] = softPrice;
      }
    }
  };
  for (let unit = 0; unit < model.unitCount; unit++) {
    for (let stay = 1; stay <= longestStay; stay++) {
      for (let time = 0; time < timeCount; time++) {
        hard.attend[stayAt(model, unit, stay) + time] = Number.POSITIVE_INFINITY;
        soft.attend[stayAt(model, unit, stay) + time] = Number.POSITIVE_INFINITY;
      }
    }
  }
  for (let place = 0; place < placeCount; place++) reprice(place);

  const take = (part: number, place: number): void => {
    holders[holderStart[place] + used[place]++] = part;
    if (used[place] >= model.capacity[place]) reprice(place);
  };
  const release = (part: number, place: number): void => {
    const last = holderStart[place] + --used[place];
    let at = last;
    while (holders[at] !== part) at--;
    holders[at] = holders[last];
    if (used[place] === model.capacity[place] - 1 || last + 1 === holderStart[place + 1]) reprice(place);
  };

  /** Whether another part of the business has a visit at the time: the two are one. */
  const isShared = (part: number, at: number): boolean => {
    const business = parts.business[part];
    const end = model.partStart[business + 1];
    for (let other = model.partStart[business]; other < end; other++) {
      if (other === part) continue;
      const from = requestStart[other];
      for (let k = from; k < from + visits.count[other]; k++) if (visits.at[k] === at) return true;
    }
    return false;
  };

  /** Adds (`sign` 1) or takes out (-1) one visit. */
  const apply = (part: number, index: number, sign: 1 | -1): void => {
    const at = visits.at[index];
    const option = visits.option[index];
    const visit = at < 0 ? -1 - at : -1;
    const time = at < 0 ? standing.day[visit] * slotCount + standing.slot[visit] : at;
    const day = Math.floor(time / slotCount);
    const session = sessionOf[time - day * slotCount];
    if (at >= 0 && !isShared(part, at)) cost += sign * weights.visit;
    for (let e = entryStart[option]; e < entryStart[option + 1]; e++) {
      const need = parts.needStart[part] + entries[e];
      const base = visit < 0 ? -1 : standing.base[standing.baseStart[visit] + entries[e]];
      const start = needUnit[need] * timeCount + time + Math.max(0, base);
      for (let place = start; place < start + needStay[need]; place++)
        if (sign === 1) take(part, place);
        else release(part, place);
      if (base >= 0) continue;
      cost += sign * weights.attendance;
      const trip = (needBeat[need] * dayCount + day) * sessionCount + session;
      trips[trip] += sign;
      if (trips[trip] !== (sign === 1 ? 1 : 0)) continue;
      cost += sign * weights.trip;
      hard.trip[trip] = sign === 1 ? 0 : weights.trip;
    }
    for (let bits = setBits[visits.set[index]]; bits > 0; bits &= bits - 1)
      cost -= sign * weights.unscheduled * requests.weight[requestStart[part] + 31 - Math.clz32(bits & -bits)];
  };

  const modeOf = (part: number, set: number): number =>
    requests.mode[requestStart[part] + 31 - Math.clz32(setBits[set] & -setBits[set])];

  const siblings = (part: number): Siblings | undefined => {
    const business = parts.business[part];
    if (model.partStart[business + 1] - model.partStart[business] === 1) return undefined;
    const barred = new Uint8Array(dayCount);
    let cap = parts.cap[part];
    const presence = { attendances: 0, slots: 0 };
    const held = new Map<number, SiblingVisit>();
    const joins = new Map<number, number[]>();
    for (let other = model.partStart[business]; other < model.partStart[business + 1]; other++) {
      if (other === part) continue;
      for (let k = requestStart[other]; k < requestStart[other] + visits.count[other]; k++) {
        const joined = visits.at[k] < 0 ? -1 - visits.at[k] : undefined;
        addPresence(model, other, visits.option[k], joined, presence);
        const time = visits.at[k];
        const known = joined === undefined ? held.get(time)?.units : joins.get(standing.origin[joined]);
        const units = known ?? [];
        for (let e = entryStart[visits.option[k]]; e < entryStart[visits.option[k] + 1]; e++)
          units.push(needUnit[parts.needStart[other] + entries[e]]);
        if (joined !== undefined) joins.set(standing.origin[joined], units);
        if (joined !== undefined || known) continue;
        held.set(time, { time, mode: modeOf(other, visits.set[k]), units });
        cap--;
        const date = model.dateOf[Math.floor(time / slotCount)];
        for (let d = 0; d < dayCount; d++) if (Math.abs(model.dateOf[d] - date) < parts.gapDays[part]) barred[d] = 1;
      }
    }
    if (cap <= 0) barred.fill(1);
    return { barred, cap, presence, visits: [...held.values()], joined: joins };
  };

  return {
    visits,
    used,
    free,
    full,
    hard,
    soft,
    cost: () => cost,
    remove: (part) => {
      for (let k = visits.count[part] - 1; k >= 0; k--) apply(part, requestStart[part] + k, -1);
      visits.count[part] = 0;
    },
    place: (part, count, given, from) => {
      for (let k = 0; k < count; k++) {
        const index = requestStart[part] + k;
        visits.set[index] = given.set[from + k];
        visits.at[index] = given.at[from + k];
        visits.option[index] = given.option[from + k];
        apply(part, index, 1);
      }
      visits.count[part] = count;
    },
    reprice,
    occupant: (place, n) => holders[holderStart[place] + n],
    leftWeight: (part) => {
      let served = 0;
      for (let k = requestStart[part]; k < requestStart[part] + visits.count[part]; k++)
        served |= setBits[visits.set[k]];
      let weight = 0;
      for (let r = requestStart[part]; r < requestStart[part + 1]; r++)
        if (((served >> (r - requestStart[part])) & 1) === 0) weight += requests.weight[r];
      return weight;
    },
    siblings,
  };
};

/** Teams beyond a unit's own, and a quarter of them, that a slot may hold for a while. */
const overflow = 8;
