import type { Sha256 } from './draws/draw-subjects.ts';

/**
 * One text for one value, whatever the order of its members: JSON with members sorted by name and none that are
 * undefined, in the manner of RFC 8785.
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((member) => canonical(member ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
};

/** What stands before the first entry: the record's own name, so that no entry passes for another record's. */
export const chainOrigin = (record: string, sha256: Sha256): string => sha256(record);

/** The hash of an entry after the hash `before` it, 64 hexadecimal characters. */
export const chainLink = (before: string, entry: unknown, sha256: Sha256): string =>
  sha256(`${before}\n${canonical(entry)}`);

/** The hashes of a record's entries, oldest first: each covers its entry and, by the hash before, all that went before it. */
export const chainHistory = (record: string, entries: readonly unknown[], sha256: Sha256): readonly string[] => {
  let before = chainOrigin(record, sha256);
  return entries.map((entry) => {
    before = chainLink(before, entry, sha256);
    return before;
  });
};
