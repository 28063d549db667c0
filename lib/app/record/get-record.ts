import { recordSchema } from '../../contract/records.ts';
import { confidentialActions } from '../../domain/notices/visit-feedback.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import type { RecordChain, RecordRef } from '../../domain/record/record.ts';
import { chainFaults } from '../../domain/record/verify-record.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { StoredRecord } from '../ports/record-ports.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { sha256 } from '../sha256.ts';
import { maySeeComplaints } from '../visits/visit-view.ts';

/** Ratings are nobody's to see one by one; complaints are for those who coordinate and supervise. */
const isWithheld = (action: string, principal: Principal): boolean =>
  confidentialActions.has(action) && !(action.startsWith('complain') && maySeeComplaints(principal));

const toChain = (ref: RecordRef, { record, history, hashes }: StoredRecord): RecordChain => ({
  ...ref,
  record,
  ...(hashes.length > 0 ? { head: hashes.at(-1) } : {}),
  entries: history.map((entry, at) => ({ ...entry, ...(hashes[at] === undefined ? {} : { hash: hashes[at] }) })),
});

/** As one person may see it. The faults are those of the whole, which the service has looked at before anything was withheld. */
const toView = (chain: RecordChain, principal: Principal): ViewOf<'get-record'>['chains'][number] => ({
  ...chain,
  entries: chain.entries.map((entry) =>
    !entry.withheld && isWithheld(entry.action, principal) ? { withheld: true, hash: entry.hash } : entry,
  ),
  faults: chainFaults(chain, sha256),
});

/**
 * The record of one thing and of what led to it or followed from it: read each within the reader's scope, verify its chain,
 * withhold what is not the reader's to see. Nothing writes: what is here came with the changes themselves.
 */
export const getRecord = async (
  { records }: Pick<Ports, 'records'>,
  { params, principal, now }: RequestOf<'get-record'>,
): Promise<ViewOf<'get-record'> | Refusal> => {
  const scope = scopeOf(principal);
  const asked = await records.find(scope, params);
  if (!asked) return refuse('not-found', { path: 'id', code: 'not-found' });
  const others = await Promise.all(
    asked.related.map(async (ref) => {
      const found = await records.find(scope, ref);
      return found ? [toChain(ref, found)] : [];
    }),
  );
  const chains = [toChain(params, asked), ...others.flat()].map((chain) => toView(chain, principal));
  return { schema: recordSchema, exportedAt: now.toISOString(), exportedBy: principal.subject, chains };
};
