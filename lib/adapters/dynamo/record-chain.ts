import { sha256 } from '../../app/sha256.ts';
import { chainHistory } from '../../domain/chain-history.ts';
import type { Key, StoredItem } from './stored-item.ts';

// The chain of a record's history lies beside its body, 32 bytes an entry: `head` is the hash of the last entry, `chain` those
// of the entries before it. The body holds the entries as they are, so no rule above has to know of hashes.

const hashBytes = 32;
/** The most entries that one write may add. */
const mostAdded = 32;

/** What a record's chain is called: its key, which no other record has. */
export const recordName = ({ pk, sk }: Key): string => `${pk} ${sk}`;

const historyOf = (record: object): readonly unknown[] =>
  'history' in record && Array.isArray(record.history) ? record.history : [];

const toBytes = (hash: string): Uint8Array => Buffer.from(hash, 'hex');

/** `head` and `chain` of a record as it is about to be written. */
export type Chain = Pick<StoredItem, 'head' | 'chain'>;

const toChain = (hashes: readonly string[]): Chain => {
  const head = hashes.at(-1);
  if (head === undefined) return {};
  const before = hashes.slice(0, -1);
  return { head: toBytes(head), ...(before.length > 0 ? { chain: toBytes(before.join('')) } : {}) };
};

/**
 * The chain of a record, and the heads over which it may be written: those of its history as it is and as it was some
 * entries ago. A history that lost or changed an entry has none of them in common with what stands.
 */
export const chainOf = (key: Key, record: object): { readonly chain: Chain; readonly over: readonly Uint8Array[] } => {
  const hashes = chainHistory(recordName(key), historyOf(record), sha256);
  return { chain: toChain(hashes), over: hashes.slice(-1 - mostAdded).map(toBytes) };
};

/** The hashes that an item carries, oldest first. */
export const hashesOf = ({ head, chain }: Chain): readonly string[] => {
  const bytes = Buffer.concat([chain ?? new Uint8Array(), head ?? new Uint8Array()]);
  return Array.from({ length: Math.ceil(bytes.length / hashBytes) }, (_, at) =>
    bytes.subarray(at * hashBytes, (at + 1) * hashBytes).toString('hex'),
  );
};
