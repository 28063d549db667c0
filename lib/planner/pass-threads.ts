import type { PassResult, PassSetup, PassTask } from './price-pass.ts';

/**
 * Threads that share the passes of the price search. The library starts none by itself: whoever calls it may bring some. For a given count
 * of threads every sum is added up in the same order, so a plan repeats.
 */
export type PassThreads = {
  /** Beside the caller's own; at least 1. */
  readonly count: number;
  /** Memory that every thread sees. */
  readonly allocate: (bytes: number) => ArrayBufferLike;
  /** Hands each thread what it works on, once for each plan; what an earlier plan left undone is dropped. */
  readonly prepare: (setupOf: (thread: number) => PassSetup) => void;
  readonly run: (thread: number, task: PassTask) => Promise<PassResult>;
};
