import type { Objection, UsedEvidence } from '../field/objection.ts';
import type { Authority } from '../principal.ts';

export const planTypes = ['routine', 'special', 'case'] as const;
export type PlanType = (typeof planTypes)[number];
export type Mode = 'announced' | 'unannounced';
export type PlanStatus = 'draft' | 'submitted' | 'consolidated' | 'closed' | 'withdrawn';
export type Window = { readonly notBefore: string; readonly due: string };

/** Whose earlier result stands for a check (mutual recognition). */
export type RecognisedFrom = {
  readonly visitId: string;
  readonly department: string;
  readonly itemId: string;
  readonly on: string;
};

/** 检查任务, one row of a plan's immutable pages: one department's items at one business within a window. */
export type RequestRow = {
  readonly requestId: string;
  readonly businessId: string;
  readonly department: string;
  readonly items: readonly string[];
  readonly notBefore: string;
  readonly due: string;
  /** Set where every item is done off site: the request costs no visit. */
  readonly remote?: true;
  /** Set where results valid at submission already answer every item. */
  readonly satisfied?: readonly RecognisedFrom[];
};

/** One immutable write of rows to a plan; rows are sorted by business, `pages` items of at most `rowsPerPage` rows. */
export type RequestBatch = { readonly batchId: string; readonly rows: number; readonly pages: number };

export type Draw = {
  readonly seed: string;
  readonly population: number;
  readonly drawn: number;
  /** Of a draw that was committed to before. */
  readonly drawId?: string;
};

/** 检查计划: the header of a plan. Its rows count once their batch is listed here. */
export type Plan = {
  readonly planId: string;
  readonly district: string;
  readonly department: string;
  readonly partners: readonly string[];
  readonly title: string;
  readonly type: PlanType;
  readonly mode: Mode;
  readonly window: Window;
  readonly items: readonly string[];
  readonly legalBasis: string;
  readonly approval: { readonly by: string; readonly reference?: string };
  /** Ordered by an authority above the district: exempt from the yearly cap. */
  readonly orderedFromAbove: boolean;
  readonly status: PlanStatus;
  readonly requests: number;
  readonly satisfied: number;
  /** Requests done off site, counted apart from avoided visits: by street. */
  readonly remote: Readonly<Record<string, number>>;
  readonly batches: readonly RequestBatch[];
  readonly draw?: Draw;
  /** The department that leads the visits, where the plan is its department's share of a joint plan. */
  readonly lead?: string;
  /** Inserted by a command, at one business: its visits are found there, since no consolidation names them. */
  readonly urgent?: true;
  /** The finding that it looks at again: no earlier result may answer it. */
  readonly recheckOf?: string;
  /** Published consolidations that planned some of its requests, oldest first. */
  readonly consolidations: readonly string[];
  /** Of requests that others' results had answered: those results do not count for them any more. */
  readonly objections?: readonly Objection[];
  /** Others' evidence that its department has looked at for its requests, each once. */
  readonly uses?: readonly UsedEvidence[];
  readonly submittedBy: string;
  readonly createdAt: string;
  readonly submittedAt?: string;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};

export type HistoryEntry = {
  readonly at: string;
  readonly by: string;
  /** The authority of a member of staff; absent where a business or the system itself acted. */
  readonly as?: Authority;
  readonly action: string;
  readonly reason?: string;
  /** The seal of what was recorded: the chain of the history holds it, and with it the evidence. */
  readonly digest?: string;
  /** What was put on record with it, by the hashes of its content. */
  readonly files?: readonly { readonly fileId: string; readonly sha256: string }[];
  /** The command that made the change: the same command, repeated, is known by it. */
  readonly commandId?: string;
};

/** What became of a request; `remote` requests are done off site. */
export type RequestDisposition =
  | 'waiting'
  | 'scheduled'
  | 'satisfied'
  | 'unscheduled'
  | 'done'
  | 'withdrawn'
  | 'remote';
