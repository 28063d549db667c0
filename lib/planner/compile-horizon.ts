import { type InstanceIndex, positionIn } from './index-instance.ts';
import type { Instance } from './instance.ts';
import { InstanceError } from './parse-instance.ts';

/** Calendar, sessions and what each unit has left beside standing visits. */
export type Horizon = {
  readonly dateOf: Int32Array;
  readonly sessionOf: Uint8Array;
  readonly room: Uint8Array;
  readonly longestStay: number;
  readonly teams: Int32Array;
  /** 1 on a unit's days off, by `unit * days + day`. */
  readonly off: Uint8Array;
  readonly capacity: Int32Array;
  /** 1 where the unit could start a stay: `((stay - 1) * units + unit) * times + time`. */
  readonly startable: Uint8Array;
};

const msPerDay = 86_400_000;

const subtractStanding = (instance: Instance, index: InstanceIndex, capacity: Int32Array): void => {
  const { perDay } = instance.slots;
  (instance.committed ?? []).forEach((visit, n) => {
    const day = positionIn(index.day, visit.day, () => `committed[${n}].day`);
    if (visit.slot >= perDay) throw new InstanceError(`committed[${n}].slot`, 'is no slot of the day');
    for (const [id, stay] of Object.entries(visit.attending ?? {})) {
      const unit = positionIn(index.unit, id, () => `committed[${n}].attending`);
      for (let slot = visit.slot; slot < Math.min(perDay, visit.slot + stay); slot++) {
        const at = (unit * index.day.size + day) * perDay + slot;
        capacity[at] = Math.max(0, (capacity[at] ?? 0) - 1);
      }
    }
  });
};

const findStartable = (capacity: Int32Array, room: Uint8Array, longestStay: number): Uint8Array => {
  const startable = new Uint8Array(longestStay * capacity.length);
  for (let at = 0; at < capacity.length; at++) {
    const fits = room[at % room.length] ?? 0;
    for (let stay = 1; stay <= fits && (capacity[at + stay - 1] ?? 0) > 0; stay++)
      startable[(stay - 1) * capacity.length + at] = 1;
  }
  return startable;
};

export const compileHorizon = (instance: Instance, index: InstanceIndex): Horizon => {
  const { days, slots, units } = instance;
  const sessionOf = new Uint8Array(slots.perDay);
  const room = new Uint8Array(slots.perDay);
  slots.sessions.forEach((session, s) => {
    session.forEach((slot, n) => {
      sessionOf[slot] = s;
      room[slot] = session.length - n;
    });
  });
  const longestStay = Math.max(1, ...room);
  const off = new Uint8Array(units.length * days.length);
  const capacity = new Int32Array(units.length * days.length * slots.perDay);
  units.forEach((unit, u) => {
    capacity.fill(unit.teams, u * days.length * slots.perDay, (u + 1) * days.length * slots.perDay);
    for (const day of unit.off ?? []) {
      const d = index.day.get(day);
      if (d === undefined) continue;
      off[u * days.length + d] = 1;
      const from = (u * days.length + d) * slots.perDay;
      capacity.fill(0, from, from + slots.perDay);
    }
  });
  subtractStanding(instance, index, capacity);
  return {
    dateOf: Int32Array.from(days, (day) => Date.parse(day) / msPerDay),
    sessionOf,
    room,
    longestStay,
    teams: Int32Array.from(units, (unit) => unit.teams),
    off,
    capacity,
    startable: findStartable(capacity, room, longestStay),
  };
};
