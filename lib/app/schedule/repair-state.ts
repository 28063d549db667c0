import { addDays, type Calendar, daysBetween, isWorkingDay } from '../../domain/catalogue/calendar.ts';
import type { Unit } from '../../domain/catalogue/catalogue.ts';
import { type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import { latestOf } from '../../domain/date-order.ts';
import { type Diary, diaryOf, engagementsOfVisit, enter } from '../../domain/field/diary.ts';
import { localDate, localTime } from '../../domain/local-time.ts';
import type { Absence } from '../../domain/schedule/absence.ts';
import type { DayClaims } from '../../domain/schedule/day-claims.ts';
import type { MoveSight } from '../../domain/schedule/move-rules.ts';
import { enterAbsence } from '../../domain/schedule/unit-away.ts';
import { isAhead, type Visit } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { earliestDays } from '../centre/planning-snapshot.ts';
import { readEngagements } from '../centre/read-engagements.ts';
import { readHorizons } from '../centre/read-horizons.ts';
import { readWindows, type SightPorts } from './move-sight.ts';

type Around = Pick<MoveSight, 'business' | 'visits' | 'windows' | 'horizons'>;

/** What stands around the visits that an absence concerns, its unit seen as if it were away already. Replaced as visits are repaired. */
export type RepairState = {
  readonly affected: readonly Visit[];
  /** Working days that a visit may move to, nearest to the absence first. */
  readonly days: readonly string[];
  readonly history: readonly Settings[];
  readonly calendars: ReadonlyMap<number, Calendar>;
  readonly today: string;
  readonly time: string;
  readonly noticed: string | undefined;
  readonly units: ReadonlyMap<string, Unit>;
  readonly diary: Diary;
  readonly claims: ReadonlyMap<string, DayClaims>;
  readonly around: ReadonlyMap<string, Around>;
};

export type RepairPorts = SightPorts;
type Away = Pick<Absence, 'district' | 'unitId' | 'inspectorId' | 'days'>;

const workloadDays = 7;
const reachDays = 42; // a visit that can't be held within six weeks is left out: its window is over, or the unit is full

const isConcerned = (visit: Visit, { unitId, inspectorId, days }: Away): boolean =>
  isAhead(visit.status) &&
  days.includes(visit.day) &&
  visit.attending.some(
    (one) =>
      one.unitId === unitId &&
      (inspectorId === undefined || one.team.some((member) => member.inspectorId === inspectorId)),
  );

/** Reads once what all the visits need that an absence concerns. */
export const readRepairState = async (
  ports: RepairPorts,
  absence: Away,
  now: Date,
  writer?: string,
): Promise<RepairState> => {
  const { district, unitId, days } = absence;
  const scope = { district };
  const today = localDate(now);
  const [first, last] = [days[0] ?? today, latestOf(days.at(-1) ?? today, today)];
  const to = addDays(last, reachDays);
  const [history, units, calendars] = await Promise.all([
    ports.settings.history(scope),
    ports.units.all(scope),
    readCalendars(ports, scope, { notBefore: today, due: to }),
  ]);
  const noticed = (await earliestDays(ports, district, today, settingsOn(history, today).noticeWorkingDays)).announced;
  const certain = { exact: [], ...(writer !== undefined && { writer }) };
  const span = { from: addDays(today, -workloadDays), to };
  const { engaged, claims } = await readEngagements(ports, district, span, certain, now);
  const there = [...engaged].filter(([, { engagements }]) =>
    engagements.some((one) => one.unitId === unitId && days.includes(one.day)),
  );
  const found = await ports.visits.some(
    scope,
    there.map(([visitId]) => visitId),
  );
  const affected = [...found.values()]
    .filter((visit) => isConcerned(visit, absence))
    .toSorted((a, b) => (`${a.day} ${a.slot} ${a.visitId}` < `${b.day} ${b.slot} ${b.visitId}` ? -1 : 1));
  const businesses = await ports.businesses.some(
    scope,
    affected.map(({ businessId }) => businessId),
  );
  const around = affected.map(async (visit) => {
    const [visits, windows, horizons] = await Promise.all([
      ports.visits.ofBusiness(scope, visit.businessId),
      readWindows(ports, visit),
      readHorizons(ports, scope, visit.street),
    ]);
    return [visit.visitId, { business: businesses.get(visit.businessId), visits, windows, horizons }] as const;
  });
  const open: string[] = [];
  for (let day = today; day <= to; day = addDays(day, 1)) {
    const calendar = calendars.get(Number(day.slice(0, 4)));
    if (calendar && isWorkingDay(calendar, day)) open.push(day);
  }
  const distance = (day: string): number => Math.abs(daysBetween(first, day));
  return {
    affected,
    days: open.toSorted((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1)),
    history,
    calendars,
    today,
    time: localTime(now),
    noticed,
    units: new Map(
      units.map((unit) => [unit.unitId, unit.unitId === unitId ? enterAbsence(unit, absence) : unit] as const),
    ),
    diary: diaryOf([...engaged.values()].flatMap(({ engagements }) => engagements)),
    claims,
    around: new Map(await Promise.all(around)),
  };
};

/** What stands around one of the visits, read for a day. */
export const sightOf = (state: RepairState, visit: Visit, day: string): MoveSight => {
  const { history, calendars, today, time, noticed, units, diary, around } = state;
  const calendar = calendars.get(Number(day.slice(0, 4)));
  const own = around.get(visit.visitId) ?? { business: undefined, visits: [visit], windows: [] };
  const settings = settingsOn(history, day);
  return { settings, worksOn: calendar && isWorkingDay(calendar, day), today, time, noticed, units, diary, ...own };
};

/** The state once a visit is repaired. */
export const withRepaired = (state: RepairState, visit: Visit): RepairState => ({
  ...state,
  diary: enter(state.diary, visit.visitId, engagementsOfVisit(visit)),
});
