import { addDays } from '../domain/calendar.ts';
import type { Business, Item, Unit } from '../domain/catalogue.ts';
import type { Consolidation, ProposedVisit } from '../domain/consolidation.ts';
import {
  type Diary,
  diaryOf,
  type Engagement,
  engagementsOfSummary,
  engagementsOfVisit,
  enter,
} from '../domain/diary.ts';
import { localDate } from '../domain/local-time.ts';
import type { Plan } from '../domain/plan.ts';
import { type Settings, settingsOn } from '../domain/settings.ts';
import type { Visit } from '../domain/visit.ts';
import { earliestDays, governingDay, type PlanningSnapshot } from './planning-snapshot.ts';
import type { Ports } from './ports.ts';

/** What stands now, as far as one page of a proposal can touch it. Replaced, not changed, as its visits are written. */
export type ScheduleState = {
  readonly run: Consolidation;
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
};

export type SchedulePorts = Pick<
  Ports,
  'items' | 'units' | 'businesses' | 'calendars' | 'settings' | 'plans' | 'consolidations' | 'visits'
>;

const workloadDays = 7;
const pagesTheIndexMayLag = 3; // the day index follows writes within moments; a page takes about a second

/** Visits of the pages just before that share a day with this one: read by id, since the day index may not show them yet. */
const justWritten = async (
  ports: SchedulePorts,
  run: Consolidation,
  page: number,
  firstDay: string,
): Promise<readonly Visit[]> => {
  const visitIds: string[] = [];
  for (let before = page - 1; before >= 0 && before >= page - pagesTheIndexMayLag; before -= 1) {
    const visits = await ports.consolidations.proposalPage(run, before);
    const shared = visits.filter(({ day }) => day >= firstDay).map(({ visitId }) => visitId);
    if (shared.length === 0) break;
    visitIds.push(...shared);
  }
  if (visitIds.length === 0) return [];
  return [...(await ports.visits.some({ district: run.district }, visitIds)).values()];
};

const readEngagements = async (ports: SchedulePorts, district: string, from: string, to: string) => {
  const byVisit = new Map<string, readonly Engagement[]>();
  for await (const page of ports.visits.summaries({ district }, from, to)) {
    for (const visit of page) byVisit.set(visit.visitId, engagementsOfSummary(visit));
  }
  return byVisit;
};

const mapBy = <Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [key(row), row]));

/** Reads what stands for the visits of one page. Pages are ordered by day, so that the work of a page is that of its days. */
export const readSchedule = async (
  ports: SchedulePorts,
  run: Consolidation,
  page: number,
  proposed: readonly ProposedVisit[],
  now: Date,
): Promise<ScheduleState> => {
  const scope = { district: run.district };
  const history = await ports.settings.history(scope);
  const today = localDate(now);
  const settings = settingsOn(history, governingDay(run));
  const notice = settingsOn(history, today).noticeWorkingDays;
  const businessIds = [...new Set(proposed.map(({ businessId }) => businessId))];
  const planIds = [...new Set(proposed.flatMap(({ requests }) => requests.map(({ planId }) => planId)))];
  const visitsOf = new Map(
    await Promise.all(businessIds.map(async (id) => [id, await ports.visits.ofBusiness(scope, id)] as const)),
  );
  const plans = await Promise.all(planIds.map((planId) => ports.plans.find(scope, planId)));
  const days = proposed.map(({ day }) => day).toSorted();
  const [firstDay = today, lastDay = today] = [days[0], days.at(-1)];
  const engagements = await readEngagements(ports, run.district, addDays(firstDay, -workloadDays), lastDay);
  const fresher = [...(await justWritten(ports, run, page, firstDay)), ...[...visitsOf.values()].flat()];
  for (const visit of fresher) {
    if (visit.day >= addDays(firstDay, -workloadDays)) engagements.set(visit.visitId, engagementsOfVisit(visit));
  }
  return {
    run,
    settings,
    earliest: await earliestDays(ports, run.district, today, notice),
    items: await ports.items.all(scope),
    units: mapBy(await ports.units.all(scope), ({ unitId }) => unitId),
    businesses: await ports.businesses.some(scope, businessIds),
    plans: mapBy(
      plans.flatMap((plan) => plan ?? []),
      ({ planId }) => planId,
    ),
    visitsOf,
    diary: diaryOf([...engagements.values()].flat()),
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
