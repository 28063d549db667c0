import { sumByKey } from '../counts.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { HistoryEntry, Plan, PlanStatus, RequestBatch, RequestRow } from './plan.ts';

/** Who changes a plan, when, and by which command: a command that is repeated finds itself in the history. */
export type Stamp = { readonly at: string; readonly by: string; readonly commandId: string };

export const isAppliedTo = (plan: Plan, commandId: string): boolean =>
  plan.history.some((entry) => entry.commandId === commandId);

const stateConflict = (status: PlanStatus): Refusal =>
  refuse('state-conflict', { path: 'status', code: 'status', values: { status } });

const next = (plan: Plan, stamp: Stamp, action: string, change: Partial<Plan>, reason?: string): Plan => {
  const entry: HistoryEntry = { ...stamp, action, ...(reason === undefined ? {} : { reason }) };
  return { ...plan, ...change, history: [...plan.history, entry], version: plan.version + 1 };
};

/** A plan's header once it lists a batch: from now on the batch's rows count. */
export const countBatch = (
  plan: Plan,
  batch: RequestBatch,
  rows: readonly RequestRow[],
  remote: Readonly<Record<string, number>>,
): Plan => ({
  ...plan,
  batches: [...plan.batches, batch],
  requests: plan.requests + rows.length,
  satisfied: plan.satisfied + rows.filter((row) => row.satisfied).length,
  remote: sumByKey(plan.remote, remote),
});

export const whileDraft = (plan: Plan): Refusal | undefined =>
  plan.status === 'draft' ? undefined : stateConflict(plan.status);

/** Requests join a draft; a plan that was submitted stays as it was approved. */
export const appendToPlan = (
  plan: Plan,
  batch: RequestBatch,
  rows: readonly RequestRow[],
  remote: Readonly<Record<string, number>>,
  stamp: Stamp,
): Plan | Refusal => whileDraft(plan) ?? next(countBatch(plan, batch, rows, remote), stamp, 'appended', {});

/** `draft → submitted`, by its planner. */
export const submitDraft = (plan: Plan, stamp: Stamp): Plan | Refusal =>
  whileDraft(plan) ?? next(plan, stamp, 'submitted', { status: 'submitted', submittedAt: stamp.at });

/**
 * `draft | submitted | consolidated → withdrawn`, by its planner. No run plans its requests any more, and a proposal
 * that holds some publishes without them. Visits that are published stand: the business has its notice, other plans
 * are in it, and calling one off is the coordinator's decision.
 */
export const withdrawPlanFrom = (plan: Plan, stamp: Stamp, reason?: string): Plan | Refusal => {
  switch (plan.status) {
    case 'draft':
    case 'submitted':
    case 'consolidated':
      return next(plan, stamp, 'withdrawn', { status: 'withdrawn' }, reason);
    case 'closed':
    case 'withdrawn':
      return stateConflict(plan.status);
    default:
      return plan.status satisfies never;
  }
};
