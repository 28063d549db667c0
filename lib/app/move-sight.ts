import { addDays, isWorkingDay } from '../domain/calendar.ts';
import { diaryOf } from '../domain/diary.ts';
import { localDate, localTime } from '../domain/local-time.ts';
import type { MoveSight } from '../domain/move-rules.ts';
import { settingsOn } from '../domain/settings.ts';
import type { Visit } from '../domain/visit.ts';
import { requestsAsked } from '../domain/visit-requests.ts';
import { earliestDays } from './planning-snapshot.ts';
import type { Ports } from './ports.ts';
import { readEngagements } from './read-engagements.ts';

type Needs = Pick<
  Ports,
  'businesses' | 'units' | 'calendars' | 'settings' | 'plans' | 'consolidations' | 'commands' | 'visits'
>;

const workloadDays = 7;

/** The windows of the requests that a visit serves, from the rows of their plans. */
const readWindows = async (ports: Pick<Ports, 'plans'>, visit: Visit) => {
  const asked = requestsAsked(visit);
  const planIds = [...new Set([...asked.values()].map(({ planId }) => planId))];
  const rows = planIds.map(async (planId) => {
    const plan = await ports.plans.find({ district: visit.district }, planId);
    return plan ? ports.plans.rowsOfBusiness(plan, visit.businessId) : [];
  });
  return (await Promise.all(rows)).flat().filter(({ requestId }) => asked.has(requestId));
};

/** Reads what stands around a visit that is to move to `day`: its own business's visits and requests, and that day's diary. */
export const readMoveSight = async (ports: Needs, visit: Visit, day: string, now: Date): Promise<MoveSight> => {
  const { district, businessId } = visit;
  const scope = { district };
  const today = localDate(now);
  const [history, calendar, businesses, units, visits, windows] = await Promise.all([
    ports.settings.history(scope),
    ports.calendars.find(scope, Number(day.slice(0, 4))),
    ports.businesses.some(scope, [businessId]),
    ports.units.all(scope),
    ports.visits.ofBusiness(scope, businessId),
    readWindows(ports, visit),
  ]);
  const earliest = await earliestDays(ports, district, today, settingsOn(history, today).noticeWorkingDays);
  const span = { from: addDays(day, -workloadDays), to: day };
  const engaged = await readEngagements(ports, district, span, { exact: visits }, now);
  return {
    settings: settingsOn(history, day),
    worksOn: calendar && isWorkingDay(calendar, day),
    today,
    time: localTime(now),
    noticed: earliest.announced,
    business: businesses.get(businessId),
    visits,
    windows,
    units: new Map(units.map((unit) => [unit.unitId, unit])),
    diary: diaryOf([...engaged.values()].flatMap(({ engagements }) => engagements)),
  };
};
