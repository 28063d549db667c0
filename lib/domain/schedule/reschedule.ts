import { drawInspectors } from '../draws/draw-inspectors.ts';
import { busyInspectors, workloadOf } from '../field/diary.ts';
import { raiseNotice } from '../notices/notice-change.ts';
import { shortEntry, shortNote } from '../notices/short-notice.ts';
import type { HistoryEntry } from '../plans/plan.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Attendance, TeamMember } from '../visits/checks.ts';
import { isAhead, type Visit } from '../visits/visit.ts';
import { type VisitOrder, visitStateConflict } from './call-off.ts';
import { isInsideNotice, type MoveSight, moveFaults, type Place, slotsOf } from './move-rules.ts';
import { inspectorsOn, teamSizeAt } from './unit-days.ts';
import { endOf, nextNumberInYear } from './visit-schedule.ts';

export type MoveOrder = VisitOrder & Place & { readonly consent: boolean; readonly teamsKept: boolean };

const namesOf = (team: readonly TeamMember[]): string => team.map(({ name }) => name).join('、');

/** The team that comes to the new place: the one the business knows where all of it can, else one drawn by the command's id. */
const teamAt = (visit: Visit, { unitId, team }: Attendance, slots: number, order: MoveOrder, sight: MoveSight) => {
  const { visitId, businessId } = visit;
  const { day, slot, commandId } = order;
  const unit = sight.units.get(unitId);
  const inspectors = unit ? inspectorsOn(unit, day) : [];
  const busy = busyInspectors(sight.diary, { visitId, day, slot, slots });
  const canCome = ({ inspectorId }: TeamMember): boolean =>
    !busy.has(inspectorId) &&
    inspectors.some((one) => one.inspectorId === inspectorId && !one.recusedFrom.includes(businessId));
  if (team.length > 0 && team.every(canCome)) return team;
  if (order.teamsKept) return undefined;
  const size = teamSizeAt(sight.settings, visit.attending.length);
  const seed = `${commandId}|${visitId}|${unitId}`;
  return drawInspectors({ inspectors, businessId, busy, workload: workloadOf(sight.diary), size, seed });
};

const entriesOf = (
  visit: Visit,
  attending: readonly Attendance[],
  { at, by, as, reason, commandId, consent }: MoveOrder,
  isShort: boolean,
): readonly HistoryEntry[] => {
  const redrawn = visit.attending.flatMap(({ unitName, team }, n) => {
    const [from, to] = [namesOf(team), namesOf(attending[n]?.team ?? [])];
    return from === to ? [] : [{ at, by: 'system', action: 'team-redrawn', reason: `${unitName}: ${from} → ${to}` }];
  });
  const who = { at, by, ...(as && { as }) };
  const moved = { ...who, action: 'rescheduled', reason, commandId };
  return [moved, ...(isShort ? [shortEntry(moved, { consent, reason })] : []), ...redrawn];
};

/**
 * Moves a visit that has not begun; it keeps its state, code and checks. Every rule that its publication kept is kept again
 * on the new day; who can't come is drawn anew, with a record. A change inside the notice period is on record with the
 * business's consent or the reason, and its notice says so.
 */
export const reschedule = (visit: Visit, order: MoveOrder, sight: MoveSight): Visit | Refusal => {
  if (!isAhead(visit.status)) return visitStateConflict(visit);
  const faults = moveFaults(visit, order, sight);
  if (faults.length > 0) return refuse('change-refused', ...faults);
  const unstaffed: FieldError[] = [];
  const attending = visit.attending.map((attendance): Attendance => {
    const slots = slotsOf(attendance, sight.settings);
    const team = teamAt(visit, attendance, slots, order, sight);
    const code = order.teamsKept ? 'team-not-free' : 'no-inspectors';
    if (!team) unstaffed.push({ path: 'start', code, values: { unit: attendance.unitName } });
    return { ...attendance, slots, team: team ?? [] };
  });
  if (unstaffed.length > 0) return refuse('change-refused', ...unstaffed);
  const { day, slot, at } = order;
  const start = sight.settings.slots.starts[slot] ?? visit.start;
  const isShort = isInsideNotice(visit, order, sight);
  const sameYear = visit.day.slice(0, 4) === day.slice(0, 4);
  const moved: Visit = {
    ...visit,
    day,
    slot,
    start,
    end: endOf(start, attending, sight.settings.slots.minutes),
    attending,
    numberInYear: sameYear ? visit.numberInYear : nextNumberInYear(sight.visits, visit.visitId, day),
    history: [...visit.history, ...entriesOf(visit, attending, order, isShort)],
    version: visit.version + 1,
  };
  return { ...moved, ...raiseNotice(visit, moved, at, isShort ? [shortNote(order)] : []) };
};
