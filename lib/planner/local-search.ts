import type { BusinessProgram } from './business-program.ts';
import { createEjection } from './eject.ts';
import type { Model } from './model.ts';
import type { Weights } from './price-table.ts';
import { createRandom } from './random.ts';
import type { Schedule } from './schedule.ts';

export type LocalSearch = {
  /** Replans businesses in memory order for some `programs` business programs, never more than `most`; new prices of full slots after the last business. */
  readonly step: (programs: number, most: number) => void;
  readonly runs: () => number;
  readonly sweeps: () => number;
};

export type LocalSearchOptions = {
  readonly weights: Weights;
  /** What one more team would save in each place, as far as known; read anew each sweep. */
  readonly guide: Float64Array;
  readonly seed: number;
};

/** Prices of full slots, beside a part of their guide price, are drawn between these, in units of a visit's weight; low ones more often, as most evictions cost little. */
const cheapest = 0.05;
const dearest = 0.35;

/**
 * Sweeps over all businesses with ejections (eject.ts). Moves that leave the cost as it is are kept, so the plan drifts along plateaus
 * until a cheaper one lies beside it; new random prices of full slots each sweep decide which evictions are tried. The plan never grows dearer, so the
 * last state is the best. Memory order keeps a business's data together: a third of the time of a random order.
 */
export const createLocalSearch = (
  model: Model,
  schedule: Schedule,
  program: BusinessProgram,
  { weights, guide, seed }: LocalSearchOptions,
): LocalSearch => {
  const random = createRandom(seed);
  const ejection = createEjection(model, schedule, program, random);
  const { full, reprice } = schedule;
  let next = 0;
  let sweeps = 0;
  const drawPrices = (): void => {
    for (let place = 0; place < full.length; place++) {
      full[place] =
        weights.visit * (cheapest + (dearest - cheapest) * random.next() ** 2) + guide[place] * random.next();
      reprice(place);
    }
  };
  return {
    step: (programs, most) => {
      const before = ejection.runs();
      const until = before + Math.min(programs, most);
      while (ejection.runs() < until && model.parts.count > 0) {
        if (next === 0) drawPrices();
        ejection.replan(next, most - (ejection.runs() - before));
        next = next + 1 === model.parts.count ? 0 : next + 1;
        if (next === 0) sweeps++;
      }
    },
    runs: ejection.runs,
    sweeps: () => sweeps,
  };
};
