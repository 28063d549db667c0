import { evenShare } from './certificate.ts';
import { createDayShares, type DayShares } from './day-shares.ts';
import type { Allocate, Model } from './model.ts';
import { ownMemory } from './model.ts';

/**
 * What attending is charged in place of trips. A *caller* is one (part, unit); its trips in the grid cost 1 however many callers share
 * them, so each caller carries a share, and each slot a share per team in it, such that nobody can be charged more than the trip costs:
 * Σ callers + Σ slots × free teams ≤ 1. The slots' shares matter where few teams serve many callers: two halves of a visit can't both
 * hide in the same slot.
 */
export type TripShares = DayShares & {
  /** Caller of each need. */
  readonly callerOf: Int32Array;
  /** Callers by beat: `callers[beatStart[beat]]` to `callers[beatStart[beat + 1]]`. */
  readonly beatStart: Int32Array;
  readonly callers: Int32Array;
  readonly callerPart: Int32Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Where the caller's first day is in `share`: at `base + day * sessionCount + session`, valid for its first to last day. */
  readonly base: Int32Array;
  /** Charged once for each (day, session) in which the caller attends, in cost units. */
  readonly share: Float32Array;
  /** Charged for each slot in which a team stays, by `beat * timeCount + time`. */
  readonly slotShare: Float32Array;
  /** Attendances seen since the last update, as fractions, indexed as `share` and `slotShare`. */
  readonly seen: Float32Array;
  readonly slotSeen: Float32Array;
  /** Moves the shares towards those who attend most. */
  readonly update: () => void;
};

type Callers = Pick<TripShares, 'callerOf' | 'callerPart' | 'firstDay' | 'lastDay' | 'base'> & {
  readonly beat: Int32Array;
  readonly length: number;
};

/** The window of each (part, unit): from the first to the last day on which a request of the unit may be served. */
const listCallers = (model: Model): Callers => {
  const { parts, requests, sessionCount } = model;
  const callerOf = new Int32Array(parts.needUnit.length);
  const crowdedCaller = new Map<number, number>();
  const callerPart: number[] = [];
  const firstDay: number[] = [];
  const lastDay: number[] = [];
  const base: number[] = [];
  const beat: number[] = [];
  let length = 0;
  for (let part = 0; part < parts.total; part++) {
    for (let need = parts.needStart[part]; need < parts.needStart[part + 1]; need++) {
      let twin = parts.needStart[part];
      while (parts.needUnit[twin] !== parts.needUnit[need]) twin++;
      if (twin < need) {
        callerOf[need] = callerOf[twin];
        continue;
      }
      // A crowded business calls once, whichever of its groups comes.
      const business = parts.business[part];
      const known =
        part < parts.count ? undefined : crowdedCaller.get(business * model.unitCount + parts.needUnit[need]);
      callerOf[need] = known ?? callerPart.length;
      if (known !== undefined) continue;
      let from = part;
      let to = part + 1;
      if (part >= parts.count) {
        crowdedCaller.set(business * model.unitCount + parts.needUnit[need], callerPart.length);
        from = model.boundFrom[business];
        to = model.boundTo[business];
      }
      let first = model.dayCount;
      let last = -1;
      for (let r = parts.requestStart[from]; r < parts.requestStart[to]; r++) {
        if (requests.unit[r] !== parts.needUnit[need] || requests.first[r] > requests.last[r]) continue;
        first = Math.min(first, requests.first[r]);
        last = Math.max(last, requests.last[r]);
      }
      callerPart.push(part);
      firstDay.push(first);
      lastDay.push(last);
      beat.push(parts.needBeat[need]);
      base.push(length - first * sessionCount);
      length += Math.max(0, last - first + 1) * sessionCount;
    }
  }
  return {
    callerOf,
    callerPart: Int32Array.from(callerPart),
    firstDay: Int32Array.from(firstDay),
    lastDay: Int32Array.from(lastDay),
    base: Int32Array.from(base),
    beat: Int32Array.from(beat),
    length,
  };
};

const groupByBeat = (beat: Int32Array, beatCount: number) => {
  const beatStart = new Int32Array(beatCount + 1);
  for (const b of beat) beatStart[b + 1]++;
  for (let b = 0; b < beatCount; b++) beatStart[b + 1] += beatStart[b];
  const next = beatStart.slice();
  const callers = new Int32Array(beat.length);
  for (let caller = 0; caller < beat.length; caller++) callers[next[beat[caller]]++] = caller;
  return { beatStart, callers };
};

