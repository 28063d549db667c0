import { compileHorizon, type Horizon } from './compile-horizon.ts';
import { compilePart, newPartsDraft, type PartsDraft } from './compile-part.ts';
import { type GroupedRequests, groupRequests } from './group-requests.ts';
import { type InstanceIndex, indexInstance } from './index-instance.ts';
import type { Instance } from './instance.ts';
import { hurriedPartLimit, type Model, type Parts, partLimit } from './model.ts';

const finishParts = (draft: PartsDraft): Parts => ({
  count: draft.business.length,
  business: Int32Array.from(draft.business),
  requestStart: Int32Array.from(draft.requestStart),
  gapDays: Int32Array.from(draft.gapDays),
  cap: Int32Array.from(draft.cap),
  openStart: Int32Array.from(draft.openStart),
  openDays: Uint8Array.from(draft.openDays),
  needStart: Int32Array.from(draft.needStart),
  needUnit: Int32Array.from(draft.needUnit),
  needStay: Uint8Array.from(draft.needStay),
  needBeat: Int32Array.from(draft.needBeat),
  firstDay: Uint16Array.from(draft.firstDay),
  lastDay: Uint16Array.from(draft.lastDay),
  setStart: Int32Array.from(draft.setStart),
  setBits: Uint16Array.from(draft.setBits),
  setFirst: Uint16Array.from(draft.setFirst),
  setLast: Uint16Array.from(draft.setLast),
  optionStart: Int32Array.from(draft.optionStart),
  entryStart: Int32Array.from(draft.entryStart),
  // Padded, so that a reader may fetch three entries of any option at once.
  entries: Uint16Array.from({ length: draft.entries.length + 2 }, (_, n) => draft.entries[n] ?? 0),
  exact: Uint8Array.from(draft.exact),
  standingStart: Int32Array.from(draft.standingStart),
});

const findStandingTrips = (
  instance: Instance,
  index: InstanceIndex,
  horizon: Horizon,
  beats: ReadonlyMap<string, number>,
) => {
  const dayCount = instance.days.length;
  const sessionCount = instance.slots.sessions.length;
  const trips = new Uint8Array(beats.size * dayCount * sessionCount);
  for (const visit of instance.committed ?? []) {
    const grid = instance.businesses[index.business.get(visit.business) ?? -1]?.grid;
    for (const unit of Object.keys(visit.attending ?? {})) {
      const beat = beats.get(`${index.unit.get(unit)} ${grid}`);
      const day = index.day.get(visit.day) ?? 0;
      if (beat !== undefined) trips[(beat * dayCount + day) * sessionCount + (horizon.sessionOf[visit.slot] ?? 0)] = 1;
    }
  }
  return trips;
};

const beatUnits = (beats: ReadonlyMap<string, number>): Int32Array =>
  Int32Array.from(beats.keys(), (name) => Number.parseInt(name, 10));

/**
 * Compiles an instance; throws `InstanceError` where a reference leads nowhere. What it settles without any search: windows
 * reduced to open days, sets of requests that one visit could serve with their staffings, requests that no visit can serve
 * (with the reason). Once `isLate`, large businesses are split into smaller parts. Costs some microseconds a set; memory grows with the sets, of which a business has at most 2^partLimit.
 */
export const compileModel = (instance: Instance, isLate: () => boolean = () => false): Model => {
  const index = indexInstance(instance);
  const horizon = compileHorizon(instance, index);
  const grouped: GroupedRequests = groupRequests(instance, index);
  const beats = new Map<string, number>();
  const draft = newPartsDraft();
  const partStart = new Int32Array(instance.businesses.length + 1);
  for (let b = 0; b < instance.businesses.length; b++) {
    const from = grouped.start[b] ?? 0;
    const to = grouped.start[b + 1] ?? 0;
    const limit = to - from > partLimit && isLate() ? hurriedPartLimit : partLimit;
    for (let at = from; at < to; ) {
      const end = Math.min(to, at + limit);
      compilePart({ instance, index, horizon, grouped, beats, draft }, b, at, end, at === from);
      at = end;
    }
    partStart[b + 1] = draft.business.length;
  }
  const { off: _off, startable: _startable, ...kept } = horizon;
  return {
    ...kept,
    dayCount: instance.days.length,
    slotCount: instance.slots.perDay,
    timeCount: instance.days.length * instance.slots.perDay,
    sessionCount: instance.slots.sessions.length,
    everyCheckTakesTime:
      instance.items.every(({ minutes }) => minutes > 0) && instance.requests.every(({ items }) => items.length > 0),
    unitCount: instance.units.length,
    beatCount: beats.size,
    beatUnit: beatUnits(beats),
    standingTrips: findStandingTrips(instance, index, horizon, beats),
    businessCount: instance.businesses.length,
    partStart,
    parts: finishParts(draft),
    requests: grouped.requests,
    standing: {
      origin: Int32Array.from(draft.standing.origin),
      day: Int32Array.from(draft.standing.day),
      slot: Int32Array.from(draft.standing.slot),
      mode: Uint8Array.from(draft.standing.mode),
      baseStart: Int32Array.from(draft.standing.baseStart),
      base: Int16Array.from(draft.standing.base),
    },
  };
};
