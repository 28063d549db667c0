import type { PriceSearch } from './prices-search.ts';

export type PricePhase = {
  readonly search: PriceSearch;
  /** Milliseconds, where there is a clock. */
  readonly now: (() => number) | undefined;
  /** Milliseconds or passes to spend. */
  readonly budget: number;
  readonly isOver: () => boolean;
  readonly afterPass: () => Promise<void>;
};

/** Fewer passes leave prices too coarse to guide a plan, more are better spent beside the search for plans. */
const passLimits = { least: 12, most: 600 } as const;
/** Weight of the latest pass in the estimate of what one takes; the first ones are slow, as the code isn't compiled yet. */
const recency = 0.2;

const clampPasses = (passes: number): number =>
  Math.max(passLimits.least, Math.min(passLimits.most, Math.floor(passes)));

/**
 * Learns prices before the first plan, which then avoids what will be dear. With a clock the passes so far tell how many the
 * budget holds, so the temperature falls just in time; without one the budget is in passes. Stops early when the run is over.
 */
export const learnPrices = async ({ search, now, budget, isOver, afterPass }: PricePhase): Promise<void> => {
  const startedAt = now?.() ?? 0;
  let passMs = 0;
  search.pace = clampPasses(now ? passLimits.most : budget);
  while (search.passes < search.pace && !isOver()) {
    const before = now?.() ?? 0;
    search.step(1);
    if (now) {
      const ms = Math.max(0.01, now() - before);
      passMs += passMs === 0 ? ms : recency * (ms - passMs);
      search.pace = clampPasses(search.passes + (startedAt + budget - now()) / passMs);
    }
    await afterPass();
  }
};
