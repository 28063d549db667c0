import type { HistoryEntry } from '../../domain/plans/plan.ts';
import type { Scope } from '../../domain/principal.ts';
import type { RecordRef } from '../../domain/record/record.ts';

/** A record's history as it is stored: its entries, and beside them the hashes of its chain, as many as it had when it was written. */
export type StoredRecord = {
  readonly record: string;
  readonly history: readonly HistoryEntry[];
  readonly hashes: readonly string[];
  /** What led to it or followed from it, each with a record of its own. */
  readonly related: readonly RecordRef[];
};

export type Records = {
  find(scope: Scope, ref: RecordRef): Promise<StoredRecord | undefined>;
};
