import { departmentsServed, hasFinding, isOver, isStanding, type VisitSummary } from '../visits/visit.ts';

export const groupings = ['month', 'day', 'department', 'street', 'industry'] as const;
export type GroupBy = (typeof groupings)[number];

/** Where work done off site counts when figures are grouped by industry: its plans do not say of which it was. */
export const noIndustry = 'none';

type Counts = {
  requestsDone: number;
  visits: number;
  jointVisits: number;
  jointCandidates: number;
  personVisits: number;
  personVisitsSeparately: number;
  findings: number;
  visitsWithFinding: number;
  cancelled: number;
  remote: number;
  ratings: number;
  ratingSum: number;
};

export type Figures = Readonly<Omit<Counts, 'ratings' | 'ratingSum'>> & {
  /** The average is absent where so few have rated that it would tell who said what. */
  readonly ratings: { readonly count: number; readonly average?: number };
  readonly avoided: number;
  readonly reductionPercent: number;
  readonly jointRate: number;
  readonly problemFoundRate: number;
};

/** Requests done off site, as the plans tell them: on the day their window ends, by department and street. */
export type RemoteWork = {
  readonly day: string;
  readonly department: string;
  readonly street: string;
  readonly requests: number;
};

const none = (): Counts => ({
  requestsDone: 0,
  visits: 0,
  jointVisits: 0,
  jointCandidates: 0,
  personVisits: 0,
  personVisitsSeparately: 0,
  findings: 0,
  visitsWithFinding: 0,
  cancelled: 0,
  remote: 0,
  ratings: 0,
  ratingSum: 0,
});

const hundredths = (value: number): number => Math.round(value * 100) / 100;
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : hundredths((100 * part) / whole));

const toFigures = ({ ratings, ratingSum, ...counts }: Counts, fewestRatings: number): Figures => {
  const avoided = counts.requestsDone - counts.visits;
  return {
    ...counts,
    avoided,
    reductionPercent: percent(avoided, counts.requestsDone),
    jointRate: percent(counts.jointVisits, counts.jointCandidates),
    problemFoundRate: percent(counts.visitsWithFinding, counts.visits),
    ratings: { count: ratings, ...(ratings >= fewestRatings ? { average: hundredths(ratingSum / ratings) } : {}) },
  };
};

/** Businesses that two departments or more asked for, over all done visits of the period. */
const sharedBusinesses = (done: readonly VisitSummary[]): ReadonlySet<string> => {
  const askers = new Map<string, Set<string>>();
  for (const visit of done) {
    const known = askers.get(visit.businessId) ?? new Set();
    for (const department of departmentsServed(visit)) known.add(department);
    askers.set(visit.businessId, known);
  }
  return new Set([...askers].filter(([, departments]) => departments.size > 1).map(([businessId]) => businessId));
};

type Grouped = Pick<VisitSummary, 'day' | 'street' | 'industry'> & { readonly department: string };

const groupOf = (groupBy: GroupBy, { day, street, industry, department }: Grouped): string => {
  switch (groupBy) {
    case 'month':
      return day.slice(0, 7);
    case 'day':
      return day;
    case 'department':
      return department;
    case 'street':
      return street;
    case 'industry':
      return industry;
    default:
      return groupBy satisfies never;
  }
};

type Part = { readonly key: string; readonly counts: Partial<Counts> };

/** What one visit adds, split by group: the visit itself to its lead, requests, people and findings to their own departments. */
const partsOf = (visit: VisitSummary, groupBy: GroupBy, shared: ReadonlySet<string>, teamSize: number): Part[] => {
  const key = (department: string): string => groupOf(groupBy, { ...visit, department });
  const requests = visit.requests.map(({ department }) => key(department));
  if (!isStanding(visit.status)) return requests.map((group) => ({ key: group, counts: { cancelled: 1 } }));
  const candidate = shared.has(visit.businessId);
  return [
    {
      key: key(visit.lead),
      counts: {
        visits: 1,
        jointVisits: departmentsServed(visit).size > 1 ? 1 : 0,
        jointCandidates: candidate ? 1 : 0,
        visitsWithFinding: hasFinding(visit) ? 1 : 0,
        ratings: visit.ratingScore === undefined ? 0 : 1,
        ratingSum: visit.ratingScore ?? 0,
      },
    },
    ...requests.map((group) => ({ key: group, counts: { requestsDone: 1, personVisitsSeparately: teamSize } })),
    ...visit.units.map((unit) => ({ key: key(unit.department), counts: { personVisits: unit.inspectors.length } })),
    ...Object.entries(visit.findings).map(([department, findings]) => ({ key: key(department), counts: { findings } })),
  ];
};

const add = (to: Counts, counts: Partial<Counts>): void => {
  to.requestsDone += counts.requestsDone ?? 0;
  to.visits += counts.visits ?? 0;
  to.jointVisits += counts.jointVisits ?? 0;
  to.jointCandidates += counts.jointCandidates ?? 0;
  to.personVisits += counts.personVisits ?? 0;
  to.personVisitsSeparately += counts.personVisitsSeparately ?? 0;
  to.findings += counts.findings ?? 0;
  to.visitsWithFinding += counts.visitsWithFinding ?? 0;
  to.cancelled += counts.cancelled ?? 0;
  to.remote += counts.remote ?? 0;
  to.ratings += counts.ratings ?? 0;
  to.ratingSum += counts.ratingSum ?? 0;
};

/**
 * The figures of domain.md over the visits of a period: those that are done, and those called off, whose requests are
 * counted apart. A done visit that could check nothing counts as a visit and as nothing done, so it lowers `avoided`.
 * Every count is added to exactly one group; the total adds the same parts, hence equals the sum of the groups. A rating
 * counts with the visit; its average shows from `fewestRatings` (at least 1) on.
 */
export const foldStatistics = (
  visits: readonly VisitSummary[],
  remote: readonly RemoteWork[],
  groupBy: GroupBy,
  teamSizeOn: (day: string) => number,
  fewestRatings: number,
): { readonly total: Figures; readonly groups: readonly (Figures & { readonly key: string })[] } => {
  const counted = visits.filter(({ status }) => isOver(status) || !isStanding(status));
  const shared = sharedBusinesses(counted.filter(({ status }) => isOver(status)));
  const parts = [
    ...counted.flatMap((visit) => partsOf(visit, groupBy, shared, teamSizeOn(visit.day))),
    ...remote.map(({ requests, ...work }) => ({
      key: groupOf(groupBy, { ...work, industry: noIndustry }),
      counts: { remote: requests },
    })),
  ];
  const total = none();
  const groups = new Map<string, Counts>();
  for (const { key, counts } of parts) {
    const group = groups.get(key) ?? none();
    add(group, counts);
    add(total, counts);
    groups.set(key, group);
  }
  return {
    total: toFigures(total, fewestRatings),
    groups: [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, counts]) => ({ key, ...toFigures(counts, fewestRatings) })),
  };
};
