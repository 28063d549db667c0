import { addDays } from '../../domain/catalogue/calendar.ts';
import type { Business, Item, Unit } from '../../domain/catalogue/catalogue.ts';
import { type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import type { Consolidation, ProposedVisit } from '../../domain/centre/consolidation.ts';
import { latestOf } from '../../domain/date-order.ts';
import { type Diary, diaryOf, engagementsOfVisit, enter } from '../../domain/field/diary.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Plan } from '../../domain/plans/plan.ts';
import type { DayClaims } from '../../domain/schedule/day-claims.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { earliestDays, governingDay, type PlanningSnapshot } from '../centre/planning-snapshot.ts';
import { readEngagements } from '../centre/read-engagements.ts';
import type { Ports } from '../ports.ts';

/** What stands now, as far as one page of a proposal can touch it. Replaced, not changed, as its visits are written. */
export type ScheduleState = {
  readonly run: Consolidation;
  /** What inspectors are drawn by, besides visit and unit. */
  readonly seed: string;
  /** The consolidation whose committed seed that is, where one is published: its draws are kept to be repeated. */
  readonly seedOf?: string;
  readonly settings: Settings;
  readonly earliest: PlanningSnapshot['earliest'];
  readonly items: ReadonlyMap<string, Item>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly businesses: ReadonlyMap<string, Business>;
  readonly plans: ReadonlyMap<string, Plan>;
  /** Every visit, called off or not, of each business on the page. */
  readonly visitsOf: ReadonlyMap<string, readonly Visit[]>;
  /** Who is where on the page's days and in the week before, which is what an even workload looks at. */
  readonly diary: Diary;
  /** What the days were claimed for when this was read. */
  readonly claims: ReadonlyMap<string, DayClaims>;
};

export type SchedulePorts = Pick<
  Ports,
  'items' | 'units' | 'businesses' | 'calendars' | 'settings' | 'plans' | 'consolidations' | 'commands' | 'visits'
>;

const workloadDays = 7;
const mapBy = <Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [key(row), row]));

/** Reads what stands for the visits of one page. Pages are ordered by day, so that the work of a page is that of its days. */
export const readSchedule = async (
  ports: SchedulePorts,
  run: Consolidation,
  proposed: readonly ProposedVisit[],
  writer: string,
  now: Date,
): Promise<ScheduleState> => {
  const scope = { district: run.district };
  const history = await ports.settings.history(scope);
  const today = localDate(now);
  const settings = settingsOn(history, governingDay(run));
  const notice = settingsOn(history, today).noticeWorkingDays;
  const { publicNotice } = run;
  const publishedOn = publicNotice ? latestOf(today, addDays(publicNotice.until, 1)) : today;
  const businessIds = [...new Set(proposed.map(({ businessId }) => businessId))];
  const planIds = [...new Set(proposed.flatMap(({ requests }) => requests.map(({ planId }) => planId)))];
  const visitsOf = new Map(
    await Promise.all(businessIds.map(async (id) => [id, await ports.visits.ofBusiness(scope, id)] as const)),
  );
  const plans = await Promise.all(planIds.map((planId) => ports.plans.find(scope, planId)));
  const days = proposed.map(({ day }) => day).toSorted();
  const [firstDay = today, lastDay = today] = [days[0], days.at(-1)];
  const span = { from: addDays(firstDay, -workloadDays), to: lastDay };
  const certain = { exact: [...visitsOf.values()].flat(), writer };
  const { engaged, claims } = await readEngagements(ports, run.district, span, certain, now);
  return {
    run,
    seed: run.inspectorSeed ?? run.consolidationId,
    ...(run.inspectorSeed === undefined ? {} : { seedOf: run.consolidationId }),
    settings,
    earliest: await earliestDays(ports, run.district, publishedOn, notice),
    items: await ports.items.all(scope),
    units: mapBy(await ports.units.all(scope), ({ unitId }) => unitId),
    businesses: await ports.businesses.some(scope, businessIds),
    plans: mapBy(
      plans.flatMap((plan) => plan ?? []),
      ({ planId }) => planId,
    ),
    visitsOf,
    diary: diaryOf([...engaged.values()].flatMap(({ engagements }) => engagements)),
    claims,
  };
};

/** The state once a visit is written. */
export const withVisit = (state: ScheduleState, visit: Visit): ScheduleState => {
  const others = (state.visitsOf.get(visit.businessId) ?? []).filter(({ visitId }) => visitId !== visit.visitId);
  return {
    ...state,
    visitsOf: new Map(state.visitsOf).set(visit.businessId, [...others, visit]),
    diary: enter(state.diary, visit.visitId, engagementsOfVisit(visit)),
  };
};
