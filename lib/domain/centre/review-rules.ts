import type { Mode, PlanType } from '../plans/plan.ts';

export type ReviewLevel = 1 | 2 | 3;

/** A dated rule of rule 10: which visits need which levels of legal review, and how long the plan's summary is shown first. */
export type ReviewRule = {
  readonly ruleId: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Every condition named must hold; of a list, any entry. */
  readonly when: {
    /** Visits of at least so many departments. */
    readonly departmentsFrom?: number;
    readonly planTypes?: readonly PlanType[];
    readonly industries?: readonly string[];
    readonly modes?: readonly Mode[];
  };
  readonly levels: readonly ReviewLevel[];
  /** Working days for which the summary of the plan is public before its visits may be. */
  readonly publicNoticeWorkingDays?: number;
};

/** What rules look at in a visit. */
export type ReviewedVisit = {
  readonly departments: ReadonlySet<string>;
  readonly planTypes: ReadonlySet<PlanType>;
  readonly industry: string;
  readonly mode: Mode;
};

const holds = ({ when }: ReviewRule, { departments, planTypes, industry, mode }: ReviewedVisit): boolean =>
  departments.size >= (when.departmentsFrom ?? 0) &&
  (when.planTypes?.some((type) => planTypes.has(type)) ?? true) &&
  (when.industries?.includes(industry) ?? true) &&
  (when.modes?.includes(mode) ?? true);

export const rulesFor = (rules: readonly ReviewRule[], visit: ReviewedVisit): readonly ReviewRule[] =>
  rules.filter((rule) => holds(rule, visit));

/** What a rule came to in one proposal. */
export type ReviewNeed = Pick<ReviewRule, 'ruleId' | 'name' | 'levels' | 'publicNoticeWorkingDays'> & {
  readonly visits: number;
};

const allLevels: readonly ReviewLevel[] = [1, 2, 3];

export const ascending = (levels: Iterable<ReviewLevel>): readonly ReviewLevel[] => {
  const named = new Set(levels);
  return allLevels.filter((level) => named.has(level));
};

export type ReviewNeeds = {
  readonly requiredLevels: readonly ReviewLevel[];
  readonly needs: readonly ReviewNeed[];
  readonly publicNoticeWorkingDays: number;
};

/** What a proposal has to pass: the levels that every one has to, those that rules ask for its visits, and the longest public notice. */
export const reviewNeeds = (
  rules: readonly ReviewRule[],
  always: readonly ReviewLevel[],
  visits: readonly ReviewedVisit[],
): ReviewNeeds => {
  const needs = rules
    .map(({ when, ...rule }) => ({ ...rule, visits: visits.filter((visit) => holds({ when, ...rule }, visit)).length }))
    .filter((need) => need.visits > 0);
  return {
    requiredLevels: ascending([...always, ...needs.flatMap(({ levels }) => levels)]),
    needs,
    publicNoticeWorkingDays: Math.max(0, ...needs.map((need) => need.publicNoticeWorkingDays ?? 0)),
  };
};
