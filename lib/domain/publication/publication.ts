import { type Refusal, refuse } from '../refusal.ts';
import { isOver, type Visit } from '../visits/visit.ts';

type Published = Pick<Visit, 'status' | 'withdrawal'>;

export const isWithdrawn = ({ withdrawal }: Pick<Visit, 'withdrawal'>): boolean =>
  withdrawal?.decision?.decided === 'withdrawn';

export const isWithdrawalPending = ({ withdrawal }: Pick<Visit, 'withdrawal'>): boolean =>
  withdrawal !== undefined && withdrawal.decision === undefined;

/** Results are public from the moment the visit is done, announced or not (rule 4), until they are withdrawn. */
export const hasPublicResults = (visit: Published): boolean => isOver(visit.status) && !isWithdrawn(visit);

/** What the public last learned of a visit's results, and when: the place of the record in every feed. */
export type PublicChange = { readonly change: 'published' | 'corrected' | 'withdrawn'; readonly changedAt: string };

/** Undefined before the visit is done: of what is not done the public learns nothing here. */
export const publicChange = (
  visit: Pick<Visit, 'status' | 'withdrawal' | 'doneAt' | 'attending'>,
): PublicChange | undefined => {
  if (!isOver(visit.status) || visit.doneAt === undefined) return undefined;
  const { decision } = visit.withdrawal ?? {};
  if (decision?.decided === 'withdrawn') return { change: 'withdrawn', changedAt: decision.at };
  const recorded = visit.attending.flatMap(({ checks }) => checks.flatMap(({ recordedAt }) => recordedAt ?? []));
  const last = recorded.toSorted().at(-1) ?? visit.doneAt;
  return last > visit.doneAt
    ? { change: 'corrected', changedAt: last }
    : { change: 'published', changedAt: visit.doneAt };
};

const stateConflict = (status: string): Refusal =>
  refuse('state-conflict', { path: 'status', code: 'status', values: { status } });

type Step = { readonly at: string; readonly by: string; readonly reason: string };

/** A record that is public is said to be wrong, by anyone who works with it. The same person saying so again changes nothing. */
export const requestWithdrawal = (
  visit: Visit,
  { at, by, reason }: Step,
  decideBy: string | undefined,
): Visit | Refusal | undefined => {
  if (!hasPublicResults(visit)) return stateConflict(isWithdrawn(visit) ? 'withdrawn' : visit.status);
  const standing = visit.withdrawal;
  if (isWithdrawalPending(visit)) {
    return standing?.requestedBy === by ? undefined : stateConflict('withdrawal-requested');
  }
  return {
    ...visit,
    withdrawal: { requestedAt: at, requestedBy: by, reason, ...(decideBy === undefined ? {} : { decideBy }) },
    history: [...visit.history, { at, by, action: 'withdrawal-requested', reason }],
    version: visit.version + 1,
  };
};

/** Decided by somebody else than who asked (four eyes): withdrawn, it is gone from every public list at once; kept, it stands. */
export const decideWithdrawal = (
  visit: Visit,
  decided: 'withdrawn' | 'kept',
  { at, by, reason }: Step,
): Visit | Refusal => {
  const { withdrawal } = visit;
  if (!withdrawal || withdrawal.decision) return stateConflict(isWithdrawn(visit) ? 'withdrawn' : visit.status);
  if (withdrawal.requestedBy === by) return refuse('withdrawal-refused', { path: 'by', code: 'own-request' });
  const action = decided === 'withdrawn' ? 'withdrawal-granted' : 'withdrawal-refused';
  return {
    ...visit,
    withdrawal: { ...withdrawal, decision: { decided, at, by, reason } },
    history: [...visit.history, { at, by, action, reason }],
    version: visit.version + 1,
  };
};
