import { daysBetween } from '../catalogue/calendar.ts';
import type { Business, Unit } from '../catalogue/catalogue.ts';
import type { Settings } from '../catalogue/settings.ts';
import { capsReached, countedBy, visitToCounted } from '../centre/cap-rules.ts';
import { closedFault } from '../centre/quiet-days.ts';
import { roomInSession } from '../centre/session-room.ts';
import { type Horizon, isWithin } from '../centre/visit-horizon.ts';
import { type Diary, hasFreeTeam } from '../field/diary.ts';
import type { Window } from '../plans/plan.ts';
import type { FieldError } from '../refusal.ts';
import type { Attendance } from '../visits/checks.ts';
import { isStanding, type Visit } from '../visits/visit.ts';
import { isCaseOnly } from '../visits/visit-requests.ts';
import { isOff, teamsOn } from './unit-days.ts';

/** What stands around a visit that is to move, read for the day it is to move to. */
export type MoveSight = {
  readonly settings: Settings;
  /** Whether the calendar works on the day; undefined where it doesn't know the year. */
  readonly worksOn: boolean | undefined;
  /** Local now. */
  readonly today: string;
  readonly time: string;
  /** The first day that keeps the notice period, by today's settings. */
  readonly noticed: string | undefined;
  readonly business: Business | undefined;
  /** Every visit to the business, the one that moves among them. */
  readonly visits: readonly Visit[];
  /** The windows of the requests that the visit serves. */
  readonly windows: readonly Window[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly diary: Diary;
  /** Horizons of published runs around the visit and the day: `maxVisitsPerHorizon` counts within each. */
  readonly horizons?: readonly Horizon[];
};

export type Place = { readonly day: string; readonly slot: number };

/** Slots that an attendance takes as the day's settings cut them. */
export const slotsOf = ({ checks }: Pick<Attendance, 'checks'>, { slots }: Pick<Settings, 'slots'>): number =>
  Math.max(1, Math.ceil(checks.reduce((sum, { minutes }) => sum + minutes, 0) / slots.minutes));

const fault = (path: string, code: string, values?: FieldError['values']): FieldError => ({
  path,
  code,
  ...(values && { values }),
});

const dayFaults = (visit: Visit, { day, slot }: Place, sight: MoveSight): readonly FieldError[] => {
  const { settings, worksOn, today, time, business, windows } = sight;
  const start = settings.slots.starts[slot] ?? '';
  const closed = business ? closedFault(settings, business, day, 'day') : fault('day', 'business-closed', { day });
  const beyond = windows.find(({ notBefore, due }) => day < notBefore || day > due);
  return [
    ...(day === visit.day && slot === visit.slot ? [fault('day', 'same-time')] : []),
    ...(day < today || (day === today && start <= time) ? [fault('day', 'time-past')] : []),
    ...(worksOn === undefined ? [fault('day', 'calendar-unknown', { year: day.slice(0, 4) })] : []),
    ...(worksOn === false ? [fault('day', 'not-working-day')] : []),
    ...(beyond ? [fault('day', 'window-of-request', { notBefore: beyond.notBefore, due: beyond.due })] : []),
    ...(closed ? [closed] : []),
  ];
};

/** One visit a day, the gap, and the caps where the visit moves into another year or horizon; a case check is held up by no cap. */
const neighbourFaults = (visit: Visit, { day }: Place, sight: MoveSight): readonly FieldError[] => {
  const { settings, visits, business, horizons = [] } = sight;
  const others = visits.filter(({ visitId, status }) => visitId !== visit.visitId && isStanding(status));
  const near = others.find((other) => Math.abs(daysBetween(other.day, day)) < Math.max(1, settings.minGapDays));
  const capped = visit.day.startsWith(day.slice(0, 4))
    ? []
    : capsReached(settings, business, {
        asked: countedBy(visit),
        here: [],
        others: others.map(visitToCounted),
        day,
      });
  const entered = horizons.filter((horizon) => isWithin(day, horizon) && !isWithin(visit.day, horizon));
  const most = isCaseOnly(visit) ? undefined : settings.maxVisitsPerHorizon;
  const full = entered.some(
    (horizon) => most !== undefined && others.filter((other) => isWithin(other.day, horizon)).length >= most,
  );
  return [
    ...(near ? [fault('day', 'near-visit', { day: near.day })] : []),
    ...capped.map(({ rule }) => fault('day', 'cap-reached', { cap: rule.most })),
    ...(full && most !== undefined ? [fault('day', 'horizon-full', { cap: most })] : []),
  ];
};

const unitFaults = (visit: Visit, { day, slot }: Place, sight: MoveSight): readonly FieldError[] =>
  visit.attending.flatMap((attendance): readonly FieldError[] => {
    const { settings, units, diary } = sight;
    const { unitId, unitName } = attendance;
    const unit = units.get(unitId);
    const slots = slotsOf(attendance, settings);
    if (!unit || isOff(unit, day)) return [fault('day', 'unit-off', { unit: unitName, day })];
    if (slots > roomInSession(settings.slots, slot)) return [fault('start', 'session-short', { unit: unitName })];
    const stay = { visitId: visit.visitId, day, slot, slots };
    const free = hasFreeTeam(diary, unitId, teamsOn(unit, settings.inspectorsPerTeam, day), stay);
    return free ? [] : [fault('start', 'unit-full', { unit: unitName, day })];
  });

/** Everything that stands against a visit on another day or start, apart from who can come; nothing where it fits. */
export const moveFaults = (visit: Visit, place: Place, sight: MoveSight): readonly FieldError[] => [
  ...dayFaults(visit, place, sight),
  ...neighbourFaults(visit, place, sight),
  ...unitFaults(visit, place, sight),
];

/** True where the business would be told, or has planned, with less than the notice period left. */
export const isInsideNotice = (visit: Visit, { day }: Place, { noticed }: Pick<MoveSight, 'noticed'>): boolean =>
  visit.mode === 'announced' && (noticed === undefined || day < noticed || visit.day < noticed);
