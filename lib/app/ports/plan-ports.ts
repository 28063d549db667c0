import type { Plan, PlanStatus, RequestBatch, RequestRow } from '../../domain/plans/plan.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Listed, PageRequest, Stored } from './page.ts';

export type Plans = {
  /** Writes rows, sorted by business, as immutable pages; they count once the header lists the batch. Repeatable. */
  writeBatch(scope: Scope, planId: string, batchId: string, rows: readonly RequestRow[]): Promise<RequestBatch>;
  create(plan: Plan): Promise<Stored>;
  /** Replaces version − 1. */
  change(plan: Plan): Promise<Stored>;
  find(scope: Scope, planId: string): Promise<Plan | undefined>;
  /** Newest first; a department sees what it initiates and where it is a partner. */
  list(scope: Scope, filter: PageRequest & { department?: string; status?: PlanStatus }): Listed<Plan>;
  /** Every plan whose requests may be planned: submitted or consolidated. */
  open(scope: Scope): Promise<readonly Plan[]>;
  rows(plan: Plan, page: PageRequest): Listed<RequestRow>;
  rowsOfBusiness(plan: Plan, businessId: string): Promise<readonly RequestRow[]>;
  /** All rows, a stored page at a time. */
  pages(plan: Plan): AsyncIterable<readonly RequestRow[]>;
};
