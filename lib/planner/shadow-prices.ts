import type { Instance } from './instance.ts';
import type { Model } from './model.ts';

/** What one more team of the unit would save on the day, in cost units, at most; and by slot. */
export type TeamValue = {
  readonly unit: string;
  readonly day: string;
  readonly saves: number;
  readonly bySlot: readonly number[];
};

/** The prices of a unit's slots on a day, added up. */
export const teamValue = ({ timeCount, slotCount }: Model, prices: Float64Array, unit: number, day: number): number => {
  let value = 0;
  const from = unit * timeCount + day * slotCount;
  for (let place = from; place < from + slotCount; place++) value += prices[place];
  return value;
};

/** Below this share of a visit's weight a price says nothing: the search leaves dust. */
const leastSaving = 1e-3;

/**
 * Where one more team would save most: the prices of a unit's slots on a day, added up, dearest first. The bound as a function of the
 * teams there are is convex and falls at these rates, so one team more lowers the *bound* by at most that much: the price ranks the places
 * where a team is short, and where it is 0 more teams are of no use. Days off and days without demand cost nothing and are left out.
 */
export const teamValues = (
  instance: Instance,
  model: Model,
  prices: Float64Array,
  visitWeight: number,
): TeamValue[] => {
  const { slotCount, dayCount, unitCount } = model;
  const values: TeamValue[] = [];
  for (let unit = 0; unit < unitCount; unit++) {
    for (let day = 0; day < dayCount; day++) {
      const from = (unit * dayCount + day) * slotCount;
      const saves = teamValue(model, prices, unit, day);
      const bySlot = [...prices.subarray(from, from + slotCount)];
      if (saves > leastSaving * visitWeight)
        values.push({ unit: instance.units[unit].id, day: instance.days[day], saves, bySlot });
    }
  }
  return values.sort((a, b) => b.saves - a.saves);
};
