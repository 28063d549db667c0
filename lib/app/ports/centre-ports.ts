import type {
  Consolidation,
  ProposedVisit,
  Remedy,
  RequestOutcome,
  UnscheduledReason,
} from '../../domain/centre/consolidation.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Listed, PageRequest, Stored } from './page.ts';

export type Unscheduled = {
  readonly requestId: string;
  readonly planId: string;
  readonly businessId: string;
  readonly department: string;
  readonly street: string;
  readonly reason: UnscheduledReason;
  readonly remedies?: readonly Remedy[];
};

/** What one planning attempt writes; nothing of it counts until the header names the attempt. */
export type Proposal = {
  readonly visits: readonly ProposedVisit[];
  readonly unscheduled: readonly Unscheduled[];
  readonly outcomes: ReadonlyMap<string, readonly RequestOutcome[]>;
};

export type Consolidations = {
  create(consolidation: Consolidation): Promise<Stored>;
  change(consolidation: Consolidation): Promise<Stored>;
  find(scope: Scope, consolidationId: string): Promise<Consolidation | undefined>;
  /** Newest first; those alone that wait for a review, a public notice or their publication, where asked. */
  list(scope: Scope, page: PageRequest & { waiting?: boolean }): Listed<Consolidation>;
  /** Visits sorted by day, then business, in immutable pages of at most 100; answers how many pages. */
  writeProposal(consolidation: Consolidation, attemptId: string, proposal: Proposal): Promise<{ pages: number }>;
  proposalPage(consolidation: Consolidation, page: number): Promise<readonly ProposedVisit[]>;
  listProposed(consolidation: Consolidation, scope: Scope, page: PageRequest): Listed<ProposedVisit>;
  /** One visit of the day that it was proposed for, where the scope may see it; reads as many pages as the count of pages has binary digits. */
  findProposed(
    consolidation: Consolidation,
    scope: Scope,
    place: { readonly visitId: string; readonly day: string },
  ): Promise<ProposedVisit | undefined>;
  listUnscheduled(consolidation: Consolidation, scope: Scope, page: PageRequest): Listed<Unscheduled>;
  /** By request id, what this consolidation made of one plan's requests. */
  outcomesOf(consolidation: Consolidation, planId: string): Promise<ReadonlyMap<string, RequestOutcome>>;
  /** Requests that a published page sent back to waiting, because their visit no longer fitted. Repeatable by page. */
  writeReturned(
    consolidation: Consolidation,
    page: number,
    returned: Readonly<Record<string, UnscheduledReason>>,
  ): Promise<void>;
  returned(consolidation: Consolidation): Promise<Readonly<Record<string, UnscheduledReason>>>;
};
