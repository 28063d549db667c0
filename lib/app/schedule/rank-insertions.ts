import { daysBetween } from '../../domain/catalogue/calendar.ts';
import { capsReached, countedBy, visitToCounted } from '../../domain/centre/cap-rules.ts';
import { closedFault } from '../../domain/centre/quiet-days.ts';
import { roomInSession } from '../../domain/centre/session-room.ts';
import { isWithin } from '../../domain/centre/visit-horizon.ts';
import type { Plan } from '../../domain/plans/plan.ts';
import type { FieldError } from '../../domain/refusal.ts';
import type { InsertionFlag, InsertionOption } from '../../domain/schedule/schedule-command.ts';
import { isOff } from '../../domain/schedule/unit-days.ts';
import { isAhead, isStanding, type Visit } from '../../domain/visits/visit.ts';
import { visitsWithin } from '../../domain/visits/visit-alerts.ts';
import { visitIdOf } from '../centre/plan-to-proposal.ts';
import { type Staffed, staffNow } from '../staff-now.ts';
import { staffVisit, type VisitRequest } from '../visits/staff-visit.ts';
import { type InsertionState, tripKey } from './insertion-state.ts';

/** A way to place an urgent request; with `staffed` it is open. */
export type Insertion = InsertionOption & {
  readonly slot: number;
  readonly target?: Visit;
  readonly staffed?: Staffed;
};

/** What is to be placed: the requests of one business, with the unit that acts for each. */
export type UrgentWork = Pick<Plan, 'mode' | 'window'> & { readonly requests: readonly VisitRequest[] };

const standing = ({ visitsOf, business }: InsertionState): readonly Visit[] =>
  (visitsOf.get(business.businessId) ?? []).filter(({ status }) => isStanding(status));

/** Units more at a place, each with its way there unless it is in the street in that session anyway. */
const attendancePrice = (
  unitIds: readonly string[],
  place: { readonly day: string; readonly slot: number },
  { settings, trips, business }: InsertionState,
): number => {
  const { attendance, trip } = settings.costWeights;
  const ways = unitIds.filter((unitId) => !trips.has(tripKey(settings, unitId, business.street, place)));
  return unitIds.length * attendance + ways.length * trip;
};

/** Waiting is worth one trip a working day: it never outweighs company at a visit that stands, but no saved trip is worth a week. */
const waitingPrice = (day: string, { settings, days }: InsertionState): number =>
  days.filter((earlier) => earlier < day).length * settings.costWeights.trip;

const namesOf = (requests: readonly VisitRequest[], { units }: InsertionState): string =>
  [...new Set(requests.map(({ unitId }) => units.get(unitId)?.name ?? unitId))].join('、');

const isAwayOn = ({ units }: InsertionState, unitId: string, day: string): boolean => {
  const unit = units.get(unitId);
  return unit !== undefined && isOff(unit, day);
};

/** Why nobody can come on a day, in the terms of what would have to change. */
const staffingFault = (
  { requests }: UrgentWork,
  day: string,
  answers: readonly string[],
  state: InsertionState,
): FieldError => {
  const off = requests.filter(({ unitId }) => isAwayOn(state, unitId, day));
  if (off.length > 0) return { path: 'window', code: 'unit-off', values: { unit: namesOf(off, state), day } };
  const code = answers.includes('no-inspectors') ? 'no-inspectors' : 'unit-full';
  return { path: 'window', code, values: { unit: namesOf(requests, state), day } };
};

/**
 * What does not stop a case check, but those who answer for it should know (rules 2, 7 and 15). `joins` is the visit that the
 * requests would join: it is there anyway, and uses up nothing more.
 */
const flagsOf = (
  { requests, mode }: UrgentWork,
  day: string,
  state: InsertionState,
  joins?: Visit,
): readonly InsertionFlag[] => {
  const { noticed, settings, business, horizons } = state;
  const others = standing(state).filter(({ visitId }) => visitId !== joins?.visitId);
  const here = joins ? countedBy(joins) : [];
  const asked = requests.flatMap(({ department }) => [
    { department, type: 'routine' as const },
    { department, type: 'special' as const },
  ]);
  const reached = capsReached(settings, business, { asked, here, others: others.map(visitToCounted), day });
  const most = settings.maxVisitsPerHorizon ?? Number.POSITIVE_INFINITY;
  const isFull = horizons.some(
    (horizon) => isWithin(day, horizon) && others.filter((other) => isWithin(other.day, horizon)).length >= most,
  );
  const isNear = joins === undefined && visitsWithin(others, day, settings.alertWithinDays).length > 0;
  return [
    ...(reached.length > 0 || (isFull && joins === undefined) ? (['over-cap'] as const) : []),
    ...(mode === 'announced' && (noticed === undefined || day < noticed) ? (['inside-notice-period'] as const) : []),
    ...(isNear ? (['near-other-visit'] as const) : []),
  ];
};

