import type { Weights } from './price-table.ts';

/**
 * A proof, for people and programs that don't trust the engine, that no plan of the instance costs less than `bound`.
 * Read with `docs/planner.md`, "Certificate", which says how to recompute it from the instance alone.
 * All charges are whole numbers of 1 / `scale` cost units, so that recomputing them needs no floating point.
 */
export type Certificate = {
  readonly format: 1;
  readonly instance?: string;
  readonly weights: Weights;
  /** No plan of the instance costs less. */
  readonly bound: number;
  readonly scale: number;
  /** By unit id: what one team costs in one slot, at `day * slots.perDay + slot`; units without a price are left out. */
  readonly prices: Readonly<Record<string, readonly number[]>>;
  /** How a trip's cost is shared where it isn't shared evenly (see `evenShare`). */
  readonly trips: readonly TripShare[];
  /** Businesses with very many requests, whose part of the bound comes from groups of them. */
  readonly crowded: readonly CrowdedBusiness[];
  /** By business id: requests no two of which any visit could serve, so that serving all of them takes as many visits. */
  readonly disjoint: Readonly<Record<string, readonly string[]>>;
};

/** The same with its long members made one by one, as a city's would not fit memory beside the plan. */
export type CertificatePieces = Omit<Certificate, 'trips' | 'disjoint'> & {
  readonly trips: Iterable<TripShare>;
  readonly disjoint: Iterable<readonly [business: string, requests: readonly string[]]>;
};

/**
 * Groups of one business's requests, and what each pays, by day and in thousandths, of what its own visit would cost alone. Valid while the shares of
 * all groups that ask for one mode add up to 1000 at most on every day.
 */
export type CrowdedBusiness = {
  readonly business: string;
  readonly groups: readonly { readonly requests: readonly string[]; readonly shares: readonly number[] }[];
};

/**
 * What attending (unit, day, session, grid) is charged, in place of the trip itself: `perSlot[k]` for each team in the
 * session's k-th slot, and `byBusiness[id]` once for each business. Valid while Σ byBusiness + Σ perSlot[k] · free teams in slot k
 * is at most `scale * weights.trip`, because then no plan pays more in charges than the trip costs it.
 */
export type TripShare = {
  readonly unit: string;
  readonly day: string;
  readonly session: number;
  readonly grid: string;
  readonly perSlot?: readonly number[];
  readonly byBusiness?: Readonly<Record<string, number>>;
};

/**
 * The share of a trip that the certificate doesn't list. `callers` businesses of the grid have a request of the unit with
 * the day between the first and the last day of its window that the business is open; `places` is the sum of the unit's free teams over the session's slots. Where callers are many, each slot
 * taken pays its part of the places; otherwise each caller pays alike. In units of 1 / scale, rounded down.
 */
export const evenShare = (
  tripCost: number,
  callers: number,
  places: number,
): { readonly perSlot: number; readonly perBusiness: number } => {
  if (callers === 0 || places === 0) return { perSlot: 0, perBusiness: 0 };
  return places < callers
    ? { perSlot: Math.floor(tripCost / places), perBusiness: 0 }
    : { perSlot: 0, perBusiness: Math.floor(tripCost / callers) };
};
