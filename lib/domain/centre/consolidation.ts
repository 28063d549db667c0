import type { HistoryEntry, Mode, RecognisedFrom } from '../plans/plan.ts';
import type { FieldError } from '../refusal.ts';
import type { ReviewLevel, ReviewNeed, ReviewRule } from './review-rules.ts';
import type { WhatIf } from './what-if.ts';

export type ConsolidationStatus =
  | 'queued'
  | 'running'
  | 'proposed'
  | 'in-review'
  | 'approved'
  | 'publishing'
  | 'published'
  | 'failed'
  | 'rejected'
  | 'superseded';

/** Why a request has no visit; `no-unit`, `no-inspectors`, and all from `stands-otherwise` on but `withdrawn` arise outside the planner's own rules. */
export const unscheduledReasons = [
  'closed',
  'too-long',
  'cap-reached',
  'gap',
  'no-capacity',
  'no-unit',
  'no-inspectors',
  'window-passed',
  'stands-otherwise',
  'too-near',
  'withdrawn',
  'cancelled',
  'vetoed',
  'review-rejected',
  'proposal-rejected',
] as const;
export type UnscheduledReason = (typeof unscheduledReasons)[number];

export const unmergedReasons = ['windows-apart', 'mode-differs', 'no-capacity', 'gap', 'cap'] as const;
export type UnmergedReason = (typeof unmergedReasons)[number];

/** Counts and money-free figures of a proposal; formulas in docs/figures.md. */
export type ConsolidationFigures = {
  readonly requests: number;
  readonly scheduled: number;
  readonly satisfied: number;
  readonly remote: number;
  readonly visits: number;
  readonly avoided: number;
  readonly reductionPercent: number;
  readonly jointVisits: number;
  readonly attendances: number;
  readonly personVisits: number;
  readonly personVisitsSeparately: number;
  readonly unscheduled: Readonly<Record<string, number>>;
  readonly cost: number;
  readonly bound: number;
  readonly gapPercent: number;
  readonly planningMs: number;
  /** Businesses that would be visited twice within the alert days (settings), case checks aside. */
  readonly alerts: number;
  /** Where one more team would save most, dearest first: units and days with what the planner's prices say it is worth there. */
  readonly shortTeams?: readonly { readonly unitId: string; readonly day: string; readonly saves: number }[];
};

export type Review = {
  readonly level: 1 | 2 | 3;
  readonly decision: 'approved' | 'rejected';
  readonly by: string;
  readonly at: string;
  readonly comment: string;
  /** The reviewer's own level, where they decided an escalated one in its place. */
  readonly asLevel?: 1 | 2 | 3;
};

/** What planning kept clear for all levels of review and for public notice, and the first days that this left to its visits; absent where the calendar ends before them. */
export type KeptClear = {
  readonly reviewWorkingDays: number;
  readonly publicNoticeWorkingDays: number;
  readonly announcedFrom?: string;
  readonly unannouncedFrom?: string;
};

/** From when a level has had its turn to decide, and by the end of which day it should have. */
export type ReviewTurn = {
  readonly level: ReviewLevel;
  readonly since: string;
  readonly dueOn?: string;
  readonly escalatedAt?: string;
};

/** 公示: the summary of a plan before its visits are announced. Of announced visits alone, case checks left out (rule 4). */
export type PublicSummary = {
  readonly visits: number;
  readonly byStreet: Readonly<Record<string, number>>;
  readonly byDepartment: Readonly<Record<string, number>>;
  readonly byMonth: Readonly<Record<string, number>>;
};

/** A visit that a reviewer took out of a proposal; its requests go to the next run with the reason. */
export type RejectedVisit = {
  readonly visitId: string;
  readonly level: ReviewLevel;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};

