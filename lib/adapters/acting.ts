import { AsyncLocalStorage } from 'node:async_hooks';
import { type Authority, authorityOf, type Principal } from '../domain/principal.ts';

// Who asks is known at the edge, what is written only at the table. The request's context carries the one to the other, so
// that no rule in between has to pass it on and none can leave it out.

type Acting = { readonly by: string; readonly at: string; readonly as: Authority };

const acting = new AsyncLocalStorage<Acting>();

/** Runs a request's work: whatever it writes into a record's history at `now` is written on this person's authority. */
export const actingAs = <Result>(principal: Principal, now: Date, work: () => Promise<Result>): Promise<Result> =>
  acting.run({ by: principal.subject, at: now.toISOString(), as: authorityOf(principal) }, work);

/** The record with the authority of the request on those entries that the request itself has just made. */
export const withAuthority = <Record extends object>(record: Record): Record => {
  const current = acting.getStore();
  if (!current || !('history' in record) || !Array.isArray(record.history)) return record;
  const { by, at, as } = current;
  const history = record.history.map((entry) => (entry.by === by && entry.at === at ? { as, ...entry } : entry));
  return { ...record, history };
};
