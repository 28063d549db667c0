import type { Model } from './model.ts';

/** What the parts of the cost weigh; see `defaultWeights`. */
export type Weights = {
  readonly unscheduled: number;
  readonly visit: number;
  readonly attendance: number;
  readonly trip: number;
};

/** Do what the law requires; disturb businesses least; send the fewest people; travel least. */
export const defaultWeights: Weights = { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 };

/** What business programs are asked to pay. */
export type Prices = {
  /** Price of a stay, attendance weight and slots' prices together, Infinity where it can't be: `stayAt(model, unit, stay) + time`. */
  readonly attend: Float64Array;
  /** Charge on each trip, indexed as `Model.standingTrips`. */
  readonly trip: Float64Array;
};

/** Where the prices of a unit's stays of this length start in `Prices.attend`. */
export const stayAt = (model: Model, unit: number, stay: number): number =>
  ((stay - 1) * model.unitCount + unit) * model.timeCount;

/** Writes the prices of stays that follow from the slots' prices (by `unit * timeCount + time`, none below 0). */
export const fillAttendance = (
  model: Model,
  weights: Weights,
  slotPrices: Float64Array,
  attend: Float64Array,
): void => {
  const { unitCount, timeCount, slotCount, room, capacity } = model;
  for (let unit = 0; unit < unitCount; unit++) {
    for (let time = 0; time < timeCount; time++) {
      const at = unit * timeCount + time;
      let price = weights.attendance;
      for (let stay = 1; stay <= model.longestStay; stay++) {
        const fits = stay <= room[time % slotCount] && capacity[at + stay - 1] > 0;
        price = fits ? price + slotPrices[at + stay - 1] : Number.POSITIVE_INFINITY;
        attend[stayAt(model, unit, stay) + time] = price;
      }
    }
  }
};

/** Prices with free slots and whole trips, of the right sizes. */
export const newPrices = (model: Model, weights: Weights): Prices => {
  const attend = new Float64Array(model.longestStay * model.unitCount * model.timeCount);
  fillAttendance(model, weights, new Float64Array(model.unitCount * model.timeCount), attend);
  return { attend, trip: Float64Array.from(model.standingTrips, (stands) => (stands ? 0 : weights.trip)) };
};

/** Weights a thousand apart: each part of the cost outranks any exchange of less than a thousand of the next. */
const lexicographicWeights: Weights = { unscheduled: 1e9, visit: 1e6, attendance: 1e3, trip: 1 };

export const chosenWeights = (given: Partial<Weights> | undefined, lexicographic: boolean | undefined): Weights => ({
  ...(lexicographic ? lexicographicWeights : defaultWeights),
  ...given,
});
