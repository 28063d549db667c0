import { chainLink, chainOrigin } from '../chain-history.ts';
import type { Sha256 } from '../draws/draw-subjects.ts';
import type { ChainFault, RecordChain } from './record.ts';

/**
 * What is wrong with a chain, by entry: `altered` where the hash is not that of the entry after the one before it (so too
 * where entries before it are missing or changed places), `no-hash`, `cut-short` where the last hash is not the head.
 * An entry that was withheld is taken at its hash, and the entry after it shows whether that was right.
 */
export const chainFaults = ({ record, head, entries }: RecordChain, sha256: Sha256): readonly ChainFault[] => {
  const faults: ChainFault[] = [];
  let before = chainOrigin(record, sha256);
  for (const [at, { hash, withheld, ...entry }] of entries.entries()) {
    if (hash === undefined) return [...faults, { entry: at + 1, fault: 'no-hash' }];
    if (!withheld && chainLink(before, entry, sha256) !== hash) faults.push({ entry: at + 1, fault: 'altered' });
    before = hash;
  }
  const ends = entries.length === 0 ? head === undefined : head === before;
  return ends ? faults : [...faults, { entry: entries.length + 1, fault: 'cut-short' }];
};

/**
 * The first entry of an `earlier` export that the `later` one no longer has, counted from 1; undefined where the later one
 * only goes on. Whoever holds an earlier export can tell so even if a chain was made anew from one end to the other.
 */
export const firstLost = (earlier: RecordChain, later: RecordChain): number | undefined => {
  const at = earlier.entries.findIndex(({ hash }, index) => later.entries[index]?.hash !== hash);
  return at < 0 ? undefined : at + 1;
};
