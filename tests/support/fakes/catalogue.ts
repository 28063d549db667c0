import type { Businesses, Calendars, Items, SettingsRecords, Units } from '../../../lib/app/ports/catalogue-ports.ts';
import { businessSays } from '../../../lib/domain/catalogue/business-words.ts';
import type { Calendar } from '../../../lib/domain/catalogue/calendar.ts';
import { type Business, type Item, isInForce, type Unit } from '../../../lib/domain/catalogue/catalogue.ts';
import type { Scope } from '../../../lib/domain/principal.ts';
import { byKey, copy, importInto, pageOf, plain, type Stamped, storeNext } from './records.ts';

/** The records of one district at a time: what another district wrote does not exist. */
const byDistrict = <T>() => {
  const districts = new Map<string, Map<string, T>>();
  return ({ district }: Pick<Scope, 'district'>): Map<string, T> => {
    const records = districts.get(district) ?? new Map<string, T>();
    districts.set(district, records);
    return records;
  };
};

const sorted = <T>(records: Map<string, T>, keyOf: (row: T) => string): T[] =>
  [...records.values()].sort(byKey(keyOf)).map(copy);

export const fakeItems = (): Items => {
  const of = byDistrict<Stamped<Item>>();
  const id = ({ itemId }: Item) => itemId;
  return {
    import: async (scope, items) => importInto(of(scope), items, id),
    find: async (scope, itemId) => of(scope).get(itemId),
    list: async (scope, filter) => {
      const rows = sorted(of(scope), id)
        .filter(({ department }) => filter.department === undefined || department === filter.department)
        .filter((item) => filter.on === undefined || isInForce(item, filter.on));
      return pageOf(`${scope.district} items`, rows, id, filter);
    },
    all: async (scope) => new Map(sorted(of(scope), id).map((item) => [item.itemId, plain<Item>(item)])),
  };
};

export const fakeBusinesses = (): Businesses => {
  const of = byDistrict<Stamped<Business>>();
  const id = ({ businessId }: Business) => businessId;
  const seen = (scope: Scope) => (business: Business) => scope.street === undefined || business.street === scope.street;
  const position = ({ street, industry, businessId }: Business) => `${street}#${industry}#${businessId}`;
  return {
    import: async (scope, businesses) => importInto(of(scope), businesses, id),
    find: async (scope, businessId) => [of(scope).get(businessId)].find((found) => found && seen(scope)(found)),
    change: async (scope, business) =>
      storeNext(of(scope), business.businessId, { ...business, version: business.version + 1 }),
    list: async (scope, filter) => {
      const rows = sorted(of(scope), position)
        .filter(seen(scope))
        .filter(({ street }) => filter.street === undefined || street === filter.street)
        .filter(({ industry }) => filter.industry === undefined || industry === filter.industry)
        .filter((business) => filter.text === undefined || businessSays(filter.text, business));
      return pageOf(`${scope.district} businesses`, rows, position, filter);
    },
    some: async (scope, businessIds) =>
      new Map(
        sorted(of(scope), id)
          .filter(seen(scope))
          .filter(({ businessId }) => businessIds.includes(businessId))
          .map((business) => [business.businessId, plain<Business>(business)]),
      ),
    ofIndustry: async (scope, industry, street) =>
      sorted(of(scope), id)
        .filter(seen(scope))
        .filter((business) => business.industry === industry)
        .filter((business) => street === undefined || business.street === street)
        .map(plain<Business>),
  };
};

export const fakeUnits = (): Units => {
  const of = byDistrict<Stamped<Unit>>();
  const id = ({ unitId }: Unit) => unitId;
  return {
    import: async (scope, units) => importInto(of(scope), units, id),
    list: async (scope, filter) => {
      const rows = sorted(of(scope), id)
        .filter(({ department }) => filter.department === undefined || department === filter.department)
        .filter(({ street }) => filter.street === undefined || street === filter.street);
      return pageOf(`${scope.district} units`, rows, id, filter);
    },
    all: async (scope) => sorted(of(scope), id).map(plain<Unit>),
    async find(scope, unitId) {
      const unit = of(scope).get(unitId);
      return unit && (scope.street === undefined || unit.street === scope.street) ? copy(unit) : undefined;
    },
    change: async (scope, unit) => storeNext(of(scope), unit.unitId, { ...unit, version: unit.version + 1 }),
  };
};

export const fakeCalendars = (): Calendars => {
  const of = byDistrict<Stamped<Calendar>>();
  return {
    find: async (scope, year) => of(scope).get(String(year)),
    put: async (scope, calendar, expected) =>
      storeNext(of(scope), String(calendar.year), { ...calendar, version: expected + 1 }),
  };
};

export const fakeSettings = (): SettingsRecords => {
  const of = byDistrict<Parameters<SettingsRecords['put']>[1]>();
  return {
    history: async (scope) => sorted(of(scope), ({ effectiveFrom }) => effectiveFrom),
    put: async (scope, settings) => storeNext(of(scope), settings.effectiveFrom, settings),
  };
};
