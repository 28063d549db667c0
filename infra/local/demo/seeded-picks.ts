import { seededRandom } from '../../../lib/domain/seeded-random.ts';

/** Choices that repeat: the same seed makes the same ones on every machine. */
export type Picks = {
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

export const seededPicks = (seed: string): Picks => {
  const next = seededRandom(seed);
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
