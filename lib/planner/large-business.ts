import type { Model } from './model.ts';
import { type Prices, stayAt, type Weights } from './price-table.ts';

/**
 * A lower bound on what one business costs at given prices, for businesses whose parts are not `exact`. Requests of one mode with
 * disjoint windows, and requests of different modes, never share a visit; taking each mode's requests by due day and keeping those that
 * start after the last one kept gives such a family. Each of them either is left out at its weight or has a visit to itself among
 * them, which costs the visit and, where every check takes time, at least the cheapest shortest stay of a unit of this business in its window.
 * Whatever else the visits cost is dropped, which only lowers the bound. A request that could join a standing visit counts nothing.
 */
export const largeBusinessBound = (model: Model, weights: Weights, business: number, { attend }: Prices): number => {
  const { parts, requests, standing, slotCount, partStart } = model;
  const firstPart = partStart[business];
  const lastPart = partStart[business + 1];
  if (firstPart === lastPart) return 0;
  const own: number[] = [];
  for (let r = parts.requestStart[firstPart]; r < parts.requestStart[lastPart]; r++) own.push(r);
  own.sort((a, b) => requests.mode[a] - requests.mode[b] || requests.last[a] - requests.last[b]);
  const joinable = (r: number) => {
    for (let v = parts.standingStart[firstPart]; v < parts.standingStart[lastPart]; v++) {
      const day = standing.day[v];
      if (requests.first[r] <= day && day <= requests.last[r] && standing.mode[v] === requests.mode[r]) return true;
    }
    return false;
  };
  const cheapestStay = (r: number) => {
    let least = Number.POSITIVE_INFINITY;
    for (const other of own) {
      const from = stayAt(model, requests.unit[other], 1);
      for (let time = requests.first[r] * slotCount; time < (requests.last[r] + 1) * slotCount; time++)
        least = Math.min(least, attend[from + time]);
    }
    return least;
  };
  let bound = 0;
  let mode = -1;
  let until = -1;
  for (const r of own) {
    if (requests.first[r] > requests.last[r]) {
      bound += weights.unscheduled * requests.weight[r];
      continue;
    }
    if (requests.mode[r] !== mode) {
      mode = requests.mode[r];
      until = -1;
    }
    if (requests.first[r] <= until || joinable(r)) continue;
    until = requests.last[r];
    const visit = weights.visit + (model.everyCheckTakesTime ? cheapestStay(r) : 0);
    bound += Math.min(weights.unscheduled * requests.weight[r], visit);
  }
  return bound;
};