/** 统筹: a run that turns all open requests of a horizon into proposed visits. */
export type Consolidation = {
  readonly consolidationId: string;
  readonly district: string;
  readonly from: string;
  readonly to: string;
  readonly title?: string;
  /** A street coordinator's run plans that street alone. */
  readonly street?: string;
  /** What the search was asked for, where its coordinator said so. */
  readonly planningSeconds?: number;
  readonly seed?: number;
  /** What its inspectors are drawn by: its hash is public from the start, itself only once the run is published. */
  readonly inspectorSeed?: string;
  /** What it supposes instead of what is, and what of that is beyond what the district has or allows. */
  readonly whatIf?: WhatIf;
  readonly beyond?: readonly FieldError[];
  readonly status: ConsolidationStatus;
  readonly progress: { readonly phase: string; readonly percent: number };
  readonly figures?: ConsolidationFigures;
  readonly failure?: { readonly code: string; readonly text: string };
  readonly requiredLevels: readonly (1 | 2 | 3)[];
  readonly reviews: readonly Review[];
  /** Levels that every proposal has to pass, and the rules that may ask for more, as they stood when the run was started. */
  readonly alwaysLevels?: readonly ReviewLevel[];
  readonly reviewRules?: readonly ReviewRule[];
  readonly reviewWorkingDays?: number;
  /** Working days that its planning keeps clear for each of its levels. */
  readonly reviewClearWorkingDays?: number;
  readonly keptClear?: KeptClear;
  /** What those rules asked for once the proposal was there, and how long its summary must be public. */
  readonly reviewNeeds?: readonly ReviewNeed[];
  readonly publicNoticeWorkingDays?: number;
  readonly turns?: readonly ReviewTurn[];
  readonly rejectedVisits?: readonly RejectedVisit[];
  /** The first and the last day on which the summary is public. */
  readonly publicNotice?: { readonly from: string; readonly until: string; readonly summary: PublicSummary };
  /** Who had a hand in the plans of the proposal: none of them reviews it. */
  readonly submitters?: readonly string[];
  /** The proposal whose pages count: the attempt that finished. */
  readonly attemptId?: string;
  /** Whether what proves its figures was kept with that attempt: the planner's instance, its plan and the certificate of the bound. */
  readonly hasProof?: boolean;
  readonly pages: number;
  readonly planIds: readonly string[];
  readonly startedBy: string;
  readonly createdAt: string;
  readonly publishing?: {
    readonly by: string;
    readonly at: string;
    readonly nextPage: number;
    readonly visits: number;
    readonly returned: number;
    /** Of `returned`, how many for which reason; absent in publications of before. */
    readonly returnedFor?: Readonly<Record<string, number>>;
  };
  readonly history: readonly HistoryEntry[];
  readonly outbox?: { readonly task: 'plan' | 'publish'; readonly since: string };
  readonly version: number;
};

/** Another request or visit of the same business that this visit could not take in, and why. */
export type Unmerged = {
  readonly requestId: string;
  readonly other: string;
  readonly reason: UnmergedReason;
  /** Whose the other request is, and the day of the visit that serves it; no day where it was left out. */
  readonly department?: string;
  readonly day?: string;
};

/** What a proposed visit costs, in the units of the cost weights, and what one visit for each of its requests would. */
export type VisitWorth = {
  readonly cost: number;
  readonly separately: number;
  /** Requests of the business no two of which could share a visit, as many as it has visits: the proof that none of those is too many. */
  readonly neededFor?: readonly string[];
};

/** One change that would place a request that was left out, and by how much the plan's cost would fall. */
export type Remedy =
  | { readonly kind: 'one-more-team'; readonly unitId: string; readonly day: string; readonly saves: number }
  | { readonly kind: 'later-due'; readonly due: string; readonly saves: number };

/** One visit as proposed: what `publish` turns into a Visit where it still fits. */
export type ProposedVisit = {
  readonly visitId: string;
  readonly businessId: string;
  readonly street: string;
  readonly day: string;
  readonly slot: number;
  readonly mode: Mode;
  /** The standing visit that these requests join; absent for a new one. */
  readonly joins?: string;
  readonly requests: readonly {
    readonly requestId: string;
    readonly planId: string;
    readonly department: string;
    readonly unitId: string;
    readonly items: readonly string[];
  }[];
  /** unit → items it performs; the units of `requests` that perform nothing stay away. */
  readonly performs: Readonly<Record<string, readonly string[]>>;
  readonly unmerged: readonly Unmerged[];
  readonly worth?: VisitWorth;
  /** The rules that ask for a review of this visit, by id. */
  readonly reviewedFor?: readonly string[];
};

/** A request's outcome in one consolidation, kept by plan so that its planner reads it in pages. */
export type RequestOutcome =
  | { readonly requestId: string; readonly visitId: string }
  | { readonly requestId: string; readonly reason: UnscheduledReason; readonly text?: string }
  | { readonly requestId: string; readonly recognisedFrom: readonly RecognisedFrom[] };
