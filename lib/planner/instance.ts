/** One planning problem and one answer, in the exchange format of the planner's command. Dates are ISO local dates. */

export type Mode = 'announced' | 'unannounced';

export type Slots = {
  readonly perDay: number;
  readonly minutes: number;
  readonly starts: readonly string[];
  /** Lists of consecutive slots that no attendance may leave, such as morning and afternoon. */
  readonly sessions: readonly (readonly number[])[];
};

export type Unit = {
  readonly id: string;
  readonly department?: string;
  /** How many visits the unit can attend at once. */
  readonly teams: number;
  readonly off?: readonly string[];
};

export type Item = {
  readonly id: string;
  readonly minutes: number;
  /** Items of one class are the same check: one unit's result is recognised by the others. */
  readonly class?: string;
};

export type Business = {
  readonly id: string;
  readonly street?: string;
  readonly grid: string;
  readonly closed?: readonly string[];
  readonly maxVisits?: number;
  /** Least calendar days between two visits; one visit a day at most in any case. */
  readonly minGapDays?: number;
};

export type PlanRequest = {
  readonly id: string;
  readonly business: string;
  readonly unit: string;
  readonly items: readonly string[];
  readonly notBefore: string;
  readonly due: string;
  readonly mode: Mode;
  /** What leaving it out costs, in units of the weight `unscheduled`; 1 where absent. */
  readonly weight?: number;
  readonly plan?: string;
};

export type CommittedVisit = {
  readonly id: string;
  readonly business: string;
  readonly day: string;
  readonly slot: number;
  readonly mode: Mode;
  /** Slots that each attending unit stays, from the visit's slot on. */
  readonly attending?: Readonly<Record<string, number>>;
};

export type Instance = {
  readonly format: 1;
  readonly name?: string;
  readonly days: readonly string[];
  readonly slots: Slots;
  readonly units: readonly Unit[];
  readonly items: readonly Item[];
  readonly businesses: readonly Business[];
  readonly requests: readonly PlanRequest[];
  readonly committed?: readonly CommittedVisit[];
};

export type PlannedVisit = {
  readonly business: string;
  readonly day: string;
  readonly slot: number;
  readonly mode: Mode;
  readonly requests: readonly string[];
  readonly performs: Readonly<Record<string, readonly string[]>>;
  /** The standing visit that these requests join. */
  readonly committed?: string;
};

export type UnscheduledReason = 'closed' | 'too-long' | 'cap' | 'gap' | 'no-capacity';

export type Plan = {
  readonly visits: readonly PlannedVisit[];
  readonly unscheduled: readonly { readonly request: string; readonly reason: UnscheduledReason }[];
  /** A proven lower bound on the cost of every plan of the instance. */
  readonly bound?: number;
};
