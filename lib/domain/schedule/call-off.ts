import { cancelNotice } from '../notices/notice-change.ts';
import type { Authority } from '../principal.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isAhead, type Visit } from '../visits/visit.ts';

/** By whose order a visit changes, when and why: the same command, repeated, finds itself in the history. */
export type VisitOrder = {
  readonly at: string;
  readonly by: string;
  readonly as?: Authority;
  readonly reason: string;
  readonly commandId: string;
};

export const isAppliedToVisit = (visit: Pick<Visit, 'history'>, commandId: string): boolean =>
  visit.history.some((entry) => entry.commandId === commandId);

export const visitStateConflict = ({ status }: Pick<Visit, 'status'>): Refusal =>
  refuse('state-conflict', { path: 'status', code: 'status', values: { status } });

/**
 * `planned | notified | acknowledged → cancelled`, by a coordinator, or `→ vetoed`, by the street's. The visit is the truth
 * about its requests (ADR 0003): with it called off they wait again, and no plan is written.
 */
export const callOff = (
  visit: Visit,
  kind: 'cancel-visit' | 'veto-visit',
  { at, by, as, reason, commandId }: VisitOrder,
): Visit | Refusal => {
  if (!isAhead(visit.status)) return visitStateConflict(visit);
  const { outbox: _, ...rest } = visit;
  const status = kind === 'veto-visit' ? 'vetoed' : 'cancelled';
  return {
    ...rest,
    ...cancelNotice(visit, reason, at),
    status,
    history: [...visit.history, { at, by, ...(as && { as }), action: status, reason, commandId }],
    version: visit.version + 1,
  };
};