/** Attendance that everybody is taken to have beside what was seen, so that no share sticks at 0. */
const floorOfAttendance = 0.05;
/** How much of what was seen stays at an update: more and more, so that the shares settle. */
const memory = { first: 0.6, gain: 0.005, last: 0.98 } as const;

/**
 * Starts with even shares. `update` gives each share the weight of its attendance to the fourth power: at the optimum only
 * those who attend most pay (complementary slackness), and a power approaches that smoothly. Any shares are valid, so this rule
 * needs no proof; it is worth 0.1 % of the bound. Costs one pass over callers × days.
 */
export const createTripShares = (model: Model, tripWeight: number, allocate: Allocate = ownMemory): TripShares => {
  const {
    beatCount,
    beatUnit,
    dayCount,
    sessionCount,
    slotCount,
    sessionOf,
    timeCount,
    capacity,
    standingTrips,
    parts,
  } = model;
  const { beat, length, ...callerData } = listCallers(model);
  const { beatStart, callers } = groupByBeat(beat, beatCount);
  const { firstDay, lastDay, base, callerPart } = callerData;
  const floats = (count: number) => new Float32Array(allocate(count * Float32Array.BYTES_PER_ELEMENT));
  const share = floats(length);
  const seen = floats(length);
  const slotShare = floats(beatCount * timeCount);
  const slotSeen = floats(beatCount * timeCount);

  const isCaller = (caller: number, day: number): boolean =>
    day >= firstDay[caller] && day <= lastDay[caller] && parts.exact[callerPart[caller]] === 1;

  const eachTrip = (visit: (beat: number, day: number, session: number) => void): void => {
    for (let b = 0; b < beatCount; b++) {
      for (let trip = 0; trip < dayCount * sessionCount; trip++)
        if (standingTrips[b * dayCount * sessionCount + trip] === 0)
          visit(b, Math.floor(trip / sessionCount), trip % sessionCount);
    }
  };

  const fourth = (attendance: number): number => {
    const square = (attendance + floorOfAttendance) ** 2;
    return square * square;
  };

  const shareEvenly = (b: number, day: number, session: number): void => {
    let count = 0;
    for (let c = beatStart[b]; c < beatStart[b + 1]; c++) if (isCaller(callers[c], day)) count++;
    let places = 0;
    for (let slot = 0; slot < slotCount; slot++)
      if (sessionOf[slot] === session) places += capacity[beatUnit[b] * timeCount + day * slotCount + slot];
    const even = evenShare(1e6 * tripWeight, count, places);
    for (let c = beatStart[b]; c < beatStart[b + 1]; c++)
      if (isCaller(callers[c], day)) share[base[callers[c]] + day * sessionCount + session] = even.perBusiness / 1e6;
    for (let slot = 0; slot < slotCount; slot++)
      if (sessionOf[slot] === session) slotShare[b * timeCount + day * slotCount + slot] = even.perSlot / 1e6;
  };

  const shareByAttendance = (b: number, day: number, session: number): void => {
    let total = 0;
    const tripAt = day * sessionCount + session;
    const free = beatUnit[b] * timeCount + day * slotCount;
    const slots = b * timeCount + day * slotCount;
    for (let c = beatStart[b]; c < beatStart[b + 1]; c++)
      if (isCaller(callers[c], day)) total += fourth(seen[base[callers[c]] + tripAt]);
    for (let slot = 0; slot < slotCount; slot++)
      if (sessionOf[slot] === session && capacity[free + slot] > 0)
        total += fourth(slotSeen[slots + slot] / capacity[free + slot]);
    if (total === 0) return;
    const unit = tripWeight / total;
    for (let c = beatStart[b]; c < beatStart[b + 1]; c++) {
      if (!isCaller(callers[c], day)) continue;
      const at = base[callers[c]] + tripAt;
      share[at] = unit * fourth(seen[at]);
    }
    for (let slot = 0; slot < slotCount; slot++)
      if (sessionOf[slot] === session && capacity[free + slot] > 0)
        slotShare[slots + slot] =
          (unit * fourth(slotSeen[slots + slot] / capacity[free + slot])) / capacity[free + slot];
  };

  const { update: updateDays, ...ofDays } = createDayShares(model, allocate);
  eachTrip(shareEvenly);
  let kept: number = memory.first;
  const update = (): void => {
    eachTrip(shareByAttendance);
    kept = Math.min(memory.last, kept + memory.gain);
    updateDays(kept);
    for (let at = 0; at < length; at++) seen[at] *= kept;
    for (let at = 0; at < slotSeen.length; at++) slotSeen[at] *= kept;
  };
  return { ...callerData, ...ofDays, beatStart, callers, share, slotShare, seen, slotSeen, update };
};
