import type { Model } from './model.ts';
import type { PassThreads } from './pass-threads.ts';
import { createPricePass } from './price-pass.ts';
import { defaultWeights, type Weights } from './price-table.ts';
import { createTripShares, type TripShares } from './prices-trip-shares.ts';

/** Serves others where it is time to; false where the run is over. */
export type Look = () => Promise<boolean>;

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
  /**
   * Runs one pass, looking up between pieces of it; false, and no pass, where that stopped it. Deterministic; costs some 7 µs per part seen,
   * divided among the threads. `beside` leaves all of it to the other threads, where there are any.
   */
  readonly step: (look?: Look, beside?: boolean) => Promise<boolean>;
  /** Threads that can run a pass beside the caller's own work. */
  readonly threads: number;
};

/** Businesses between two looks: some 10 ms. */
const piece = 1000;
const onwards: Look = async () => true;

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
export const createPriceSearch = (
  model: Model,
  weights: Weights = defaultWeights,
  threads?: PassThreads,
): PriceSearch => {
  const { capacity, businessCount } = model;
  const size = capacity.length;
  const shares = createTripShares(model, weights.trip, threads?.allocate);
  const bestShares: TripShares = {
    ...shares,
    share: shares.share.slice(),
    slotShare: shares.slotShare.slice(),
    dayShare: shares.dayShare.slice(),
  };
  let sharesAreBest = true;
  const own = createPricePass({ model, weights, shares });
  /** Each thread counts attendances of slots by itself, as several threads' businesses meet there; callers belong to one. */
  const slotSeen = Array.from({ length: threads?.count ?? 0 }, () =>
    threads ? new Float32Array(threads.allocate(shares.slotSeen.byteLength)) : shares.slotSeen,
  );
  const { update: updateShares, ...sharesOfAll } = shares;
  threads?.prepare((thread) => ({ model, weights, shares: { ...sharesOfAll, slotSeen: slotSeen[thread] } }));
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
  let smoothed = Number.NEGATIVE_INFINITY;
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

  /** The dual value at `current`, of every stride-th business only; leaves expected use and smoothed value behind. Undefined where it was stopped. */
  const evaluate = async (
    temperature: number,
    stride: number,
    look: Look,
    beside: boolean,
  ): Promise<number | undefined> => {
    const others = threads?.count ?? 0;
    const slices = others + (beside && others > 0 ? 0 : 1);
    const edge = (slice: number) => Math.round((businessCount * slice) / slices);
    const task = (slice: number) => ({
      prices: current,
      temperature,
      stride,
      offset: passes % stride,
      from: edge(slice),
      to: edge(slice + 1),
    });
    const running = Array.from({ length: others }, (_, thread) => threads?.run(thread, task(thread)));
    let goesOn = true;
    if (slices > others) {
      own.begin(task(others));
      while (goesOn && !own.advance(piece)) goesOn = await look();
    }
    const results = (await Promise.all(running)).flatMap((result) => result ?? []);
    if (!goesOn) return undefined;
    if (slices > others) results.push(own.result());
    expectedUse.fill(0);
    smoothed = 0;
    let value = 0;
    for (const result of results) {
      value += result.value;
      smoothed += result.smoothed;
      for (let at = 0; at < size; at++) expectedUse[at] += stride * result.use[at];
    }
    for (const seen of slotSeen) {
      for (let at = 0; at < seen.length; at++) shares.slotSeen[at] += seen[at];
      seen.fill(0);
    }
    const capacityPrice = priceOfCapacity();
    smoothed -= capacityPrice;
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
    bestShares.dayShare.set(shares.dayShare);
    sharesAreBest = true;
  };

  const step = async (look: Look = onwards, beside = false): Promise<boolean> => {
    const temperature = temperatureNow();
    const stride = passes === 0 ? 1 : strideAt(progress, businessCount);
    const value = await evaluate(temperature, stride, look, beside);
    if (value === undefined) return false;
    if (stride === 1) {
      if (value > bound) keep(value);
      // A step too long for this instance shows as a collapse of the smoothed value.
      if (smoothed < lastSmoothed - Math.abs(bound) / 50) caution = Math.min(64, caution * 1.5);
      lastSmoothed = smoothed;
    }
    ascend(temperature);
    passes++;
    work += 1 / stride;
    progress += 1 / pace;
    if (work < sharedAt + shareEvery) return true;
    updateShares();
    sharesAreBest = false;
    sharedAt = work;
    return true;
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
      return progress < 1 ? pace * workFrom(progress, businessCount) : 0;
    },
    get pace() {
      return pace;
    },
    set pace(passes) {
      pace = passes;
    },
    step,
    threads: threads?.count ?? 0,
  };
};
