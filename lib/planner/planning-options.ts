import type { Certificate, CertificatePieces } from './certificate.ts';
import type { PlannedVisit, UnscheduledReason } from './instance.ts';
import type { PassThreads } from './pass-threads.ts';
import type { Weights } from './price-table.ts';
import type { TeamValue } from './shadow-prices.ts';

/** How far a run is; `ms` where a clock was given. */
export type Progress = {
  readonly stage: 'compiled' | 'priced' | 'constructed' | 'searching' | 'done';
  /** Business programs run so far. */
  readonly iterations: number;
  readonly ms: number | undefined;
  readonly cost: number;
  readonly bound: number;
};

/** A time limit needs a clock in milliseconds: the library reads none by itself. */
type Clock =
  | { readonly now: () => number; readonly timeLimitMs: number }
  | { readonly now?: () => number; readonly timeLimitMs?: undefined };

export type PlanningOptions = Clock & {
  /** Business programs to run at most; with a seed and without a time limit the outcome is the same on any machine. */
  readonly iterationLimit?: number;
  readonly seed?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the search; the best plan so far is the outcome. */
  readonly signal?: AbortSignal;
  readonly weights?: Partial<Weights>;
  /** Weights a thousand apart, so that no exchange of less than a thousand for one trades a visit for attendances, or those for trips. */
  readonly lexicographic?: boolean;
  /** Attendances at one business at most, new ones of this plan. */
  readonly maxPersonVisits?: number;
  /** Hours that units stay at one business at most, all of them together, by this plan's visits. */
  readonly maxPersonHours?: number;
  /** Leaves out remedies, reasons for pairs and facts of visits, which take time and memory at a million requests; included by default. */
  readonly explain?: boolean;
  /** Requests of one business that are planned together, 11 by default and at most; businesses with more are planned in parts that may meet in one visit. */
  readonly mostTogether?: number;
  /** Threads beside the caller's own to learn prices with; the plan repeats for the same count of them. */
  readonly threads?: PassThreads;
  /** Waits until the event loop has served others; `setTimeout` by default. */
  readonly pause?: () => Promise<void>;
};

export type Figures = {
  readonly requests: number;
  readonly scheduled: number;
  readonly visits: number;
  /** Scheduled requests less visits: today's habit is one visit each. */
  readonly avoided: number;
  readonly reductionPercent: number;
  /** New visits by more than one unit, or serving more than one unit's request. */
  readonly jointVisits: number;
  readonly attendances: number;
  readonly trips: number;
  readonly unscheduledWeight: number;
  readonly cost: number;
  readonly bound: number;
  /** How far the cost may lie above the least possible. */
  readonly gapPercent: number;
};

/** One change that would make room for a request, the others aside. */
export type Remedy =
  | {
      readonly kind: 'one-more-team';
      readonly unit: string;
      /** Of the days of the window the one on which a team would help most. */
      readonly day: string;
      /** By so much the plan gets cheaper while the plans of other businesses stay as they are. */
      readonly saves: number;
      /** What the prices say that the team is worth that day, to all who ask for the unit. */
      readonly worth: number;
    }
  | { readonly kind: 'later-due'; readonly due: string; readonly saves: number };

export type UnscheduledRequest = {
  readonly request: string;
  readonly reason: UnscheduledReason;
  readonly weight: number;
  /** Units without a free team on the days of the window, where that is the reason. */
  readonly fullUnits: readonly string[];
  readonly remedies: readonly Remedy[];
};

export type UnmergedReason = 'windows-apart' | 'mode-differs' | 'no-capacity' | 'gap' | 'cap';
export type UnmergedPair = {
  readonly business: string;
  readonly a: string;
  readonly b: string;
  readonly reason: UnmergedReason;
};

export type VisitFacts = {
  /** Position in `plan.visits`. */
  readonly visit: number;
  readonly requests: readonly string[];
  /** Items asked for that another unit performs. */
  readonly recognised: readonly { readonly request: string; readonly item: string; readonly by: string }[];
  readonly cost: number;
  /** What one visit for each of its requests would cost, trips at full weight. */
  readonly separateCost: number;
  /** Requests of its business no two of which could share a visit, as many as the business has visits: none of these is too many. Absent where there is no such proof. */
  readonly needed?: readonly string[];
};

export type PlanningOutcome = {
  readonly plan: {
    readonly visits: readonly PlannedVisit[];
    readonly unscheduled: readonly { readonly request: string; readonly reason: UnscheduledReason }[];
    readonly bound: number;
  };
  readonly figures: Figures;
  readonly unscheduled: readonly UnscheduledRequest[];
  readonly unmerged: readonly UnmergedPair[];
  readonly visits: readonly VisitFacts[];
  /** Where one more team would save most, dearest first. */
  readonly teamValues: readonly TeamValue[];
  readonly trajectory: readonly Progress[];
  /** Slot prices behind the bound, by `unit * days * slots + day * slots + slot`. */
  readonly slotPrices: Float64Array;
  /** The proof of the bound, written out on demand: it may be as large as the instance. */
  readonly certificate: () => Certificate;
  readonly certificatePieces: () => CertificatePieces;
};
