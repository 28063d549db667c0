/**
 * The instance as the engine sees it: numbers instead of ids, typed arrays instead of objects, days × slots folded into one `time`
 * (`day * slots + slot`). A *part* is the unit of planning: a business with its requests, or, where a business has more than
 * `partLimit`, a group of them. A *set* is a bit mask over a part's requests that one visit could serve: same mode, a common day,
 * a staffing that fits a session. Each set has *options*: the Pareto-minimal staffings (recognition.ts), written as *needs*,
 * a need being one (unit, stay in slots) of the part. Everything that no price can change is settled here once.
 */
export type Model = {
  readonly dayCount: number;
  readonly slotCount: number;
  /** Days × slots. */
  readonly timeCount: number;
  readonly sessionCount: number;
  readonly sessionOf: Uint8Array;
  /** Slots from this one to the end of its session. */
  readonly room: Uint8Array;
  readonly longestStay: number;
  /** Calendar day number of each day. */
  readonly dateOf: Int32Array;
  /** No item has 0 minutes, so that whoever serves a request must send someone. */
  readonly everyCheckTakesTime: boolean;
  readonly unitCount: number;
  readonly teams: Int32Array;
  /** Teams left beside standing visits, by `unit * timeCount + time`; 0 on the unit's days off. */
  readonly capacity: Int32Array;
  /** A beat is a (unit, grid) where both meet; a trip is (beat, day, session), at `(beat * dayCount + day) * sessionCount + session`. */
  readonly beatCount: number;
  readonly beatUnit: Int32Array;
  /** 1 where a standing visit makes the trip anyway. */
  readonly standingTrips: Uint8Array;
  readonly businessCount: number;
  /** Parts of each business: `partStart[b]` to `partStart[b + 1]`. */
  readonly partStart: Int32Array;
  /** Parts that stand for each business in the bound, from and up to, not including: its own, or those after `parts.count` where it is crowded. */
  readonly boundFrom: Int32Array;
  readonly boundTo: Int32Array;
  readonly parts: Parts;
  readonly requests: Requests;
  readonly standing: Standing;
};

export type Parts = {
  readonly count: number;
  /** With those that serve the bound alone: groups of a crowded business's requests, see `compileCrowded`. */
  readonly total: number;
  readonly business: Int32Array;
  /** Requests of each part: `requestStart[p]` to `requestStart[p + 1]`; bit n of a set is the n-th of them. */
  readonly requestStart: Int32Array;
  readonly gapDays: Int32Array;
  /** New visits allowed at the business. */
  readonly cap: Int32Array;
  /** Where the part's days open to new visits start in `openDays`; -1 where all are. */
  readonly openStart: Int32Array;
  readonly openDays: Uint8Array;
  readonly needStart: Int32Array;
  readonly needUnit: Int32Array;
  readonly needStay: Uint8Array;
  readonly needBeat: Int32Array;
  /** First and last day that the part may use. */
  readonly firstDay: Uint16Array;
  readonly lastDay: Uint16Array;
  readonly setStart: Int32Array;
  /** Sets of a part ascend by their lowest bit, then by their bits. */
  readonly setBits: Uint16Array;
  readonly setFirst: Uint16Array;
  readonly setLast: Uint16Array;
  readonly optionStart: Int32Array;
  readonly entryStart: Int32Array;
  /** Need numbers, counted from the part's `needStart`. */
  readonly entries: Uint16Array;
  /** 0 where the sets or options had to be cut: then a minimum over them is no bound (see `lowerBound`). */
  readonly exact: Uint8Array;
  /** Standing visits that the part may join: `standingStart[p]` to `standingStart[p + 1]`. */
  readonly standingStart: Int32Array;
};

export type Requests = {
  readonly count: number;
  /** Position of each request in the instance. */
  readonly origin: Int32Array;
  readonly unit: Int32Array;
  /** First and last day of the window, reduced to days open at the business; first > last where there is none. */
  readonly first: Int16Array;
  readonly last: Int16Array;
  /** 0 announced, 1 unannounced. */
  readonly mode: Uint8Array;
  readonly weight: Float64Array;
  /** 0 where it can be placed; else 1 + the index in `impossibleReasons`. */
  readonly impossible: Uint8Array;
};

export const impossibleReasons = ['closed', 'too-long', 'no-capacity', 'cap', 'gap'] as const;

/** Standing visits, grouped by part. */
export type Standing = {
  readonly origin: Int32Array;
  readonly day: Int32Array;
  readonly slot: Int32Array;
  readonly mode: Uint8Array;
  /** Slots that a part's need's unit stays there already, -1 where it doesn't attend: `base[baseStart[v] + need]`. */
  readonly baseStart: Int32Array;
  readonly base: Int16Array;
};

/** Where arrays that several threads read or write are to lie. */
export type Allocate = (bytes: number) => ArrayBufferLike;
export const ownMemory: Allocate = (bytes) => new ArrayBuffer(bytes);

/** Businesses with more requests are crowded: they are planned in parts of at most this many, and bounded by groups of them (crowded.ts). */
export const partLimit = 11;
/** The same in a hurry: an eighth of the sets, and plans that merge less. */
export const hurriedPartLimit = 8;
