import type { BusinessProgram } from './business-program.ts';
import type { Model } from './model.ts';
import type { Schedule } from './schedule.ts';

/** Price of a slot's last free team against an idle one, in units of cost; the load's cube in between. */
const congestion = 40;

/** Businesses planned between two looks: some 10 ms. */
const piece = 500;

/** Parts by the days they have to choose from, fewest first; of equals the heavier, then memory order. */
export const byFreedom = (model: Model): Int32Array => {
  const { parts, requests } = model;
  const key = new Float64Array(parts.count);
  for (let p = 0; p < parts.count; p++) {
    let days = model.dayCount;
    let weight = 0;
    for (let r = parts.requestStart[p]; r < parts.requestStart[p + 1]; r++) {
      days = Math.min(days, requests.last[r] - requests.first[r] + 1);
      weight += requests.weight[r];
    }
    key[p] = days - Math.min(0.9, weight / 100);
  }
  return Int32Array.from(key.keys()).sort((a, b) => key[a] - key[b] || a - b);
};

/**
 * A first plan, whatever stood before: businesses in the given order, each planned exactly at the capacity that is left, where a unit's slot costs the cube of its
 * load (and `guide`, where prices are known already), so that the first don't take what the last need. Costs one business program each. Yields
 * between pieces of the work; answered false there, it leaves the rest unplanned.
 */
export function* constructing(
  model: Model,
  schedule: Schedule,
  program: BusinessProgram,
  order: Int32Array,
  guide: Float64Array | undefined,
): Generator<void, void, boolean> {
  const { parts, timeCount } = model;
  const { visits, used, free, reprice } = schedule;
  const refresh = (place: number): void => {
    const load = used[place] / Math.max(1, model.capacity[place]);
    free[place] = congestion * load * load * load + (guide ? guide[place] : 0);
    reprice(place);
  };
  for (let part = 0; part < parts.count; part++) schedule.remove(part);
  if (guide) for (let place = 0; place < used.length; place++) refresh(place);
  for (let n = 0; n < order.length; n++) {
    if (n % piece === piece - 1 && !(yield)) break;
    const part = order[n];
    program.solve(part, schedule.hard, schedule.siblings(part));
    schedule.place(part, program.chosen.count, program.chosen, 0);
    for (let k = parts.requestStart[part]; k < parts.requestStart[part] + visits.count[part]; k++) {
      if (visits.at[k] < 0) continue;
      const option = visits.option[k];
      for (let e = parts.entryStart[option]; e < parts.entryStart[option + 1]; e++) {
        const need = parts.needStart[part] + parts.entries[e];
        const place = parts.needUnit[need] * timeCount + visits.at[k];
        for (let stay = 0; stay < parts.needStay[need]; stay++) refresh(place + stay);
      }
    }
  }
  for (let place = 0; place < used.length; place++) {
    if (free[place] === 0) continue;
    free[place] = 0;
    reprice(place);
  }
}
