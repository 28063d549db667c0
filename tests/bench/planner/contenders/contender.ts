import type { Instance, Plan } from '../../../../lib/planner/instance.ts';

/** What a contender knows at some moment; infinite where it has no plan, negative infinite where it has no bound. */
export type OnProgress = (cost: number, bound: number) => void;

export type Limits = { readonly seconds: number; readonly seed: number };

/** Plans an instance within a time limit, on one core; reports each improvement; undefined where it finds no plan. */
export type Contender = (
  instance: Instance,
  limits: Limits,
  onProgress: OnProgress,
) => Promise<{ readonly plan: Plan | undefined; readonly bound: number }>;

export const noBound = Number.NEGATIVE_INFINITY;
export const noCost = Number.POSITIVE_INFINITY;
