import { addDays, type Calendar, workingDayAfter, workingDays, yearsOf } from '../../domain/catalogue/calendar.ts';
import type { Business, Item, Unit } from '../../domain/catalogue/catalogue.ts';
import { type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { type FirstVisitDays, firstVisitDays } from '../../domain/centre/first-visit-days.ts';
import { earliestOf, latestOf } from '../../domain/date-order.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import { isOver, isStanding, type VisitSummary } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { meets, readPlanRows } from '../plans/read-plan-rows.ts';
import type { KnownResult } from '../ports/field-ports.ts';
import type { Ports } from '../ports.ts';

export type OpenRequest = { readonly plan: Plan; readonly row: RequestRow };

/** All that one planning attempt looks at, read once. Days are local dates, ascending. */
export type PlanningSnapshot = {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  /** Of the years from today on, up to the first that the district does not know. */
  readonly calendars: ReadonlyMap<number, Calendar>;
  /** The first day that a visit may take place; as read, that of a proposal published today (see `keep-clear.ts`). */
  readonly earliest: FirstVisitDays;
  /** From this day on, units hold back the reserve of the settings; undefined where the calendar ends before it. */
  readonly reservedFrom?: string | undefined;
  readonly settings: Settings;
  /** Working days of the horizon that may still be planned. */
  readonly days: readonly string[];
  readonly items: ReadonlyMap<string, Item>;
  readonly units: readonly Unit[];
  readonly businesses: ReadonlyMap<string, Business>;
  /** Visits that stand in the years of the horizon and as far as any open plan reaches. */
  readonly standing: readonly VisitSummary[];
  readonly known: ReadonlyMap<string, ReadonlyMap<string, KnownResult>>;
  readonly open: readonly OpenRequest[];
  /** Plans of which nothing is left to happen: every request is done, satisfied, off site, or over without a visit to come. */
  readonly finished: readonly Plan[];
  /** Of plans that no run has planned before: requests done off site, and those that results answered at submission. */
  readonly remote: number;
  readonly satisfied: number;
};

export type SnapshotPorts = Pick<
  Ports,
  'items' | 'units' | 'businesses' | 'calendars' | 'settings' | 'plans' | 'consolidations' | 'visits' | 'results'
>;

/** The day whose dated settings govern a run: its first, or the day it was started where the horizon had begun. */
export const governingDay = (run: Pick<Consolidation, 'from' | 'createdAt'>): string => {
  const startedOn = localDate(new Date(run.createdAt));
  return latestOf(run.from, startedOn);
};

/** First days for visits that are written on `today`, with nothing to pass before: an announced one keeps `noticeWorkingDays` clear, none is earlier than tomorrow. */
export const earliestDays = async (
  ports: Pick<Ports, 'calendars'>,
  district: string,
  today: string,
  noticeWorkingDays: number,
): Promise<FirstVisitDays> => {
  const calendars = await readCalendars(ports, { district }, { notBefore: today, due: addDays(today, 366) });
  return firstVisitDays(calendars, today, { noticeWorkingDays });
};

const readStanding = async (ports: SnapshotPorts, run: Consolidation, plans: readonly Plan[], settings: Settings) => {
  const years = yearsOf(run.from, run.to);
  const from = earliestOf(
    `${years[0]}-01-01`,
    addDays(run.from, -settings.alertWithinDays),
    ...plans.map(({ window }) => window.notBefore),
  );
  const to = latestOf(
    `${years.at(-1)}-12-31`,
    addDays(run.to, settings.alertWithinDays),
    ...plans.map(({ window }) => window.due),
  );
  const standing: VisitSummary[] = [];
  for await (const page of ports.visits.summaries({ district: run.district }, from, to)) {
    standing.push(...page.filter(({ status }) => isStanding(status)));
  }
  return standing;
};

const requestsOf = (visits: readonly VisitSummary[]): ReadonlySet<string> =>
  new Set(visits.flatMap(({ requests }) => requests.map(({ requestId }) => requestId)));

/**
 * Reads the district as it stands: settings, calendar, catalogue, the open plans' requests within the horizon, standing
 * visits and known results. Throws where the calendar doesn't know the horizon: no run starts without it.
 */
export const readSnapshot = async (ports: SnapshotPorts, run: Consolidation, now: Date): Promise<PlanningSnapshot> => {
  const scope = { district: run.district };
  const { from, to } = run;
  const today = localDate(now);
  const settings = settingsOn(await ports.settings.history(scope), governingDay(run));
  const { noticeWorkingDays } = settings;
  const calendars = await readCalendars(ports, scope, { notBefore: today, due: addDays(today, 366) });
  const days = workingDays(await readCalendars(ports, scope, { notBefore: from, due: to }), from, to);
  if ('unknownYear' in days) throw new Error(`the calendar does not know ${days.unknownYear}`);

  const isEnded = ({ status, window }: Plan): boolean => status === 'consolidated' && window.due < today;
  const plans = (await ports.plans.open(scope)).filter((plan) => meets(plan.window, from, to) || isEnded(plan));
  const standing = await readStanding(ports, run, plans, settings);
  const served = requestsOf(standing);
  const done = requestsOf(standing.filter(({ status }) => isOver(status)));
  const { rows, finished } = await readPlanRows(ports, run, plans, { served, done, today });
  const toVisit = rows.filter(({ row, settled }) => !row.remote && !row.satisfied && !settled);
  const unserved = toVisit.filter(({ row }) => !served.has(row.requestId));
  const inHorizon = standing.filter(({ day }) => from <= day && day <= to);
  const businessIds = new Set([
    ...unserved.map(({ row }) => row.businessId),
    ...inHorizon.map((visit) => visit.businessId),
  ]);
  const businesses = await ports.businesses.some(scope, [...businessIds]);
  const inReach = ({ row }: OpenRequest): boolean =>
    run.street === undefined || businesses.get(row.businessId)?.street === run.street;
  const open = unserved.filter(inReach);
  const known = await ports.results.ofBusinesses(scope, [...new Set(open.map(({ row }) => row.businessId))]);
  const unplanned = rows.filter(({ plan }) => plan.consolidations.length === 0);
  return {
    from,
    to,
    today,
    calendars,
    earliest: firstVisitDays(calendars, today, { noticeWorkingDays }),
    reservedFrom: workingDayAfter(calendars, today, settings.reserveReleasedWorkingDays + 1),
    settings,
    days: days.filter((day) => day > today),
    items: await ports.items.all(scope),
    units: await ports.units.all(scope),
    businesses,
    standing,
    known,
    open: open.map(({ plan, row }) => ({ plan, row })),
    finished,
    remote: unplanned.filter(({ row }) => row.remote).length,
    satisfied: unplanned.filter(({ row }) => row.satisfied !== undefined).length,
  };
};
