import type { Certificate } from './certificate-file.ts';
import { chargeOf as chargeOfBusiness, totalOf } from './charges.ts';
import type { Business } from './instance-file.ts';
import type { LookUp } from './look-up.ts';
import type { StandingUse } from './standing-use.ts';

/** What a business's attendance pays of a trip: once, and for each slot of the session (by its place there) it takes. */
export type TripCharge = { readonly once: number; readonly perSlot: (place: number) => number };

export type TripCharges = {
  readonly chargeOf: (unit: string, day: number, session: number, business: Business) => TripCharge;
  readonly faults: readonly string[];
};

const nothing: TripCharge = { once: 0, perSlot: () => 0 };

/** By unit, day and grid, the businesses that have the day between the first and the last open day of a request of the unit. */
const countCallers = (at: LookUp): ReadonlyMap<string, number> => {
  const callers = new Map<string, number>();
  for (const [id, requests] of Map.groupBy(at.instance.requests, (request) => request.business)) {
    const business = at.business(id);
    const calls = new Set<string>();
    for (const request of requests) {
      const open = at.instance.days.flatMap((day, n) =>
        day < request.notBefore || day > request.due || business.closed?.includes(day) ? [] : [n],
      );
      // Closed days between two open ones count: who may call is agreed by the first and the last open day.
      for (let day = open.at(0) ?? 0; day <= (open.at(-1) ?? -1); day++)
        calls.add(JSON.stringify([request.unit, day, business.grid]));
    }
    for (const call of calls) callers.set(call, (callers.get(call) ?? 0) + 1);
  }
  return callers;
};

/**
 * How the certificate shares trips between the businesses of a grid. A listed share holds only where all it could ever charge
 * (each business once, each free team of each slot) is no more than the trip's cost: then no plan pays more in charges than it
 * pays for the trip. Any other trip is shared evenly, by slots where its places are fewer than its callers, else by callers.
 */
export const tripCharges = (at: LookUp, standing: StandingUse, certificate: Certificate): TripCharges => {
  const tripCost = Math.floor(certificate.scale * certificate.weights.trip);
  const sessions = at.instance.slots.sessions;
  const key = (unit: string, day: number, session: number, grid: string) => JSON.stringify([unit, day, session, grid]);
  const faults: string[] = [];

  const listed = new Map<string, Certificate['trips'][number]>();
  for (const share of certificate.trips) {
    const { unit, day, session, grid, perSlot = [], byBusiness } = share;
    const where = `trip of ${unit} on ${day}, session ${session}, into ${grid}`;
    const dayNumber = at.dayOf.get(day);
    const slots = sessions[session];
    if (!at.units.has(unit) || dayNumber === undefined || slots === undefined) {
      faults.push(`${where}: no such unit, day or session`);
      continue;
    }
    if (listed.has(key(unit, dayNumber, session, grid))) faults.push(`${where}: shared twice`);
    const most =
      totalOf(byBusiness) +
      perSlot.reduce((sum, charge, k) => sum + charge * standing.freeTeams(unit, dayNumber, slots[k] ?? -1), 0);
    if (perSlot.length > slots.length || most > tripCost)
      faults.push(`${where}: charges up to ${most}, the trip costs ${tripCost}`);
    listed.set(key(unit, dayNumber, session, grid), share);
  }

  const callers = countCallers(at);

  const chargeOf = (unit: string, day: number, session: number, business: Business): TripCharge => {
    if (standing.tripStands(unit, day, session, business.grid)) return nothing;
    const share = listed.get(key(unit, day, session, business.grid));
    if (share !== undefined)
      return { once: chargeOfBusiness(share.byBusiness, business.id), perSlot: (place) => share.perSlot?.[place] ?? 0 };
    const calling = callers.get(JSON.stringify([unit, day, business.grid])) ?? 0;
    const places = (sessions[session] ?? []).reduce((sum, slot) => sum + standing.freeTeams(unit, day, slot), 0);
    if (calling === 0 || places === 0) return nothing;
    if (places < calling) return { once: 0, perSlot: () => Math.floor(tripCost / places) };
    return { once: Math.floor(tripCost / calling), perSlot: () => 0 };
  };
  return { chargeOf, faults };
};
