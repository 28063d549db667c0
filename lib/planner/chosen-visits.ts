/** The visits that a program of one business chose last; arrays are reused by its next call. */
export type Chosen = {
  count: number;
  /** Set of each visit (its number in `Parts.setBits`). */
  readonly set: Int32Array;
  /** Time of each visit; `-1 - v` where it joins standing visit v (its number in `Standing`). */
  readonly at: Int32Array;
  /** Staffing (its number in `Parts.entryStart`). */
  readonly option: Int32Array;
  /** What the visits and the requests left out cost at the prices. */
  cost: number;
  /** No selection of visits costs less; equals `cost` but where the exact program would have been too large. */
  bound: number;
};

/** What new visits ask of one business: units coming, and slots that they stay in all. */
export type Presence = { readonly attendances: number; readonly slots: number };

/** A new visit of another part of the same business: at its time, in its mode, it may serve this part's requests too, by units that don't attend it yet. */
export type SiblingVisit = { readonly time: number; readonly mode: number; readonly units: number[] };

/** What the other parts of the same business take: days barred to new visits, how many new visits are left (where none, every day is barred), their presence, the visits to join, and units that come to standing visits (by position in the instance) for their sake. */
export type Siblings = {
  readonly barred: Uint8Array;
  readonly cap: number;
  readonly presence: Presence;
  readonly visits: readonly SiblingVisit[];
  readonly joined: ReadonlyMap<number, readonly number[]>;
};
