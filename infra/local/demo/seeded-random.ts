/** Draws that repeat: the same seed gives the same sequence on every machine. */
export type SeededRandom = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform whole number in [0, below). */
  readonly below: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the values, which must not be empty. */
  readonly pick: <T>(values: readonly T[]) => T;
  /** `count` different values in the order they were drawn; all of them where there are fewer. */
  readonly sample: <T>(values: readonly T[], count: number) => readonly T[];
};

/** FNV-1a, 32 bits: spreads short seeds such as `units:fire` over the whole range. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
};

/** Mulberry32: small, fast and good enough for sample data (not for draws that the law wants verifiable). */
export const seededRandom = (seed: string): SeededRandom => {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (values) => {
      const [picked] = values.slice(below(values.length));
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    sample: (values, count) => {
      const left = [...values];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)).flat();
    },
  };
};
