import type { Plan } from './instance-file.ts';
import type { LookUp } from './look-up.ts';
import type { Stay } from './planned-visits.ts';

export type Weights = {
  readonly unscheduled: number;
  readonly visit: number;
  readonly attendance: number;
  readonly trip: number;
};

export const defaultWeights: Weights = { unscheduled: 1000, visit: 100, attendance: 10, trip: 1 };

export type Figures = {
  readonly cost: number;
  readonly requests: number;
  readonly scheduled: number;
  readonly unscheduledWeight: number;
  readonly visits: number;
  readonly attendances: number;
  readonly trips: number;
};

/** Prices a plan: `weights` per unscheduled weight, new visit, new attendance and new trip (unit, day, session, grid). */
export const planCost = (at: LookUp, plan: Plan, stays: readonly Stay[], weights: Weights): Figures => {
  const trips = new Set<string>();
  const standingTrips = new Set<string>();
  for (const { unit, day, slot, grid, stands } of stays)
    (stands ? standingTrips : trips).add(JSON.stringify([unit, day, at.sessionOf[slot], grid]));
  const served = new Set(plan.visits.flatMap((visit) => visit.requests));
  const left = at.instance.requests.filter((request) => !served.has(request.id));
  const figures = {
    requests: at.requests.size,
    scheduled: served.size,
    unscheduledWeight: left.reduce((sum, request) => sum + (request.weight ?? 1), 0),
    visits: plan.visits.filter((visit) => visit.committed === undefined).length,
    attendances: stays.filter((stay) => !stay.stands).length,
    trips: [...trips].filter((trip) => !standingTrips.has(trip)).length,
  };
  const cost =
    weights.unscheduled * figures.unscheduledWeight +
    weights.visit * figures.visits +
    weights.attendance * figures.attendances +
    weights.trip * figures.trips;
  return { cost, ...figures };
};
