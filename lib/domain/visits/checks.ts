import type { Observations, Question } from '../field/check-result.ts';
import type { PlanType } from '../plans/plan.ts';

/** Whose request a check answers. */
export type Served = {
  readonly requestId: string;
  readonly planId: string;
  readonly department: string;
  readonly itemId: string;
};

export type Finding = {
  readonly findingId: string;
  readonly description: string;
  readonly severity: 'minor' | 'major';
  readonly evidence: readonly string[];
  readonly due: string;
  readonly disposition?: string;
  readonly status: 'open' | 'answered' | 'verified' | 'closed' | 'referred' | 'escalated';
};

export type Outcome = 'compliant' | 'finding' | 'not-checked';

/** One version of a check's result. A correction names the version it replaces; none is ever taken away. */
export type RecordedResult = Observations & {
  readonly version: number;
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly findings?: readonly Finding[];
  /** When it was made on site, where that was before it arrived. */
  readonly madeAt?: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly corrects?: { readonly version: number; readonly reason: string };
  /** The seal of the result that was recorded before it at the visit, and its own (`result-chain.ts`). */
  readonly follows?: string;
  readonly digest?: string;
};

/** One check performed at a visit, with all the notice says of it frozen as it was when the visit was published. */
export type Check = {
  readonly itemId: string;
  readonly name: string;
  readonly recognitionClass: string;
  readonly recognitionDays: number;
  readonly minutes: number;
  readonly legalBasis: string;
  readonly checklist: readonly string[];
  readonly questions?: readonly Question[];
  readonly serves: readonly Served[];
  /** The first version where absent. */
  readonly resultVersion?: number;
  /** Versions of the result that were corrected, oldest first. */
  readonly earlier?: readonly RecordedResult[];
} & Partial<Omit<RecordedResult, 'version'>>;

export type TeamMember = { readonly inspectorId: string; readonly name: string; readonly certificate: string };

/** How a team was drawn when its visit was published: anyone can repeat it with the seed of the consolidation `of`. */
export type KeptDraw = {
  readonly of: string;
  readonly size: number;
  readonly free: readonly string[];
  readonly loads: readonly number[];
  readonly drawn: readonly string[];
};

/** One unit at a visit: busy `slots` slots from the visit's start. */
export type Attendance = {
  readonly unitId: string;
  readonly unitName: string;
  readonly department: string;
  readonly slots: number;
  readonly team: readonly TeamMember[];
  readonly draw?: KeptDraw;
  readonly checks: readonly Check[];
};

/** A plan behind a visit, as its notice cites it. */
export type CitedPlan = {
  readonly planId: string;
  readonly department: string;
  readonly title: string;
  readonly type: PlanType;
  readonly legalBasis: string;
  readonly approvedBy: string;
  readonly reference?: string;
  readonly orderedFromAbove: boolean;
  /** Who leads, where the plan is a share of a joint plan. */
  readonly lead?: string;
};
