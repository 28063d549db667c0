import { addDays, isWorkingDay, yearsOf } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { diaryOf } from '../../domain/field/diary.ts';
import { localDate, localTime } from '../../domain/local-time.ts';
import type { DayClaims } from '../../domain/schedule/day-claims.ts';
import type { MoveSight } from '../../domain/schedule/move-rules.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { requestsAsked } from '../../domain/visits/visit-requests.ts';
import { earliestDays } from '../centre/planning-snapshot.ts';
import { readEngagements } from '../centre/read-engagements.ts';
import { readHorizons } from '../centre/read-horizons.ts';
import type { Ports } from '../ports.ts';

export type SightPorts = Pick<
  Ports,
  'businesses' | 'units' | 'calendars' | 'settings' | 'plans' | 'consolidations' | 'commands' | 'visits'
>;

/** `claims`: what the days were claimed for when this was read. */
export type ClaimedSight = MoveSight & { readonly claims: ReadonlyMap<string, DayClaims> };

const workloadDays = 7;

/** The windows of the requests that a visit serves, from the rows of their plans. */
export const readWindows = async (ports: Pick<Ports, 'plans'>, visit: Visit) => {
  const asked = requestsAsked(visit);
  const planIds = [...new Set([...asked.values()].map(({ planId }) => planId))];
  const rows = planIds.map(async (planId) => {
    const plan = await ports.plans.find({ district: visit.district }, planId);
    return plan ? ports.plans.rowsOfBusiness(plan, visit.businessId) : [];
  });
  return (await Promise.all(rows)).flat().filter(({ requestId }) => asked.has(requestId));
};

/**
 * Reads what stands around a visit that may move to any of `days`: its own business's visits and requests, and the diary of
 * those days and the week before the first. One reading, whatever the number of days.
 */
export const readMoveSights = async (
  ports: SightPorts,
  visit: Visit,
  days: readonly string[],
  now: Date,
  writer?: string,
): Promise<ReadonlyMap<string, ClaimedSight>> => {
  const [first, last] = [days.toSorted().at(0), days.toSorted().at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const { district, businessId } = visit;
  const scope = { district };
  const today = localDate(now);
  const years = yearsOf(first, last);
  const [history, calendars, businesses, units, visits, windows] = await Promise.all([
    ports.settings.history(scope),
    Promise.all(years.map(async (year) => [year, await ports.calendars.find(scope, year)] as const)),
    ports.businesses.some(scope, [businessId]),
    ports.units.all(scope),
    ports.visits.ofBusiness(scope, businessId),
    readWindows(ports, visit),
  ]);
  const earliest = await earliestDays(ports, district, today, settingsOn(history, today).noticeWorkingDays);
  const span = { from: addDays(first, -workloadDays), to: last };
  const certain = { exact: visits, ...(writer !== undefined && { writer }) };
  const { engaged, claims } = await readEngagements(ports, district, span, certain, now);
  const calendarOf = new Map(calendars);
  const shared = {
    today,
    time: localTime(now),
    noticed: earliest.announced,
    business: businesses.get(businessId),
    visits,
    windows,
    horizons: await readHorizons(ports, scope, visit.street),
    units: new Map(units.map((unit) => [unit.unitId, unit])),
    diary: diaryOf([...engaged.values()].flatMap(({ engagements }) => engagements)),
    claims,
  };
  return new Map(
    days.map((day) => {
      const calendar = calendarOf.get(Number(day.slice(0, 4)));
      return [day, { ...shared, settings: settingsOn(history, day), worksOn: calendar && isWorkingDay(calendar, day) }];
    }),
  );
};

/** What stands around a visit that is to move to `day`. */
export const readMoveSight = async (
  ports: SightPorts,
  visit: Visit,
  day: string,
  now: Date,
  writer?: string,
): Promise<ClaimedSight> => {
  const sight = (await readMoveSights(ports, visit, [day], now, writer)).get(day);
  if (!sight) throw new Error(`nothing was read for ${day}`);
  return sight;
};
