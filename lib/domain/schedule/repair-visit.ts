import type { Unit } from '../catalogue/catalogue.ts';
import { roomInSession } from '../centre/session-room.ts';
import { drawInspectors } from '../draws/draw-inspectors.ts';
import { busyInspectors, hasFreeTeam, workloadOf } from '../field/diary.ts';
import { raiseNotice } from '../notices/notice-change.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Attendance, TeamMember } from '../visits/checks.ts';
import { isAhead, type Visit } from '../visits/visit.ts';
import { callOff, type VisitOrder, visitStateConflict } from './call-off.ts';
import type { MoveSight } from './move-rules.ts';
import { reschedule } from './reschedule.ts';
import { inspectorsOn, teamSizeAt, teamsOn } from './unit-days.ts';
import { endOf, leadOf } from './visit-schedule.ts';

/** How one visit is to do without a unit or an inspector. `seed` is what substitutes are drawn by. */
export type Repair = {
  readonly kind: 'redraw' | 'substitute' | 'move' | 'leave-out';
  /** The unit that is away, wholly or in part. */
  readonly awayUnitId: string;
  readonly unitId?: string;
  readonly to?: { readonly day: string; readonly slot: number };
  readonly seed: string;
};

const namesOf = (team: readonly TeamMember[]): string => team.map(({ name }) => name).join('、');
const cannot = (code: string, unit: string): Refusal =>
  refuse('change-refused', { path: 'visitId', code, values: { unit } });

/** Who of a unit comes at the visit's own time: those of `known` who can, and others by lot in place of who can't. */
const teamNow = (
  visit: Visit,
  unit: Unit,
  known: readonly TeamMember[],
  slots: number,
  sight: MoveSight,
  seed: string,
): readonly TeamMember[] | undefined => {
  const { visitId, businessId, day, slot } = visit;
  const inspectors = inspectorsOn(unit, day);
  const busy = busyInspectors(sight.diary, { visitId, day, slot, slots });
  const canCome = ({ inspectorId }: TeamMember): boolean =>
    !busy.has(inspectorId) &&
    inspectors.some((one) => one.inspectorId === inspectorId && !one.recusedFrom.includes(businessId));
  const stay = known.filter(canCome);
  const size = Math.max(teamSizeAt(sight.settings, visit.attending.length), known.length) - stay.length;
  const taken = new Set([...busy, ...stay.map(({ inspectorId }) => inspectorId)]);
  const drawn = drawInspectors({ inspectors, businessId, busy: taken, workload: workloadOf(sight.diary), size, seed });
  return drawn && [...stay, ...drawn].toSorted((a, b) => (a.inspectorId < b.inspectorId ? -1 : 1));
};

const withAttending = (
  visit: Visit,
  attending: readonly Attendance[],
  order: VisitOrder,
  record: string,
  minutes: number,
): Visit => {
  const { at } = order;
  const served = new Set(
    attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves.map((s) => s.planId))),
  );
  const entry = { ...order, action: 'repaired' };
  const next: Visit = {
    ...visit,
    attending,
    lead: attending.some(({ department }) => department === visit.lead) ? visit.lead : leadOf(attending),
    end: endOf(visit.start, attending, minutes),
    plans: visit.plans.filter(({ planId }) => served.has(planId)),
    history: [...visit.history, entry, { at, by: 'system', action: 'team-redrawn', reason: record }],
    version: visit.version + 1,
  };
  return { ...next, ...raiseNotice(visit, next, at) };
};

/** Another team of the unit, or of another unit of its department, at the same time and place. */
const replace = (visit: Visit, repair: Repair, order: VisitOrder, sight: MoveSight): Visit | Refusal => {
  const { awayUnitId, unitId = awayUnitId, seed } = repair;
  const { day, slot } = visit;
  const { settings, diary } = sight;
  const attendance = visit.attending.find((one) => one.unitId === awayUnitId);
  const unit = sight.units.get(unitId);
  if (!attendance || !unit) return cannot('unit-off', unitId);
  const { slots, team: before } = attendance;
  const name = unit.name ?? unit.unitId;
  const isOther = unitId !== awayUnitId;
  if (isOther && visit.attending.some((one) => one.unitId === unitId)) return cannot('unit-full', name);
  if (slots > roomInSession(settings.slots, slot)) return cannot('session-short', name);
  const stay = { visitId: visit.visitId, day, slot, slots };
  if (!hasFreeTeam(diary, unitId, teamsOn(unit, settings.inspectorsPerTeam, day), stay))
    return cannot('unit-full', name);
  const team = teamNow(visit, unit, isOther ? [] : before, slots, sight, `${seed}|${visit.visitId}|${unitId}`);
  if (!team) return cannot('no-inspectors', name);
  const attending = visit.attending.map((one) =>
    one === attendance ? { ...one, unitId, unitName: isOther ? name : one.unitName, team } : one,
  );
  const record = `${attendance.unitName}: ${namesOf(before)} → ${isOther ? `${name} ` : ''}${namesOf(team)} (${order.reason}; ${seed})`;
  return withAttending(visit, attending, order, record, settings.slots.minutes);
};

/** The visit without the requests that the absent unit's checks serve; called off where nothing is left. */
const leaveOut = (visit: Visit, { awayUnitId, seed }: Repair, order: VisitOrder, sight: MoveSight): Visit | Refusal => {
  const own = visit.attending.filter(({ unitId }) => unitId === awayUnitId);
  const waiting = new Set(
    own.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves.map(({ requestId }) => requestId))),
  );
  const attending = visit.attending
    .map((attendance) => ({
      ...attendance,
      checks: attendance.checks
        .map((check) => ({ ...check, serves: check.serves.filter(({ requestId }) => !waiting.has(requestId)) }))
        .filter(({ serves }) => serves.length > 0),
    }))
    .filter(({ unitId, checks }) => unitId !== awayUnitId && checks.length > 0);
  if (attending.length === 0) return callOff(visit, 'cancel-visit', order);
  const units = own.map(({ unitName }) => unitName).join('、');
  return withAttending(visit, attending, order, `${units}: — (${order.reason}; ${seed})`, sight.settings.slots.minutes);
};

/**
 * One visit repaired, or why it can't be in that way. Everything that its publication kept is kept again; who was drawn in whose
 * place, why and by which seed is on record, and only a notice that says something else now goes out again.
 */
export const repairVisit = (visit: Visit, repair: Repair, order: VisitOrder, sight: MoveSight): Visit | Refusal => {
  if (!isAhead(visit.status)) return visitStateConflict(visit);
  switch (repair.kind) {
    case 'redraw':
    case 'substitute':
      return replace(visit, repair, order, sight);
    case 'leave-out':
      return leaveOut(visit, repair, order, sight);
    case 'move': {
      const { to } = repair;
      if (!to) return cannot('time-past', repair.awayUnitId);
      return reschedule(visit, { ...order, ...to, consent: false, teamsKept: false }, sight);
    }
    default:
      return repair.kind satisfies never;
  }
};
