import { recognitionClassOf } from '../domain/catalogue/catalogue.ts';
import { roomInSession } from '../domain/centre/session-room.ts';
import { drawInspectors, freeInspectors, type InspectorDraw } from '../domain/draws/draw-inspectors.ts';
import { busyInspectors, hasFreeTeam, type Stay, workloadOf } from '../domain/field/diary.ts';
import { inspectorsOn, isOff, teamSizeAt, teamsOn } from '../domain/schedule/unit-days.ts';
import type { Attendance, KeptDraw, TeamMember } from '../domain/visits/checks.ts';
import type { Visit } from '../domain/visits/visit.ts';
import type { ScheduleState } from './schedule/schedule-state.ts';
import { type Performs, staffVisit, type VisitRequest } from './visits/staff-visit.ts';

export type UnitStay = {
  readonly slots: number;
  readonly team: readonly TeamMember[];
  readonly draw?: KeptDraw;
};
/** Where and when, and what was planned for it; an insertion plans nothing ahead. */
export type Placed = {
  readonly visitId: string;
  readonly businessId: string;
  readonly day: string;
  readonly slot: number;
  readonly requests: readonly VisitRequest[];
  readonly performs?: Performs;
};
export type Staffed = { readonly performs: Performs; readonly stays: ReadonlyMap<string, UnitStay> };

const minutesAt = (attendance: Attendance | undefined): number =>
  attendance?.checks.reduce((sum, { minutes }) => sum + minutes, 0) ?? 0;

const stillFree = (team: readonly TeamMember[], busy: ReadonlySet<string>): boolean =>
  team.length > 0 && team.every(({ inspectorId }) => !busy.has(inspectorId));

type Team = Omit<UnitStay, 'slots'>;

/** A team drawn anew; with what it was drawn from, where that is to be repeated. */
const drawTeam = (seedOf: string | undefined, draw: InspectorDraw): Team | undefined => {
  const team = drawInspectors(draw);
  if (!team || seedOf === undefined) return team && { team };
  const free = freeInspectors(draw).map(({ inspectorId }) => inspectorId);
  const kept = {
    of: seedOf,
    size: draw.size,
    free,
    loads: free.map((inspectorId) => draw.workload.get(inspectorId) ?? 0),
    drawn: team.map(({ inspectorId }) => inspectorId),
  };
  return { team, draw: kept };
};

/**
 * Who comes to a proposed visit as things stand: the planned staffing where all its requests still go there, else one made anew;
 * in either case with a team free in every slot, and inspectors drawn among those who are free and need not recuse
 * themselves. At a standing visit a team that is there already stays, where it can.
 */
export const staffNow = (
  proposed: Placed,
  requests: readonly VisitRequest[],
  target: Visit | undefined,
  state: Pick<ScheduleState, 'settings' | 'units' | 'diary' | 'items' | 'seed' | 'seedOf'>,
): Staffed | 'stands-otherwise' | 'no-inspectors' => {
  const { settings, units, diary, items } = state;
  const { visitId, businessId, day, slot } = proposed;
  const size = settings.inspectorsPerTeam;
  const there = new Map(target?.attending.map((attendance) => [attendance.unitId, attendance]));
  const stayOf = (unitId: string, minutes: number): Stay => {
    const slots = Math.max(1, Math.ceil((minutesAt(there.get(unitId)) + minutes) / settings.slots.minutes));
    return { visitId, day, slot, slots: Math.max(slots, there.get(unitId)?.slots ?? 0) };
  };
  const hasRoom = (unitId: string, minutes: number): boolean => {
    const unit = units.get(unitId);
    const stay = stayOf(unitId, minutes);
    const open = unit && !isOff(unit, day) && stay.slots <= roomInSession(settings.slots, slot);
    return open === true && hasFreeTeam(diary, unitId, teamsOn(unit, size, day), stay);
  };
  const teamFor = (unitId: string, minutes: number, units: number): Team | undefined => {
    const busy = busyInspectors(diary, stayOf(unitId, minutes));
    const team = there.get(unitId)?.team ?? [];
    if (stillFree(team, busy)) return { team };
    const unit = state.units.get(unitId);
    const inspectors = unit ? inspectorsOn(unit, day) : [];
    return drawTeam(state.seedOf, {
      inspectors,
      businessId,
      busy,
      workload: workloadOf(diary),
      size: teamSizeAt(settings, units),
      seed: `${state.seed}|${visitId}|${unitId}`,
    });
  };
  const minutesOf = (itemIds: readonly string[]): number =>
    itemIds.reduce((sum, itemId) => sum + (items.get(itemId)?.minutes ?? 0), 0);

  const asPlanned =
    target === undefined && requests.length === proposed.requests.length ? proposed.performs : undefined;
  const find = (fits: (unitId: string, minutes: number) => boolean): Performs | undefined => {
    if (asPlanned && Object.entries(asPlanned).every(([unitId, own]) => fits(unitId, minutesOf(own)))) return asPlanned;
    const performed = new Set(target?.attending.flatMap(({ checks }) => checks.map((check) => check.recognitionClass)));
    const attends = (unitId: string) => there.has(unitId);
    const known = requests.every((request) => request.items.every((itemId) => items.has(itemId)));
    return known
      ? staffVisit(requests, { items, slotMinutes: settings.slots.minutes, performed, fits, attends })
      : undefined;
  };
  const most = new Set([...there.keys(), ...requests.map(({ unitId }) => unitId)]).size;
  const performs = find((unitId, minutes) => hasRoom(unitId, minutes) && teamFor(unitId, minutes, most) !== undefined);
  if (!performs) return find(hasRoom) ? 'no-inspectors' : 'stands-otherwise';
  const attend = new Set([...there.keys(), ...Object.keys(performs)]).size;
  const stays = new Map<string, UnitStay>();
  for (const [unitId, own] of Object.entries(performs)) {
    const found = teamFor(unitId, minutesOf(own), attend);
    if (!found) return 'no-inspectors';
    stays.set(unitId, { slots: stayOf(unitId, minutesOf(own)).slots, ...found });
  }
  return { performs, stays };
};

/** The class of an item that a request asks for, as the catalogue stands. */
export const classOf = (state: Pick<ScheduleState, 'items'>, itemId: string): string => {
  const item = state.items.get(itemId);
  return item ? recognitionClassOf(item) : itemId;
};
