import type { Instance, PlannedVisit } from './instance.ts';
import type { Figures } from './planning-options.ts';
import type { Weights } from './price-table.ts';

/** Counts a written plan: what `figures` reports is taken from the plan itself, not from the engine's running totals. */
export const planFigures = (
  instance: Instance,
  visits: readonly PlannedVisit[],
  weights: Weights,
  bound: number,
): Figures => {
  const businesses = new Map(instance.businesses.map((business) => [business.id, business.grid]));
  const sessionOf = instance.slots.sessions.flatMap((session, s) => session.map(() => s));
  const committed = new Map((instance.committed ?? []).map((visit) => [visit.id, visit]));
  const standing = new Set<string>();
  for (const visit of committed.values())
    for (const unit of Object.keys(visit.attending ?? {}))
      standing.add(`${unit} ${visit.day} ${sessionOf[visit.slot]} ${businesses.get(visit.business)}`);
  const unitOf = new Map(instance.requests.map((request) => [request.id, request.unit]));
  const minutes = new Map(instance.items.map((item) => [item.id, item.minutes]));
  const trips = new Set<string>();
  let scheduled = 0;
  let fresh = 0;
  let jointVisits = 0;
  let attendances = 0;
  for (const visit of visits) {
    scheduled += visit.requests.length;
    if (new Set(visit.requests.map((id) => unitOf.get(id))).size > 1) jointVisits++;
    if (visit.committed === undefined) fresh++;
    const there = committed.get(visit.committed ?? '')?.attending ?? {};
    for (const [unit, items] of Object.entries(visit.performs)) {
      if (Object.hasOwn(there, unit) || items.every((item) => minutes.get(item) === 0)) continue;
      attendances++;
      const trip = `${unit} ${visit.day} ${sessionOf[visit.slot]} ${businesses.get(visit.business)}`;
      if (!standing.has(trip)) trips.add(trip);
    }
  }
  const served = new Set(visits.flatMap(({ requests }) => requests));
  let unscheduledWeight = 0;
  for (const { id, weight } of instance.requests) if (!served.has(id)) unscheduledWeight += weight ?? 1;
  const cost =
    weights.unscheduled * unscheduledWeight +
    weights.visit * fresh +
    weights.attendance * attendances +
    weights.trip * trips.size;
  return {
    requests: instance.requests.length,
    scheduled,
    visits: fresh,
    avoided: scheduled - fresh,
    reductionPercent: scheduled ? Number((100 * (1 - fresh / scheduled)).toFixed(2)) : 0,
    jointVisits,
    attendances,
    trips: trips.size,
    unscheduledWeight,
    cost,
    bound,
    gapPercent: bound > 0 ? Number((100 * (cost / bound - 1)).toFixed(3)) : cost > 0 ? Number.POSITIVE_INFINITY : 0,
  };
};
