import type { Businesses } from '../../app/ports/catalogue-ports.ts';
import { businessSays } from '../../domain/catalogue/business-words.ts';
import type { Business, Versioned } from '../../domain/catalogue/catalogue.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readItems } from './batch.ts';
import { mapBounded } from './bounded.ts';
import { isSameRecord, putOver } from './conditional-write.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { importRows } from './import-rows.ts';
import { businessesOfStreet, profileKey } from './keys.ts';
import { after, beginsWith, everything, queryAll, queryPages } from './query.ts';
import { pack, unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import { addStreets, readStreets } from './streets.ts';
import type { Table } from './table.ts';

const width = 8;

const toBusiness = ({ body, version = 0 }: StoredItem): Versioned<Business> => ({
  ...unpack<Business>(body),
  version,
});

const isSeen = (scope: Scope, { street }: Business): boolean => scope.street === undefined || scope.street === street;

const attributesOf = (district: string, { businessId, street, industry }: Business): StoredItem => ({
  ...profileKey(district, businessId),
  listPk: businessesOfStreet(district, street),
  listSk: `${industry}#${businessId}`,
});

/** The streets that a scope and a filter leave, sorted. */
const streetsWithin = async (table: Table, scope: Scope, street: string | undefined): Promise<string[]> => {
  const wanted = scope.street ?? street;
  if (wanted === undefined) return readStreets(table, scope.district);
  return street === undefined || street === wanted ? [wanted] : [];
};

/** Businesses lie in partitions of their own with their visits; `byList` holds them by street and industry. */
export const dynamoBusinesses = (table: Table): Businesses => ({
  async import({ district }, businesses) {
    await addStreets(table, district, new Set(businesses.map(({ street }) => street)));
    return importRows(table, businesses, (business) => attributesOf(district, business));
  },

  async find(scope, businessId) {
    const stored = await getItem(table, profileKey(scope.district, businessId));
    const found = stored && toBusiness(stored);
    return found && isSeen(scope, found) ? found : undefined;
  },

  async change(scope, { version, ...business }) {
    const item = { ...attributesOf(scope.district, business), version: version + 1, body: pack(business) };
    if (await putOver(table, item, version)) return 'stored';
    const standing = await getItem(table, item);
    const isOwn = standing?.version === version + 1 && isSameRecord(standing.body, business);
    return isOwn ? 'stored' : 'conflict';
  },

  async list(scope, { limit, cursor, street, industry, text }) {
    const list = listName(businessesOfStreet(scope.district, ''), scope);
    const place = readCursor(list, cursor);
    if (isRefusal(place)) return place;
    const [first = '', firstSk = ''] = place.after?.split('\n') ?? [];
    const streets = await streetsWithin(table, scope, street);
    async function* pages() {
      for (const current of streets.filter((name) => name >= first)) {
        const partition = businessesOfStreet(scope.district, current);
        const whole = industry === undefined ? everything : beginsWith(`${industry}#`);
        const next = after(firstSk);
        const range = current === first && next > whole.from ? { ...whole, from: next } : whole;
        for await (const page of queryPages(table, { index: 'byList', partition, range })) {
          yield page
            .map((item) => ({ row: toBusiness(item), position: `${current}\n${item.listSk}` }))
            .filter(({ row }) => text === undefined || businessSays(text, row));
        }
      }
    }
    return fillPage(list, limit, pages());
  },

  async some(scope, businessIds) {
    const stored = await readItems(
      table,
      businessIds.map((businessId) => profileKey(scope.district, businessId)),
    );
    const businesses = stored.map(({ body }) => unpack<Business>(body)).filter((business) => isSeen(scope, business));
    return new Map(businesses.map((business) => [business.businessId, business]));
  },

  async ofIndustry(scope, industry, street) {
    const range = beginsWith(`${industry}#`);
    const found = await mapBounded(await streetsWithin(table, scope, street), width, (current) =>
      queryAll(table, { index: 'byList', partition: businessesOfStreet(scope.district, current), range }),
    );
    const businesses = found.flat().map(({ body }) => unpack<Business>(body));
    return businesses.sort((a, b) => (a.businessId < b.businessId ? -1 : 1));
  },
});
