import type { HistoryEntry, Mode, RecognisedFrom } from './plan.ts';

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

/** Why a request has no visit; `no-unit`, `no-inspectors`, `stands-otherwise`, `cancelled` and `vetoed` arise outside the planner's own rules. */
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
  'withdrawn',
  'cancelled',
  'vetoed',
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
};

export type Review = {
  readonly level: 1 | 2 | 3;
  readonly decision: 'approved' | 'rejected';
  readonly by: string;
  readonly at: string;
  readonly comment: string;
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
  readonly status: ConsolidationStatus;
  readonly progress: { readonly phase: string; readonly percent: number };
  readonly figures?: ConsolidationFigures;
  readonly failure?: { readonly code: string; readonly text: string };
  readonly requiredLevels: readonly (1 | 2 | 3)[];
  readonly reviews: readonly Review[];
  /** The proposal whose pages count: the attempt that finished. */
  readonly attemptId?: string;
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
  };
  readonly history: readonly HistoryEntry[];
  readonly outbox?: { readonly task: 'plan' | 'publish'; readonly since: string };
  readonly version: number;
};

/** Another request or visit of the same business that this visit could not take in, and why. */
export type Unmerged = { readonly requestId: string; readonly other: string; readonly reason: UnmergedReason };

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
};

/** A request's outcome in one consolidation, kept by plan so that its planner reads it in pages. */
export type RequestOutcome =
  | { readonly requestId: string; readonly visitId: string }
  | { readonly requestId: string; readonly reason: UnscheduledReason; readonly text?: string }
  | { readonly requestId: string; readonly recognisedFrom: readonly RecognisedFrom[] };
