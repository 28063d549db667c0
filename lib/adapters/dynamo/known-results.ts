import type { KnownResult, KnownResults } from '../../app/ports/field-ports.ts';
import { readItems } from './batch.ts';
import { putOver } from './conditional-write.ts';
import { resultsKey } from './keys.ts';
import { pack, unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const mostLostRaces = 20;

type Classes = ReadonlyMap<string, KnownResult>;

const toClasses = ({ body }: Pick<StoredItem, 'body'>): Classes => new Map(unpack<[string, KnownResult][]>(body));

/** A total order, so that results recorded in any order and any number of times end in the same record. */
const rank = ({ on, visitId, itemId, version = 1 }: KnownResult): string =>
  `${on} ${visitId} ${itemId} ${String(version).padStart(5, '0')}`;

/** The newer result of each class; undefined where none of them is new. */
const merge = (standing: Classes, results: readonly KnownResult[]): Classes | undefined => {
  const merged = new Map(standing);
  for (const result of results) {
    const known = merged.get(result.recognitionClass);
    if (known === undefined || rank(known) < rank(result)) merged.set(result.recognitionClass, result);
  }
  return [...merged].some(([name, result]) => standing.get(name) !== result) ? merged : undefined;
};

/** One item beside the business with the newest result of each class: evidence for every department of the district. */
export const dynamoKnownResults = (table: Table): KnownResults => ({
  async ofBusinesses({ district }, businessIds) {
    const keys = businessIds.map((businessId) => resultsKey(district, businessId));
    const stored = await readItems(table, keys);
    const byPk = new Map(stored.map((item) => [item.pk, toClasses(item)]));
    return new Map(
      businessIds.flatMap((businessId) => {
        const classes = byPk.get(resultsKey(district, businessId).pk);
        return classes ? [[businessId, classes] as const] : [];
      }),
    );
  },

  async record({ district }, businessId, results) {
    const key = resultsKey(district, businessId);
    for (let race = 0; race < mostLostRaces; race += 1) {
      const standing = await getItem(table, key);
      const merged = merge(standing ? toClasses(standing) : new Map(), results);
      if (!merged) return;
      const version = (standing?.version ?? 0) + 1;
      if (await putOver(table, { ...key, version, body: pack([...merged]) }, version - 1)) return;
    }
    throw new Error(`the results of ${businessId} changed ${mostLostRaces} times while one was recorded`);
  },
});
