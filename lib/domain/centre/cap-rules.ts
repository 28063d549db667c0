import type { Business, CreditGrade } from '../catalogue/catalogue.ts';
import type { Settings } from '../catalogue/settings.ts';
import type { PlanType } from '../plans/plan.ts';
import { capOf } from '../statistics/yearly-cap.ts';
import { isStanding, type Visit, type VisitStatus, type VisitSummary } from '../visits/visit.ts';
import { countsTowardsCap } from '../visits/visit-requests.ts';
import type { CapRule } from './cap-rule.ts';

/** A department with a counted plan behind a visit, and that plan's type. */
export type Counted = { readonly department: string; readonly type: PlanType };
export type CountedVisit = Pick<Visit, 'visitId' | 'day'> & {
  readonly status: VisitStatus;
  readonly counts: readonly Counted[];
};
export type CapReached = Counted & { readonly rule: CapRule; readonly used: number };

/** Who counts at a visit towards caps (rule 2): everybody behind it with a counted plan, attending or not. */
export const countedBy = ({ plans, attending }: Pick<Visit, 'plans' | 'attending'>): readonly Counted[] => {
  const types = new Map(plans.filter(countsTowardsCap).map(({ planId, type }) => [planId, type]));
  const found = new Map<string, Counted>();
  for (const { planId, department } of attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves))) {
    const type = types.get(planId);
    if (type) found.set(`${department} ${type}`, { department, type });
  }
  return [...found.values()];
};

export const visitToCounted = (visit: Visit): CountedVisit => {
  const { visitId, day, status } = visit;
  return { visitId, day, status, counts: countedBy(visit) };
};

/** As the day index tells it: where it does not know the types, a department counts with every type. */
export const summaryToCounted = ({ visitId, day, status, counted, countedTypes }: VisitSummary): CountedVisit => ({
  visitId,
  day,
  status,
  counts: counted.flatMap((department, n) =>
    (countedTypes?.[n] ?? (['routine', 'special'] as const)).map((type) => ({ department, type })),
  ),
});

/** Every cap at businesses of a grade that concerns one of the departments. */
export const capsAt = (
  settings: Pick<Settings, 'yearlyCap' | 'caps'>,
  grade: CreditGrade | undefined,
  departments: readonly string[],
): readonly CapRule[] => [
  ...[...new Set(departments)].map((department) => ({
    per: 'department' as const,
    department,
    most: capOf(settings, department),
  })),
  ...settings.caps.filter(
    ({ per, department, grades }) =>
      (grade === undefined || grades === undefined || grades.includes(grade)) &&
      (per === 'business' || department === undefined || departments.includes(department)),
  ),
];

const concerns = (rule: CapRule, { department, type }: Counted): boolean =>
  type !== 'case' &&
  (rule.department === undefined || rule.department === department) &&
  (rule.types === undefined || rule.types.includes(type));

/** Visits of a year that a rule counts; `of` names the department where it counts each by itself. */
export const usedOf = (rule: CapRule, of: string | undefined, visits: readonly CountedVisit[], year: string): number =>
  visits.filter(
    ({ day, status, counts }) =>
      isStanding(status) &&
      day.startsWith(year) &&
      counts.some((one) => concerns(rule, one) && (rule.per === 'business' || one.department === of)),
  ).length;

/**
 * Of what is asked for on a day, what a cap leaves no room for. `others` are the business's other visits; `here` counts at the
 * same visit already, so that joining it uses up nothing more.
 */
export const capsReached = (
  settings: Pick<Settings, 'yearlyCap' | 'caps'>,
  business: Pick<Business, 'creditGrade'> | undefined,
  {
    asked,
    here,
    others,
    day,
  }: {
    readonly asked: readonly Counted[];
    readonly here: readonly Counted[];
    readonly others: readonly CountedVisit[];
    readonly day: string;
  },
): readonly CapReached[] => {
  const departments = asked.map(({ department }) => department);
  const rules = capsAt(settings, business?.creditGrade, departments);
  return asked.flatMap((one) =>
    rules.flatMap((rule): readonly CapReached[] => {
      if (!concerns(rule, one)) return [];
      const counts = (other: Counted): boolean =>
        concerns(rule, other) && (rule.per === 'business' || other.department === one.department);
      if (here.some(counts)) return [];
      const used = usedOf(rule, one.department, others, day.slice(0, 4));
      return used >= rule.most ? [{ ...one, rule, used }] : [];
    }),
  );
};
