import { isDeepStrictEqual } from 'node:util';
import type { ImportCounts, Listed, PageRequest, Stored } from '../../../lib/app/ports/page.ts';
import { refuse } from '../../../lib/domain/refusal.ts';

const onRecord = new WeakSet<object>();

const asStored = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || onRecord.has(value)) return value;
  const stored = Array.isArray(value)
    ? value.map((one) => (one === undefined ? null : asStored(one)))
    : Object.fromEntries(
        Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, asStored(one)]])),
      );
  onRecord.add(Object.freeze(stored));
  return stored;
};

/**
 * What the fakes have in common: what goes in is copied, without members that are undefined, as if through a wire; what
 * comes out cannot be changed, so that it needs no copy. Parts that are on record already are shared.
 */
export const copy = <T>(value: T): T => asStored(value) as T;

export const storeNew = <T>(records: Map<string, T>, key: string, record: T): Stored => {
  const standing = records.get(key);
  if (standing !== undefined) return isDeepStrictEqual(standing, copy(record)) ? 'stored' : 'conflict';
  records.set(key, copy(record));
  return 'stored';
};

export const storeNext = <T extends { version: number }>(records: Map<string, T>, key: string, record: T): Stored => {
  const standing = records.get(key);
  if ((standing?.version ?? 0) !== record.version - 1) {
    return isDeepStrictEqual(standing, copy(record)) ? 'stored' : 'conflict';
  }
  records.set(key, copy(record));
  return 'stored';
};

/** One page of `rows`, sorted by position as the list is; the cursor names the list and the last position shown. */
export const pageOf = async <T>(
  list: string,
  rows: readonly T[],
  positionOf: (row: T) => string,
  { limit, cursor }: PageRequest,
  order: 'ascending' | 'descending' = 'ascending',
): Listed<T> => {
  const text = cursor === undefined ? list : Buffer.from(cursor, 'base64url').toString();
  const [of, after] = text.split('\n');
  if (of !== list || (cursor !== undefined && Buffer.from(text).toString('base64url') !== cursor))
    return refuse('malformed', { path: 'cursor', code: 'cursor' });
  const left = rows.filter((row) => {
    if (after === undefined) return true;
    return order === 'ascending' ? positionOf(row) > after : positionOf(row) < after;
  });
  const items = left.slice(0, limit).map(copy);
  const last = items.at(-1);
  if (last === undefined || left.length <= limit) return { items };
  return { items, nextCursor: Buffer.from(`${list}\n${positionOf(last)}`).toString('base64url') };
};

export type Stamped<T> = T & { readonly version: number };

export const importInto = <T extends object>(
  records: Map<string, Stamped<T>>,
  rows: readonly T[],
  keyOf: (row: T) => string,
): ImportCounts => {
  const counts = { imported: rows.length, created: 0, changed: 0, unchanged: 0 };
  for (const row of rows) {
    const standing = records.get(keyOf(row));
    const version = (standing?.version ?? 0) + 1;
    if (standing && isDeepStrictEqual(standing, copy({ ...row, version: standing.version }))) {
      counts.unchanged += 1;
      continue;
    }
    records.set(keyOf(row), copy({ ...row, version }));
    counts[standing ? 'changed' : 'created'] += 1;
  }
  return counts;
};

/** Without its stored version: what `all` and `some` answer. */
export const plain = <T extends object>({ version: _, ...record }: Stamped<T>): Omit<T, 'version'> => record as never;

export const byKey =
  <T>(keyOf: (row: T) => string) =>
  (a: T, b: T): number =>
    keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b));
