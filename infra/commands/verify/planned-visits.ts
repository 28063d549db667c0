import type { Committed, Plan, PlannedVisit, Request } from './instance-file.ts';
import type { LookUp } from './look-up.ts';

/** One unit out at one visit, as the capacity and trip rules see it. */
export type Stay = {
  readonly unit: string;
  readonly day: number;
  readonly slot: number;
  readonly slots: number;
  readonly grid: string;
  readonly stands: boolean;
  readonly where: string;
};

export type Resolved = {
  readonly where: string;
  readonly visit: PlannedVisit;
  readonly day: number;
  readonly requests: readonly Request[];
  readonly stands: Committed | undefined;
};

/** Rules 1 and 5 in part: what a visit names exists, and each of its requests may be served there, then and so. */
export const resolveVisits = (at: LookUp, plan: Plan, fault: (text: string) => void): Resolved[] =>
  plan.visits.flatMap((visit, n) => {
    const where = `visit ${n} (${visit.business} ${visit.day} slot ${visit.slot})`;
    const day = at.dayOf.get(visit.day);
    const business = at.businesses.get(visit.business);
    const stands = visit.committed === undefined ? undefined : at.committed.get(visit.committed);
    if (business === undefined || day === undefined || at.sessionOf[visit.slot] === undefined) {
      fault(`${where}: no such business, working day or slot`);
      return [];
    }
    if (visit.committed !== undefined && stands === undefined) {
      fault(`${where}: unknown committed visit ${visit.committed}`);
      return [];
    }
    if (business.closed?.includes(visit.day)) fault(`${where}: the business is closed`);
    if (
      stands !== undefined &&
      (['business', 'day', 'slot', 'mode'] as const).some((key) => stands[key] !== visit[key])
    )
      fault(`${where}: moves committed visit ${stands.id}`);
    if (stands === undefined && visit.requests.length === 0) fault(`${where}: a visit without requests`);
    const requests = visit.requests.flatMap((id) => at.requests.get(id) ?? []);
    if (requests.length < visit.requests.length) fault(`${where}: serves a request that the instance does not hold`);
    for (const request of requests) {
      if (request.business !== visit.business) fault(`${where}: ${request.id} is for ${request.business}`);
      if (visit.day < request.notBefore || visit.day > request.due)
        fault(`${where}: the window of ${request.id} is ${request.notBefore} to ${request.due}`);
      if (request.mode !== visit.mode) fault(`${where}: ${request.id} is ${request.mode}, the visit ${visit.mode}`);
    }
    return [{ where, visit, day, requests, stands }];
  });

/** Rule 3, lengths: who stays how long. Units that perform nothing and don't stand there already stay away. */
export const staysOf = (at: LookUp, { where, visit, day, stands }: Resolved): Stay[] => {
  const standing = stands?.attending ?? {};
  const grid = at.business(visit.business).grid;
  return [...new Set([...Object.keys(standing), ...Object.keys(visit.performs)])].flatMap((unit) => {
    const items = (visit.performs[unit] ?? []).filter((item) => at.items.has(item));
    const minutes = items.reduce((sum, item) => sum + at.item(item).minutes, 0);
    const slots = (standing[unit] ?? 0) + Math.ceil(minutes / at.instance.slots.minutes);
    const inBase = Object.hasOwn(standing, unit);
    return slots > 0 || inBase ? [{ unit, day, slot: visit.slot, slots, grid, stands: inBase, where }] : [];
  });
};

/** Units out at standing visits that no request joins. */
export const untouchedStays = (at: LookUp, plan: Plan): Stay[] => {
  const joined = new Set(plan.visits.map((visit) => visit.committed));
  return [...at.committed.values()]
    .filter((visit) => !joined.has(visit.id))
    .flatMap((visit) =>
      Object.entries(visit.attending ?? {}).map(([unit, slots]) => ({
        unit,
        day: at.dayOf.get(visit.day) ?? 0,
        slot: visit.slot,
        slots,
        grid: at.business(visit.business).grid,
        stands: true,
        where: `committed ${visit.id}`,
      })),
    );
};
