import { compileHorizon, type Horizon } from './compile-horizon.ts';
import { compilePart, newPartsDraft, type PartsDraft } from './compile-part.ts';
import { compileCrowded } from './crowded.ts';
import { endsOfRuns, type GroupedRequests, groupRequests } from './group-requests.ts';
import { type InstanceIndex, indexInstance } from './index-instance.ts';
import type { Instance } from './instance.ts';
import { type Allocate, hurriedPartLimit, type Model, ownMemory, type Parts, partLimit } from './model.ts';

/** What the passes of several threads read goes to memory that all of them see. */
const finishParts = (draft: PartsDraft, count: number, allocate: Allocate): Parts => {
  const filled = <T extends Int32Array | Uint16Array | Uint8Array>(array: T, values: readonly number[]): T => {
    for (let n = 0; n < values.length; n++) array[n] = values[n] ?? 0;
    return array;
  };
  const ints = (values: readonly number[]) => filled(new Int32Array(allocate(4 * values.length)), values);
  const shorts = (values: readonly number[], more = 0) =>
    filled(new Uint16Array(allocate(2 * (values.length + more))), values);
  const bytes = (values: readonly number[]) => filled(new Uint8Array(allocate(values.length)), values);
  return {
    count,
    total: draft.business.length,
    business: ints(draft.business),
    requestStart: ints(draft.requestStart),
    gapDays: ints(draft.gapDays),
    cap: ints(draft.cap),
    openStart: ints(draft.openStart),
    openDays: bytes(draft.openDays),
    needStart: ints(draft.needStart),
    needUnit: ints(draft.needUnit),
    needStay: bytes(draft.needStay),
    needBeat: ints(draft.needBeat),
    firstDay: shorts(draft.firstDay),
    lastDay: shorts(draft.lastDay),
    setStart: ints(draft.setStart),
    setBits: shorts(draft.setBits),
    setFirst: shorts(draft.setFirst),
    setLast: shorts(draft.setLast),
    optionStart: ints(draft.optionStart),
    entryStart: ints(draft.entryStart),
    // Padded, so that a reader may fetch three entries of any option at once.
    entries: shorts(draft.entries, 2),
    exact: bytes(draft.exact),
    standingStart: ints(draft.standingStart),
  };
};

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

export type CompilingOptions = {
  /** Once true, large businesses are split into smaller parts. */
  readonly isLate?: () => boolean;
  readonly allocate?: Allocate;
  /** Businesses with more requests are crowded; `partLimit` by default and at most. */
  readonly mostTogether?: number | undefined;
};

/** Businesses compiled between two looks: some 10 ms. */
const piece = 500;

/**
 * Compiles an instance; throws `InstanceError` where a reference leads nowhere. What it settles without any search: windows
 * reduced to open days, sets of requests that one visit could serve with their staffings, requests that no visit can serve
 * (with the reason). Costs some microseconds a set; memory grows with the sets, of which a business has at most 2^partLimit. Yields between pieces of
 * the work; answered false there, it looks at no business more: the rest have no sets, so that none of their requests is planned.
 */
export function* compiling(
  instance: Instance,
  { isLate = () => false, allocate = ownMemory, mostTogether: wanted = partLimit }: CompilingOptions = {},
): Generator<void, Model, boolean | undefined> {
  const mostTogether = Math.max(1, Math.min(wanted, partLimit));
  const index = indexInstance(instance);
  const horizon = compileHorizon(instance, index);
  const grouped: GroupedRequests = groupRequests(instance, index, mostTogether);
  const beats = new Map<string, number>();
  const draft = newPartsDraft();
  const partStart = new Int32Array(instance.businesses.length + 1);
  let goesOn = true;
  let examined = -1;
  for (let b = 0; b < instance.businesses.length; b++) {
    if (b % piece === piece - 1 && goesOn) goesOn = (yield) ?? true;
    const from = grouped.start[b] ?? 0;
    const to = grouped.start[b + 1] ?? 0;
    const limit = to - from > mostTogether && isLate() ? Math.min(hurriedPartLimit, mostTogether) : mostTogether;
    let at = from;
    for (const end of to > from ? endsOfRuns(grouped, from, to, limit) : []) {
      compilePart({ instance, index, horizon, grouped, beats, draft }, b, at, end, goesOn);
      at = end;
    }
    partStart[b + 1] = draft.business.length;
    if (goesOn) examined = b;
  }
  const count = draft.business.length;
  const sources = { instance, index, horizon, grouped, beats, draft };
  const crowded = compileCrowded(sources, partStart, mostTogether, (business) => business <= examined);
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
    boundFrom: crowded.boundFrom,
    boundTo: crowded.boundTo,
    parts: finishParts(draft, count, allocate),
    requests: crowded.grouped.requests,
    standing: {
      origin: Int32Array.from(draft.standing.origin),
      day: Int32Array.from(draft.standing.day),
      slot: Int32Array.from(draft.standing.slot),
      mode: Uint8Array.from(draft.standing.mode),
      baseStart: Int32Array.from(draft.standing.baseStart),
      base: Int16Array.from(draft.standing.base),
    },
  };
}

/** Compiles in one go; see `compiling`. */
export const compileModel = (instance: Instance, options?: CompilingOptions): Model => {
  const work = compiling(instance, options);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
};
