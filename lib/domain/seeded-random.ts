/**
 * Numbers in [0, 1) that follow from a text alone, the same on any machine: xmur3 makes a 32-bit state of the text,
 * mulberry32 the numbers. Good enough to draw lots that anyone can repeat; not for secrets.
 */
export const seededRandom = (seed: string): (() => number) => {
  let state = 1779033703 ^ seed.length;
  for (let n = 0; n < seed.length; n++) {
    state = Math.imul(state ^ seed.charCodeAt(n), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};
