import type { Parts } from './model.ts';

export type FittingSets = {
  /** Looks at another part from here on. */
  readonly index: (part: number) => void;
  /** Writes the sets within the requests `among` that hold the lowest of them to `found`, ascending in their bits; says how many. */
  readonly collect: (among: number) => number;
  /** Numbers of sets, counted from the part's `setStart`. */
  readonly found: Int16Array;
};

/**
 * The sets that may hold the lowest of some requests: what a dynamic program over subsets asks at each of them. Either the sets with that
 * lowest request are gone through, or the subsets of the others, whichever are fewer; so a part of n requests costs 3^n at most, however
 * many sets it has, and next to nothing where it has few.
 */
export const createFittingSets = ({ setBits, setStart, requestStart }: Parts, widest: number): FittingSets => {
  const states = 1 << widest;
  const setAt = new Int16Array(states);
  const size = new Uint8Array(states);
  for (let s = 1; s < states; s++) size[s] = size[s & (s - 1)] + 1;
  const lowStart = new Int32Array(widest + 1);
  const found = new Int16Array(states);
  let from = 0;
  return {
    found,
    index: (part) => {
      from = setStart[part];
      const sets = setStart[part + 1] - from;
      const requests = requestStart[part + 1] - requestStart[part];
      setAt.fill(-1, 0, 1 << requests);
      let set = 0;
      for (let low = 0; low < requests; low++) {
        lowStart[low] = set;
        for (; set < sets; set++) {
          const bits = setBits[from + set];
          if ((bits & -bits) !== 1 << low) break;
          setAt[bits] = set;
        }
      }
      lowStart[requests] = sets;
    },
    collect: (among) => {
      const low = 31 - Math.clz32(among & -among);
      const rest = among & (among - 1);
      const end = lowStart[low + 1];
      let count = 0;
      if (1 << size[rest] < end - lowStart[low]) {
        const lowest = 1 << low;
        let others = 0;
        do {
          const set = setAt[lowest | others];
          if (set >= 0) found[count++] = set;
          others = (others - rest) & rest;
        } while (others !== 0);
        return count;
      }
      for (let set = lowStart[low]; set < end; set++) {
        const bits = setBits[from + set];
        if ((bits & among) === bits) found[count++] = set;
      }
      return count;
    },
  };
};
