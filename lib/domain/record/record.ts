import type { HistoryEntry } from '../plans/plan.ts';

/** What has a whole-process record (全过程记录): every aggregate whose states somebody answers for. */
export const recordKinds = ['visit', 'plan', 'consolidation', 'finding', 'referral', 'incident'] as const;
export type RecordKind = (typeof recordKinds)[number];
export type RecordRef = { readonly kind: RecordKind; readonly id: string };

/** An entry with its hash as it is stored. One that the reader may not see leaves its hash, so that the chain goes on. */
export type RecordEntry =
  | (HistoryEntry & { readonly hash?: string; readonly withheld?: undefined })
  | { readonly withheld: true; readonly hash?: string };

/** The history of one record, oldest first. `record` is its name in the store, with which its chain begins; `head` the last hash. */
export type RecordChain = RecordRef & {
  readonly record: string;
  readonly head?: string;
  readonly entries: readonly RecordEntry[];
};

/** What an entry of a chain has against it. `entry` counts from 1. */
export type ChainFault = {
  readonly entry: number;
  readonly fault: 'altered' | 'no-hash' | 'cut-short';
};
