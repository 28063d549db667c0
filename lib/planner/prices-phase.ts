import type { Look, PriceSearch } from './prices-search.ts';

export type PricePhase = {
  readonly search: PriceSearch;
  /** Milliseconds, where there is a clock. */
  readonly now: (() => number) | undefined;
  /** Milliseconds, or passes over all parts, to spend. */
  readonly budget: number;
  readonly isOver: () => boolean;
  readonly look: Look;
  /** Called with the part of a whole pass that was done. */
  readonly afterPass: (work: number) => Promise<void>;
};

/** Fewer passes leave prices too coarse to guide a plan, more are better spent beside the search for plans. */
const paces = { least: 12, most: 600 } as const;
/** Weight of the latest pass in the estimate of what one takes; the first ones are slow, as the code isn't compiled yet. */
const recency = 0.2;

const setPace = (search: PriceSearch, work: number): void => {
  if (search.workAhead > 0)
    search.pace = Math.max(paces.least, Math.min(paces.most, Math.round((search.pace * work) / search.workAhead)));
};

/**
 * Learns prices before the first plan, which then avoids what will be dear. With a clock the passes so far tell how many the
 * budget holds, so the temperature falls just in time; without one the budget is in passes. Stops early when the run is over.
 */
export const learnPrices = async ({ search, now, budget, isOver, look, afterPass }: PricePhase): Promise<void> => {
  const startedAt = now?.() ?? 0;
  let passMs = 0;
  if (!now) setPace(search, budget);
  while (search.workAhead > 0 && !isOver()) {
    const before = now?.() ?? 0;
    const workBefore = search.work;
    if (!(await search.step(look))) return;
    if (now) {
      const ms = Math.max(0.01, now() - before) / (search.work - workBefore);
      passMs += passMs === 0 ? ms : recency * (ms - passMs);
      setPace(search, (startedAt + budget - now()) / passMs);
    }
    await afterPass(search.work - workBefore);
  }
};
