import type { Records, StoredRecord } from '../../../lib/app/ports/record-ports.ts';
import { sha256 } from '../../../lib/app/sha256.ts';
import { chainHistory } from '../../../lib/domain/chain-history.ts';
import type { HistoryEntry } from '../../../lib/domain/plans/plan.ts';
import type { RecordRef } from '../../../lib/domain/record/record.ts';

type Kept = {
  readonly district: string;
  readonly history: readonly HistoryEntry[];
  readonly related?: readonly RecordRef[];
};

/** `keep` stores a history with its chain, as the table does when a record is written. */
export const fakeRecords = (): Records & {
  keep(ref: RecordRef, kept: Kept, change?: (stored: StoredRecord) => StoredRecord): void;
} => {
  const stored = new Map<string, StoredRecord>();
  const nameOf = (district: string, { kind, id }: RecordRef) => `D#${district} ${kind}#${id}`;
  return {
    keep(ref, { district, history, related = [] }, change = (whole) => whole) {
      const record = nameOf(district, ref);
      stored.set(record, change({ record, history, hashes: chainHistory(record, history, sha256), related }));
    },
    find: async ({ district }, ref) => stored.get(nameOf(district, ref)),
  };
};
