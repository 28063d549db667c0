import { largeBusinessBound } from './large-business.ts';
import type { Model } from './model.ts';
import { fillAttendance, newPrices, type Weights } from './price-table.ts';
import { createSmoothProgram } from './prices-smooth-program.ts';
import type { TripShares } from './prices-trip-shares.ts';

/** Charges in whole numbers of 1 / `scale`, and the bound they prove. */
export type ProvenBound = {
  readonly bound: number;
  readonly scale: number;
  /** By `unit * timeCount + time`. */
  readonly slotPrices: Float64Array;
  /** Indexed as in `TripShares`. */
  readonly share: Float32Array;
  readonly slotShare: Float32Array;
  /** In parts of `dayWhole`, indexed as in `DayShares`. */
  readonly dayShare: Float32Array;
};

const finest = 1000;
/** Shares of a crowded business's days are whole numbers of 1 / `dayWhole`. */
export const dayWhole = 1000;
/** Sums of whole numbers below this are exact in floating point. */
const exactBelow = 2 ** 52;

/** The finest scale at which no plan's cost leaves the exact range. */
const chooseScale = ({ requests }: Model, weights: Weights): number => {
  let most = 0;
  for (const weight of requests.weight)
    most += weights.unscheduled * weight + weights.visit + weights.attendance + weights.trip;
  let scale = finest;
  while (scale > 1 && most * scale * 16 > exactBelow) scale /= 10;
  return scale;
};

const roundedDown = (values: Float32Array, scale: number): Float32Array =>
  values.map((value) => Math.floor(value * scale));

/**
 * The dual bound at the given prices and shares, in whole numbers: prices and shares are rounded down to 1 / scale, weights are multiplied, so
 * with whole weights every sum is exact and the result may be rounded up to the next whole cost. With fractional weights it is
 * rounded down beyond any error of summation instead. Shares rounded down stay valid, prices may be anything not negative.
 * Costs one pass over all parts. Validity: `docs/planner.md`, "The bound".
 */
export const boundAtPrices = (
  model: Model,
  weights: Weights,
  prices: Float64Array,
  shares: TripShares,
): ProvenBound => {
  const scale = chooseScale(model, weights);
  const slotPrices = prices.map((price) => Math.floor(Math.max(0, price) * scale));
  const share = roundedDown(shares.share, scale);
  const slotShare = roundedDown(shares.slotShare, scale);
  const scaled: Weights = {
    unscheduled: Math.floor(weights.unscheduled * scale),
    visit: Math.floor(weights.visit * scale),
    attendance: Math.floor(weights.attendance * scale),
    trip: Math.floor(weights.trip * scale),
  };
  const dayShare = roundedDown(shares.dayShare, dayWhole);
  const program = createSmoothProgram(model, scaled, { ...shares, share, slotShare, dayShare, dayWhole });
  const table = newPrices(model, scaled);
  fillAttendance(model, scaled, slotPrices, table.attend);
  const unused = new Float64Array(0);
  let total = 0;
  for (let at = 0; at < slotPrices.length; at++) total -= slotPrices[at] * model.capacity[at];
  for (let business = 0; business < model.businessCount; business++) {
    let exact = true;
    let sum = 0;
    for (let part = model.boundFrom[business]; part < model.boundTo[business]; part++) {
      exact &&= model.parts.exact[part] === 1;
      sum += program.solve(part, table, 0, unused);
    }
    const isCrowded =
      model.boundFrom[business] >= model.parts.count && model.boundFrom[business] < model.boundTo[business];
    const apart = isCrowded || !exact ? largeBusinessBound(model, scaled, business, table) : 0;
    total += exact ? Math.max(sum, apart) : apart;
  }
  const whole = Object.values(weights).every(Number.isInteger) && model.requests.weight.every(Number.isInteger);
  // One for each request: a verifier rounds what leaving it out costs.
  const bound = whole
    ? Math.ceil(total / scale)
    : Math.floor(total - model.requests.count - Math.abs(total) * 1e-9) / scale;
  return { bound: Math.max(0, bound), scale, slotPrices, share, slotShare, dayShare };
};
