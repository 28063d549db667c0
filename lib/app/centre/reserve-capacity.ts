import { firstHeldBack, heldBack } from '../../domain/centre/reserve.ts';
import type { Business, CommittedVisit, Unit } from '../../planner/instance.ts';
import type { PlanningSnapshot } from './planning-snapshot.ts';

type Held = { readonly businesses: readonly Business[]; readonly committed: readonly CommittedVisit[] };

/** Teams of a unit that standing visits keep busy, by day and slot. */
const busyTeams = (committed: readonly CommittedVisit[]): ReadonlyMap<string, number> => {
  const busy = new Map<string, number>();
  for (const { day, slot, attending = {} } of committed) {
    for (const [unitId, slots] of Object.entries(attending)) {
      for (let at = slot; at < slot + slots; at += 1) {
        const key = `${unitId} ${day} ${at}`;
        busy.set(key, (busy.get(key) ?? 0) + 1);
      }
    }
  }
  return busy;
};

/**
 * The capacity that a run leaves to urgent requests and repairs, as standing visits to places that nobody asks for: to the
 * planner a team-slot is taken, and no request can join. Days that are near hold nothing back, nor what is taken already.
 */
export const reserveCapacity = (
  units: readonly Unit[],
  committed: readonly CommittedVisit[],
  { settings, days, reservedFrom }: Pick<PlanningSnapshot, 'settings' | 'days' | 'reservedFrom'>,
): Held => {
  const perDay = settings.slots.starts.length;
  const busy = busyTeams(committed);
  const held = units.flatMap(({ id, teams, off = [] }) =>
    days
      .filter((day) => reservedFrom !== undefined && day >= reservedFrom && !off.includes(day))
      .flatMap((day) => {
        const first = firstHeldBack(id, day, perDay);
        const slots = Array.from({ length: perDay }, (_, n) => (first + n) % perDay);
        const free = slots.flatMap((slot) =>
          Array.from({ length: Math.max(0, teams - (busy.get(`${id} ${day} ${slot}`) ?? 0)) }, () => slot),
        );
        return free
          .slice(0, heldBack(id, day, teams * perDay, settings.reservePercent))
          .map((slot, n) => ({ id: `reserve|${id}|${day}|${n}`, unitId: id, day, slot }));
      }),
  );
  return {
    businesses: held.map(({ id }) => ({ id, street: id, grid: id, closed: [], minGapDays: 1 })),
    committed: held.map(({ id, unitId, day, slot }) => ({
      id,
      business: id,
      day,
      slot,
      mode: 'announced' as const,
      attending: { [unitId]: 1 },
    })),
  };
};