const isStillAhead = (day: string, start: string, { today, time }: InsertionState): boolean =>
  day > today || (day === today && start > time);

/** Joins a visit that stands, at what the units that come in addition cost. */
export const joinOption = (visit: Visit, work: UrgentWork, state: InsertionState): Insertion => {
  const { visitId, businessId, day, slot, start } = visit;
  const { requests } = work;
  const staffed = staffNow({ visitId, businessId, day, slot, requests }, requests, visit, state);
  const there = new Set(visit.attending.map(({ unitId }) => unitId));
  const comes = typeof staffed === 'string' ? requests.map(({ unitId }) => unitId) : Object.keys(staffed.performs);
  const more = [...new Set(comes)].filter((unitId) => !there.has(unitId));
  const price = attendancePrice(more, { day, slot }, state) + waitingPrice(day, state);
  const option = { kind: 'join', visitId, day, start, price, flags: flagsOf(work, day, state, visit) } as const;
  return typeof staffed === 'string'
    ? { ...option, slot, target: visit, blockedBy: staffingFault(work, day, [staffed], state) }
    : { ...option, slot, target: visit, staffed };
};

/** What keeps a day free of any new visit to the business. */
const dayFault = (day: string, state: InsertionState): FieldError | undefined => {
  const { business, settings } = state;
  const closed = closedFault(settings, business, day, 'window');
  if (closed) return closed;
  const least = Math.max(1, settings.minGapDays);
  const near = standing(state).find((visit) => Math.abs(daysBetween(visit.day, day)) < least);
  return near && { path: 'window', code: 'near-visit', values: { day: near.day } };
};

/** The units that would do if nothing else were on. */
const leastUnits = ({ requests }: UrgentWork, { items, settings }: InsertionState): readonly string[] => {
  const free = { performed: new Set<string>(), attends: () => false, fits: () => true };
  return Object.keys(staffVisit(requests, { items, slotMinutes: settings.slots.minutes, ...free }) ?? {});
};

/** The best start of a day for a visit of its own: the cheapest, then the earliest at which everybody can come; or `only` the one that was asked for. */
export const newVisitOption = (day: string, work: UrgentWork, state: InsertionState, only?: string): Insertion => {
  const { settings, business, seed } = state;
  const { slots, costWeights } = settings;
  const priceAt = (unitIds: readonly string[], slot: number): number =>
    costWeights.visit + attendancePrice(unitIds, { day, slot }, state) + waitingPrice(day, state);
  const least = leastUnits(work, state);
  const starts = slots.starts
    .map((start, slot) => ({ start, slot, price: priceAt(least, slot) }))
    .filter(({ start, slot }) => roomInSession(slots, slot) > 0 && isStillAhead(day, start, state))
    .filter(({ start }) => only === undefined || start === only)
    .toSorted((a, b) => a.price - b.price || a.slot - b.slot);
  const option = { kind: 'new-visit', day, flags: flagsOf(work, day, state) } as const;
  const blocked = (blockedBy: FieldError): Insertion => {
    const { slot, price } = starts[0] ?? { slot: 0, price: priceAt(least, 0) };
    return { ...option, slot, price, blockedBy };
  };
  const fault = starts.length === 0 ? { path: 'window', code: 'time-past' } : dayFault(day, state);
  if (fault) return blocked(fault);
  const place = { visitId: visitIdOf(business.businessId, seed, day), businessId: business.businessId, day };
  const answers: string[] = [];
  for (const { start, slot } of starts) {
    const staffed = staffNow({ ...place, slot, requests: work.requests }, work.requests, undefined, state);
    if (typeof staffed !== 'string') {
      const price = priceAt(Object.keys(staffed.performs), slot);
      return { ...option, visitId: place.visitId, start, slot, price, staffed };
    }
    answers.push(staffed);
  }
  return blocked(staffingFault(work, day, answers, state));
};

/** Standing visits of the work's own mode, within its window, that have not begun. */
export const joinable = ({ window, mode: asked }: UrgentWork, state: InsertionState): readonly Visit[] =>
  standing(state).filter(
    ({ status, mode, day, start }) =>
      isAhead(status) &&
      mode === asked &&
      window.notBefore <= day &&
      day <= window.due &&
      isStillAhead(day, start, state),
  );

/**
 * Every way to place urgent requests of one business, cheapest first, by the cost weights that consolidations plan with:
 * joining a visit of its mode that has not begun, where checks performed already cost nothing more; or a visit of its
 * own, one way a day; sooner is cheaper. Nothing that stands is moved. Blocked ways are in the list at the least they would cost.
 */
export const rankInsertions = (work: UrgentWork, state: InsertionState): readonly Insertion[] => {
  const ways = [
    ...joinable(work, state).map((visit) => joinOption(visit, work, state)),
    ...state.days.map((day) => newVisitOption(day, work, state)),
  ];
  return ways.toSorted((a, b) => a.price - b.price || (a.day === b.day ? a.slot - b.slot : a.day < b.day ? -1 : 1));
};
