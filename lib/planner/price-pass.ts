import { largeBusinessBound } from './large-business.ts';
import type { Model } from './model.ts';
import { fillAttendance, newPrices, type Weights } from './price-table.ts';
import { createSmoothProgram } from './prices-smooth-program.ts';
import type { TripShares } from './prices-trip-shares.ts';

/** What a thread needs to take part in passes; where threads are several, `seen` and the shares lie in memory that all of them see. */
export type PassSetup = {
  readonly model: Model;
  readonly weights: Weights;
  readonly shares: Omit<TripShares, 'update'>;
};

/** Every `stride`-th of the businesses from `from` (counted from `offset` in each stride) up to, not including, `to`. */
export type PassTask = {
  readonly prices: Float64Array;
  readonly temperature: number;
  readonly stride: number;
  readonly offset: number;
  readonly from: number;
  readonly to: number;
};

export type PassResult = {
  /** Sum of the businesses' least costs, and of the smoothed ones. */
  readonly value: number;
  readonly smoothed: number;
  /** Expected teams out, by `unit * timeCount + time`; reused by the next pass. */
  readonly use: Float64Array;
};

export type PricePass = {
  readonly begin: (task: PassTask) => void;
  /** Goes on with so many businesses; true once the task is done. */
  readonly advance: (businesses: number) => boolean;
  readonly result: () => PassResult;
};

/**
 * One pass of the price search over some of the businesses: what each costs alone at the prices, and the teams it is expected to take. Businesses
 * don't meet here, so a pass may be cut into pieces, in time or among threads. Costs some 7 µs per part.
 */
export const createPricePass = ({ model, weights, shares }: PassSetup): PricePass => {
  const { parts, boundFrom, boundTo, capacity } = model;
  const program = createSmoothProgram(model, weights, shares);
  const table = newPrices(model, weights);
  const use = new Float64Array(capacity.length);
  let task: PassTask = { prices: use, temperature: 1, stride: 1, offset: 0, from: 0, to: 0 };
  let next = 0;
  let value = 0;
  return {
    begin: (given) => {
      task = given;
      next = given.from + ((((given.offset - given.from) % given.stride) + given.stride) % given.stride);
      value = 0;
      program.smoothed.total = 0;
      use.fill(0);
      fillAttendance(model, weights, given.prices, table.attend);
    },
    advance: (businesses) => {
      const end = Math.min(task.to, next + businesses * task.stride);
      for (; next < end; next += task.stride) {
        let exact = true;
        let sum = 0;
        for (let part = boundFrom[next]; part < boundTo[next]; part++) {
          sum += program.solve(part, table, task.temperature, use);
          if (parts.exact[part] === 0) exact = false;
        }
        const isCrowded = boundFrom[next] >= parts.count && boundFrom[next] < boundTo[next];
        const apart = isCrowded || !exact ? largeBusinessBound(model, weights, next, table) : 0;
        value += exact ? Math.max(sum, apart) : apart;
      }
      return next >= task.to;
    },
    result: () => ({ value, smoothed: program.smoothed.total, use }),
  };
};
