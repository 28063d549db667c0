import type { ProvenBound } from './bound.ts';
import {
  type Certificate,
  type CertificatePieces,
  type CrowdedBusiness,
  evenShare,
  type TripShare,
} from './certificate.ts';
import { disjointWindows } from './certificate-windows.ts';
import type { Instance } from './instance.ts';
import type { Model } from './model.ts';
import type { Weights } from './price-table.ts';
import type { TripShares } from './prices-trip-shares.ts';

/**
 * Businesses that the even share counts, by `beat * dayCount + day`: also those whose requests no visit can serve, as a verifier
 * sees only windows.
 */
const countCallers = (instance: Instance, model: Model, shares: TripShares): Int32Array => {
  const { beatCount, beatUnit, dayCount, requests, parts, partStart } = model;
  const beatOf = new Map<string, number>();
  for (let beat = 0; beat < beatCount; beat++) {
    const part = shares.callerPart[shares.callers[shares.beatStart[beat]]];
    beatOf.set(`${beatUnit[beat]} ${instance.businesses[parts.business[part]].grid}`, beat);
  }
  const count = new Int32Array(beatCount * dayCount);
  const counted = new Int32Array(count.length).fill(-1);
  for (let business = 0; business < model.businessCount; business++) {
    if (partStart[business] === partStart[business + 1]) continue;
    const { grid } = instance.businesses[business];
    const to = parts.requestStart[partStart[business + 1]];
    for (let r = parts.requestStart[partStart[business]]; r < to; r++) {
      const beat = beatOf.get(`${requests.unit[r]} ${grid}`);
      if (beat === undefined) continue;
      for (let at = beat * dayCount + requests.first[r]; at <= beat * dayCount + requests.last[r]; at++) {
        if (counted[at] === business) continue;
        counted[at] = business;
        count[at]++;
      }
    }
  }
  return count;
};

/** Shares of trips that aren't even, in whole numbers; a business whose share is 0 isn't named. */
function* listTripShares(
  instance: Instance,
  model: Model,
  weights: Weights,
  proven: ProvenBound,
  shares: TripShares,
): Generator<TripShare> {
  const { beatCount, beatUnit, dayCount, sessionCount, slotCount, timeCount, capacity, standingTrips, parts } = model;
  const { sessions } = instance.slots;
  const callersOn = countCallers(instance, model, shares);

  const shareOf = (beat: number, day: number, session: number): TripShare | undefined => {
    const slots = day * slotCount;
    const perSlot = sessions[session].map((slot) => proven.slotShare[beat * timeCount + slots + slot]);
    const byBusiness: Record<string, number> = {};
    let isEven = true;
    const places = sessions[session].reduce(
      (sum, slot) => sum + capacity[beatUnit[beat] * timeCount + slots + slot],
      0,
    );
    const even = evenShare(proven.scale * weights.trip, callersOn[beat * dayCount + day], places);
    if (perSlot.some((charge) => charge !== even.perSlot)) isEven = false;
    for (let c = shares.beatStart[beat]; c < shares.beatStart[beat + 1]; c++) {
      const caller = shares.callers[c];
      if (day < shares.firstDay[caller] || day > shares.lastDay[caller]) continue;
      const charge = proven.share[shares.base[caller] + day * sessionCount + session];
      if (charge !== even.perBusiness) isEven = false;
      if (charge > 0) byBusiness[instance.businesses[parts.business[shares.callerPart[caller]]].id] = charge;
    }
    if (isEven) return undefined;
    const anyCaller = shares.callers[shares.beatStart[beat]];
    const { grid } = instance.businesses[parts.business[shares.callerPart[anyCaller]]];
    return { unit: instance.units[beatUnit[beat]].id, day: instance.days[day], session, grid, perSlot, byBusiness };
  };

  for (let beat = 0; beat < beatCount; beat++) {
    for (let trip = 0; trip < dayCount * sessionCount; trip++) {
      if (standingTrips[beat * dayCount * sessionCount + trip] === 1) continue;
      const entry = shareOf(beat, Math.floor(trip / sessionCount), trip % sessionCount);
      if (entry) yield entry;
    }
  }
}

const listCrowded = (instance: Instance, model: Model, { dayShare }: ProvenBound): CrowdedBusiness[] => {
  const { parts, requests, dayCount, boundFrom, boundTo } = model;
  const found: CrowdedBusiness[] = [];
  for (let business = 0; business < model.businessCount; business++) {
    if (boundFrom[business] < parts.count || boundFrom[business] === boundTo[business]) continue;
    const groups: CrowdedBusiness['groups'][number][] = [];
    for (let part = boundFrom[business]; part < boundTo[business]; part++) {
      const own = requests.origin.subarray(parts.requestStart[part], parts.requestStart[part + 1]);
      const from = (part - parts.count) * dayCount;
      groups.push({
        requests: Array.from(own, (origin) => instance.requests[origin].id),
        shares: [...dayShare.subarray(from, from + dayCount)],
      });
    }
    found.push({ business: instance.businesses[business].id, groups });
  }
  return found;
};

/** Writes out the proof: prices of units that have any, shares of trips that aren't even, disjoint windows. */
export const certificatePieces = (
  instance: Instance,
  model: Model,
  weights: Weights,
  proven: ProvenBound,
  shares: TripShares,
): CertificatePieces => {
  const prices: Record<string, number[]> = {};
  instance.units.forEach((unit, u) => {
    const own = proven.slotPrices.subarray(u * model.timeCount, (u + 1) * model.timeCount);
    if (own.some((price) => price > 0)) prices[unit.id] = [...own];
  });
  return {
    format: 1,
    ...(instance.name === undefined ? {} : { instance: instance.name }),
    weights,
    bound: proven.bound,
    scale: proven.scale,
    prices,
    crowded: listCrowded(instance, model, proven),
    trips: listTripShares(instance, model, weights, proven, shares),
    disjoint: disjointWindows(instance, model),
  };
};

/** The whole certificate at once. */
export const certificateOf = ({ trips, disjoint, ...head }: CertificatePieces): Certificate => ({
  ...head,
  trips: [...trips],
  disjoint: Object.fromEntries(disjoint),
});
