import { largeBusinessBound } from './large-business.ts';
import type { Model } from './model.ts';
import { defaultWeights, fillAttendance, newPrices, type Weights } from './price-table.ts';
import { createSmoothProgram } from './prices-smooth-program.ts';
import { createTripShares, type TripShares } from './prices-trip-shares.ts';

export type PriceSearch = {
  /** Prices of one team in one slot at the best bound so far, in cost units, by `unit * timeCount + time`. */
  readonly best: Float64Array;
  /** Prices that the next pass tries. */
  readonly current: Float64Array;
  /** Expected teams out at the last pass, as fractions: where it exceeds capacity, plans will have to give way. */
  readonly expectedUse: Float64Array;
  /** Shares of trips that go with `best`. */
  readonly shares: TripShares;
  /** Best lower bound so far, up to floating-point rounding; `boundAtPrices` rounds with care. */
  readonly bound: number;
  readonly passes: number;
  /** Passes in which the temperature falls to 0.5 % of a visit: about as many as there is time for. More is more exact. */
  pace: number;
  /** Passes over all parts done so far; one over a sample counts as the part that it is. */
  readonly work: number;
  /** Such work from here until the temperature has fallen, at the present pace. */
  readonly workAhead: number;
  /** Runs so many passes. Deterministic; costs some 7 µs per part seen. */
  readonly step: (passes: number) => void;
};

/** Passes over all parts between updates of the trips' shares. */
const shareEvery = 5;

/** Samples of fewer businesses are too coarse a picture of the slots they compete for. */
const leastSample = 5000;
const sparsest = 16;

/** Every how-manieth business a pass sees when so much of the fall of temperature is done: few while prices are rough, all at the end. */
const strideAt = (progress: number, businesses: number): number => {
  const sparse = Math.max(1, Math.min(sparsest, Math.floor(businesses / leastSample)));
  if (progress < 0.5) return sparse;
  return progress < 0.8 ? Math.ceil(sparse / 4) : 1;
};

const workFrom = (progress: number, businesses: number): number => {
  const steps = 50;
  let work = 0;
  for (let n = 0; n < steps; n++)
    work += 1 / strideAt(progress + ((n + 0.5) / steps) * (1 - progress), businesses) / steps;
  return work * (1 - progress);
};

/**
 * Lagrangian prices of unit-slots by accelerated gradient ascent on the smoothed dual (Nesterov 2005), while the temperature falls.
 * The dual value at any prices is a lower bound (see `docs/planner.md`, "The bound"); the smooth program supplies it with the gradient
 * of its smoothed twin, expected use minus capacity. Steps are divided by the teams there are, momentum starts anew when it points
 * downhill, and when the smoothed value collapses the steps get shorter. Where businesses are many the first passes see a sample, a different
 * one each time, and yield no bound. Prices start at zero, where the bound is
 * that of businesses planned alone (at least the stabbing number). Plain subgradients need about five times the passes for the same bound.
 */
export const createPriceSearch = (model: Model, weights: Weights = defaultWeights): PriceSearch => {
  const { parts, partStart, capacity } = model;
  const size = capacity.length;
  const shares = createTripShares(model, weights.trip);
  const bestShares: TripShares = { ...shares, share: shares.share.slice(), slotShare: shares.slotShare.slice() };
  let sharesAreBest = true;
  const program = createSmoothProgram(model, weights, shares);
  const prices = newPrices(model, weights);
  const best = new Float64Array(size);
  const current = new Float64Array(size);
  const settled = new Float64Array(size);
  const expectedUse = new Float64Array(size);
  let bound = Number.NEGATIVE_INFINITY;
  let passes = 0;
  let pace = 300;
  let work = 0;
  let sharedAt = 0;
  /** How far the temperature has fallen, 1 at 0.5 % of a visit; beyond that it falls with the inverse of the passes. */
  let progress = 0;
  let momentum = 1;
  let caution = 3.5;
  let lastSmoothed = Number.NEGATIVE_INFINITY;

  const temperatureNow = (): number => {
    const hot = weights.visit / 2;
    const cold = weights.visit / 200;
    return progress < 1 ? hot * (cold / hot) ** progress : cold / (1 + 2 * (progress - 1));
  };

  const priceOfCapacity = (): number => {
    let total = 0;
    for (let at = 0; at < size; at++) total += current[at] * capacity[at];
    return total;
  };

  /** The dual value at `current`, of every stride-th business only; leaves expected use and smoothed value behind. */
  const evaluate = (temperature: number, stride: number): number => {
    fillAttendance(model, weights, current, prices.attend);
    expectedUse.fill(0);
    program.smoothed.total = 0;
    let value = 0;
    for (let business = passes % stride; business < model.businessCount; business += stride) {
      const from = partStart[business];
      const to = partStart[business + 1];
      let exact = true;
      let sum = 0;
      for (let part = from; part < to; part++) {
        sum += program.solve(part, prices, temperature, expectedUse);
        if (parts.exact[part] === 0) exact = false;
      }
      value += exact ? sum : largeBusinessBound(model, weights, business, prices);
    }
    if (stride > 1) for (let at = 0; at < size; at++) expectedUse[at] *= stride;
    const capacityPrice = priceOfCapacity();
    program.smoothed.total -= capacityPrice;
    return value - capacityPrice;
  };

  /** One accelerated step from `current`; `settled` holds the last point without momentum. */
  const ascend = (temperature: number): void => {
    const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const rate = temperature / caution;
    let uphill = 0;
    for (let at = 0; at < size; at++) {
      if (capacity[at] === 0) continue;
      const gradient = expectedUse[at] - capacity[at];
      const target = Math.max(0, current[at] + (rate * gradient) / capacity[at]);
      uphill += gradient * (target - settled[at]);
      expectedTarget[at] = target;
    }
    const carry = uphill < 0 ? 0 : (momentum - 1) / next;
    momentum = uphill < 0 ? 1 : next;
    for (let at = 0; at < size; at++) {
      current[at] = Math.max(0, expectedTarget[at] + carry * (expectedTarget[at] - settled[at]));
      settled[at] = expectedTarget[at];
    }
  };
  const expectedTarget = new Float64Array(size);

  const keep = (value: number): void => {
    bound = value;
    best.set(current);
    if (sharesAreBest) return;
    bestShares.share.set(shares.share);
    bestShares.slotShare.set(shares.slotShare);
    sharesAreBest = true;
  };

  const pass = (): void => {
    const temperature = temperatureNow();
    const stride = passes === 0 ? 1 : strideAt(progress, model.businessCount);
    const value = evaluate(temperature, stride);
    if (stride === 1) {
      if (value > bound) keep(value);
      // A step too long for this instance shows as a collapse of the smoothed value.
      if (program.smoothed.total < lastSmoothed - Math.abs(bound) / 50) caution = Math.min(64, caution * 1.5);
      lastSmoothed = program.smoothed.total;
    }
    ascend(temperature);
    passes++;
    work += 1 / stride;
    progress += 1 / pace;
    if (work < sharedAt + shareEvery) return;
    shares.update();
    sharesAreBest = false;
    sharedAt = work;
  };

  return {
    best,
    current,
    expectedUse,
    shares: bestShares,
    get bound() {
      return bound;
    },
    get passes() {
      return passes;
    },
    get work() {
      return work;
    },
    get workAhead() {
      return progress < 1 ? pace * workFrom(progress, model.businessCount) : 0;
    },
    get pace() {
      return pace;
    },
    set pace(passes) {
      pace = passes;
    },
    step: (count) => {
      for (let n = 0; n < count; n++) pass();
    },
  };
};
