import { addDays, workingDays } from '../../domain/catalogue/calendar.ts';
import type { Business } from '../../domain/catalogue/catalogue.ts';
import { type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import type { Horizon } from '../../domain/centre/visit-horizon.ts';
import { latestOf } from '../../domain/date-order.ts';
import { diaryOf } from '../../domain/field/diary.ts';
import { localDate, localTime } from '../../domain/local-time.ts';
import type { Plan } from '../../domain/plans/plan.ts';
import { isAhead } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { earliestDays } from '../centre/planning-snapshot.ts';
import { type Engaged, readEngagements } from '../centre/read-engagements.ts';
import { readHorizons } from '../centre/read-horizons.ts';
import type { Ports } from '../ports.ts';
import type { ScheduleState } from './schedule-state.ts';

/** What an urgent request has to fit into: its business's visits and the day index of its window, nothing else. */
export type InsertionState = Omit<ScheduleState, 'run' | 'earliest'> & {
  readonly business: Business;
  /** Local now. */
  readonly today: string;
  readonly time: string;
  /** The first day that keeps the notice period. */
  readonly noticed: string | undefined;
  /** Working days of the window still to come, today included: the first week or four weeks of them. */
  readonly days: readonly string[];
  /** Trips that standing visits make anyway, see `tripKey`. */
  readonly trips: ReadonlySet<string>;
  /** Horizons of published runs, within which `maxVisitsPerHorizon` counts. */
  readonly horizons: readonly Horizon[];
};

export type InsertionPorts = Pick<
  Ports,
  'items' | 'units' | 'businesses' | 'calendars' | 'settings' | 'plans' | 'consolidations' | 'commands' | 'visits'
>;

const workloadDays = 7;
const mostDays = 20; // a request that may wait for longer is not urgent
const nearDays = 3; // a later day could save a trip or two, and would make a case check wait for them

/** One way of a unit into a street within one session. The planner counts grids; the day index knows streets. */
export const tripKey = (
  { slots }: Pick<Settings, 'slots'>,
  unitId: string,
  street: string,
  { day, slot }: { readonly day: string; readonly slot: number },
): string => `${unitId} ${street} ${day} ${slots.sessions.findIndex((session) => session.includes(slot))}`;

const tripsOf = (settings: Settings, engaged: Iterable<Engaged>): ReadonlySet<string> => {
  const trips = new Set<string>();
  for (const { street, engagements } of engaged) {
    for (const engagement of engagements) trips.add(tripKey(settings, engagement.unitId, street, engagement));
  }
  return trips;
};

/**
 * Reads the state for one urgent plan; undefined where the business is gone. `seed` is what inspectors are drawn by. `near` reads the
 * first working days and the days of visits to join: a whole month of a county is more than anybody should wait for.
 */
export const readInsertionState = async (
  ports: InsertionPorts,
  plan: Plan,
  businessId: string,
  seed: string,
  now: Date,
  reach: 'near' | 'whole' = 'whole',
): Promise<InsertionState | undefined> => {
  const scope = { district: plan.district };
  const today = localDate(now);
  const first = latestOf(plan.window.notBefore, today);
  const [history, items, units, businesses, visits, calendars] = await Promise.all([
    ports.settings.history(scope),
    ports.items.all(scope),
    ports.units.all(scope),
    ports.businesses.some(scope, [businessId]),
    ports.visits.ofBusiness(scope, businessId),
    readCalendars(ports, scope, { notBefore: first, due: latestOf(first, plan.window.due) }),
  ]);
  const business = businesses.get(businessId);
  if (!business) return undefined;
  const known = workingDays(calendars, first, plan.window.due);
  const days = 'unknownYear' in known ? [] : known.slice(0, reach === 'near' ? nearDays : mostDays);
  const settings = settingsOn(history, first);
  const notice = settingsOn(history, today).noticeWorkingDays;
  const joinable = visits
    .filter(({ status, day }) => isAhead(status) && day >= first && day <= plan.window.due)
    .map(({ day }) => day);
  const span = { from: addDays(first, -workloadDays), to: days.at(-1) ?? first };
  const beyond = [...new Set(joinable)].filter((day) => day > span.to).map((day) => ({ from: day, to: day }));
  const certain = { exact: visits, writer: seed };
  const read = await Promise.all(
    [span, ...beyond].map((some) => readEngagements(ports, plan.district, some, certain, now)),
  );
  const engaged = new Map(read.flatMap((one) => [...one.engaged]));
  const claims = new Map(read.flatMap((one) => [...one.claims]));
  return {
    seed,
    settings,
    items,
    units: new Map(units.map((unit) => [unit.unitId, unit])),
    businesses,
    business,
    plans: new Map([[plan.planId, plan]]),
    visitsOf: new Map([[businessId, visits]]),
    diary: diaryOf([...engaged.values()].flatMap(({ engagements }) => engagements)),
    claims,
    today,
    time: localTime(now),
    noticed: (await earliestDays(ports, plan.district, today, notice)).announced,
    days,
    horizons: await readHorizons(ports, scope, business.street),
    trips: tripsOf(settings, engaged.values()),
  };
};
