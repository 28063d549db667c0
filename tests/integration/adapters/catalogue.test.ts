import { describe, expect, it } from 'vitest';
import { dynamoBusinesses } from '../../../lib/adapters/dynamo/businesses.ts';
import { dynamoCalendars, dynamoSettings } from '../../../lib/adapters/dynamo/district-records.ts';
import { dynamoItems } from '../../../lib/adapters/dynamo/items.ts';
import { dynamoUnits } from '../../../lib/adapters/dynamo/units.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { aBusiness, aCalendar, anItem } from '../../support/a-plan.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { everyPage, pageThat } from '../../support/adapters/pages.ts';
import { fakeBusinesses, fakeCalendars, fakeItems, fakeSettings, fakeUnits } from '../../support/fakes/catalogue.ts';

const engine = embeddedTable();

describe.each([
  ['in memory', fakeItems],
  ['in DynamoDB', () => dynamoItems(engine.table)],
])('items %s', (_, make) => {
  it('counts what an import created, changed and left alone, and raises the version of what changed', async () => {
    const items = make();
    const scope = freshScope();
    const first = await items.import(scope, [anItem(), anItem({ itemId: 'I0002' })]);
    const again = await items.import(scope, [
      anItem({ minutes: 45 }),
      anItem({ itemId: 'I0002' }),
      anItem({ itemId: 'I3' }),
    ]);
    expect(first).toEqual({ imported: 2, created: 2, changed: 0, unchanged: 0 });
    expect(again).toEqual({ imported: 3, created: 1, changed: 1, unchanged: 1 });
    expect(await items.find(scope, 'I0001')).toEqual(anItem({ minutes: 45, version: 2 } as object));
    expect(await items.find(scope, 'I0002')).toMatchObject({ version: 1 });
  });

  it('takes the same content with its members in another order for unchanged', async () => {
    const items = make();
    const scope = freshScope();
    const item = anItem({ recognitionClass: 'fire-exits' });
    await items.import(scope, [item]);
    const reordered = Object.fromEntries(Object.entries(item).reverse()) as typeof item;
    expect(await items.import(scope, [reordered])).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('lists by id, by department and by day in force, each page full until the last', async () => {
    const items = make();
    const scope = freshScope();
    const many = Array.from({ length: 25 }, (_, n) =>
      anItem({
        itemId: `I${String(n).padStart(4, '0')}`,
        department: n % 5 === 0 ? 'health' : 'fire',
        effectiveFrom: n % 2 === 0 ? '2026-01-01' : '2027-01-01',
      }),
    );
    await items.import(scope, many);
    const pages = await everyPage((cursor) => items.list(scope, { limit: 2, cursor, department: 'health' }));
    expect(pages.map((page) => page.map(({ itemId }) => itemId))).toEqual([
      ['I0000', 'I0005'],
      ['I0010', 'I0015'],
      ['I0020'],
    ]);
    const inForce = await pageThat(items.list(scope, { limit: 500, on: '2026-06-01' }));
    expect(inForce.items).toHaveLength(13);
    expect(await items.all(scope)).toEqual(new Map(many.map((item) => [item.itemId, item])));
  });

  it('keeps districts apart, cursors included', async () => {
    const items = make();
    const [scope, foreign] = [freshScope(), freshScope()];
    await items.import(scope, [anItem(), anItem({ itemId: 'I0002' })]);
    expect(await items.find(foreign, 'I0001')).toBeUndefined();
    expect(await items.all(foreign)).toEqual(new Map());
    const { nextCursor } = await pageThat(items.list(scope, { limit: 1 }));
    const refused = { refused: 'malformed', errors: [{ path: 'cursor', code: 'cursor' }] };
    expect(await items.list(foreign, { limit: 1, cursor: nextCursor })).toEqual(refused);
    expect(await items.list(scope, { limit: 1, cursor: 'garbage' })).toEqual(refused);
  });
});

describe.each([
  ['in memory', fakeBusinesses],
  ['in DynamoDB', () => dynamoBusinesses(engine.table)],
])('businesses %s', (_, make) => {
  const street = (n: number) => `S0${n}`;
  const some = Array.from({ length: 12 }, (_, n) =>
    aBusiness({
      businessId: `B-${String(n).padStart(2, '0')}`,
      street: street(n % 3),
      industry: n % 2 === 0 ? 'hotel' : 'hotel-x',
    }),
  );

  it('lists street by street and industry by industry, page after page', async () => {
    const businesses = make();
    const scope = freshScope();
    await businesses.import(scope, some);
    const pages = await everyPage((cursor) => businesses.list(scope, { limit: 5, cursor }));
    expect(pages.map(({ length }) => length)).toEqual([5, 5, 2]);
    const listed = pages.flat();
    const order = listed.map(({ street, industry, businessId }) => `${street}#${industry}#${businessId}`);
    expect(order).toEqual(order.toSorted());
    expect(new Set(listed.map(({ businessId }) => businessId)).size).toBe(12);
  });

  it('finds an industry in the whole district or in one street, and not those whose name only begins alike', async () => {
    const businesses = make();
    const scope = freshScope();
    await businesses.import(scope, some);
    const ids = (found: readonly { businessId: string }[]) => found.map(({ businessId }) => businessId);
    expect(ids(await businesses.ofIndustry(scope, 'hotel'))).toEqual(['B-00', 'B-02', 'B-04', 'B-06', 'B-08', 'B-10']);
    expect(ids(await businesses.ofIndustry(scope, 'hotel', 'S00'))).toEqual(['B-00', 'B-06']);
    expect(await businesses.ofIndustry(scope, 'school')).toEqual([]);
    const pages = await everyPage((cursor) => businesses.list(scope, { limit: 2, cursor, industry: 'hotel' }));
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 2]);
  });

  it('finds the words of a name, an address or an id, whatever their case, in full pages', async () => {
    const businesses = make();
    const scope = freshScope();
    const named = some.map((one, n) => ({ ...one, name: `Hotel ${n % 2 ? '东' : '西'}`, address: `秋涛路 ${n} 号` }));
    await businesses.import(scope, named);
    const found = await everyPage((cursor) => businesses.list(scope, { limit: 4, cursor, text: 'hotel 东' }));
    expect(found.map(({ length }) => length)).toEqual([4, 2]);
    const listed = async (text: string) =>
      (await pageThat(businesses.list(scope, { limit: 500, text }))).items.map(({ businessId }) => businessId);
    expect(await listed('b-07')).toEqual(['B-07']);
    expect(await listed('东 秋涛路 3 号')).toEqual(['B-03']);
    expect(await listed('北')).toEqual([]);
  });

  it('shows a street only its own businesses', async () => {
    const businesses = make();
    const scope = freshScope();
    await businesses.import(scope, some);
    const own = { ...scope, street: 'S01' };
    expect(await businesses.find(own, 'B-00')).toBeUndefined();
    expect(await businesses.find(own, 'B-01')).toMatchObject({ businessId: 'B-01', version: 1 });
    const listed = await pageThat(businesses.list(own, { limit: 500 }));
    expect(new Set(listed.items.map((business) => business.street))).toEqual(new Set(['S01']));
    expect((await pageThat(businesses.list(own, { limit: 500, street: 'S02' }))).items).toEqual([]);
    expect([...(await businesses.some(own, ['B-00', 'B-01', 'B-99'])).keys()]).toEqual(['B-01']);
    expect(await businesses.ofIndustry(own, 'hotel', 'S02')).toEqual([]);
  });

  it('moves a business to the street of its last import', async () => {
    const businesses = make();
    const scope = freshScope();
    await businesses.import(scope, [aBusiness({ street: 'S01' })]);
    expect(await businesses.import(scope, [aBusiness({ street: 'S02' })])).toMatchObject({ changed: 1 });
    expect((await pageThat(businesses.list(scope, { limit: 500, street: 'S01' }))).items).toEqual([]);
    expect((await pageThat(businesses.list(scope, { limit: 500 }))).items).toHaveLength(1);
  });
});

describe.each([
  ['in memory', fakeUnits],
  ['in DynamoDB', () => dynamoUnits(engine.table)],
])('units %s', (_, make) => {
  it('lists by department and street, and knows all of a district', async () => {
    const units = make();
    const scope = freshScope();
    const aUnit = (unitId: string, department: string, street: string | null) => ({
      unitId,
      department,
      street,
      offOn: [],
      inspectors: [],
    });
    const all = [aUnit('fire', 'fire', null), aUnit('fire-S01', 'fire', 'S01'), aUnit('market-S01', 'market', 'S01')];
    expect(await units.import(scope, all)).toMatchObject({ created: 3 });
    expect(await units.all(scope)).toEqual(all);
    expect(await units.all(freshScope())).toEqual([]);
    const { items } = await pageThat(units.list(scope, { limit: 10, department: 'fire', street: 'S01' }));
    expect(items).toEqual([{ ...all[1], version: 1 }]);
  });
});

describe.each([
  ['in memory', fakeCalendars, fakeSettings],
  ['in DynamoDB', () => dynamoCalendars(engine.table), () => dynamoSettings(engine.table)],
])('calendars and settings %s', (_, makeCalendars, makeSettings) => {
  it('puts a year only over the version that its writer knew', async () => {
    const calendars = makeCalendars();
    const scope = freshScope();
    expect(await calendars.find(scope, 2026)).toBeUndefined();
    expect(await calendars.put(scope, aCalendar(), 0)).toBe('stored');
    const revised = aCalendar({ holidays: ['2026-10-01'] });
    expect(await calendars.put(scope, revised, 0)).toBe('conflict');
    expect(await calendars.put(scope, revised, 1)).toBe('stored');
    expect(await calendars.find(scope, 2026)).toEqual({ ...revised, version: 2 });
  });

  it('takes a repeat of the same write for stored', async () => {
    const calendars = makeCalendars();
    const scope = freshScope();
    await calendars.put(scope, aCalendar(), 0);
    expect(await calendars.put(scope, aCalendar(), 0)).toBe('stored');
    expect(await calendars.find(scope, 2026)).toMatchObject({ version: 1 });
  });

  it('keeps settings by date of effect, ascending, each with its own version', async () => {
    const settings = makeSettings();
    const scope = freshScope();
    const dated = (effectiveFrom: string, version: number, noticeWorkingDays = 3) => ({
      ...defaultSettings,
      effectiveFrom,
      version,
      noticeWorkingDays,
      changedAt: '2026-11-23T01:00:00.000Z',
      changedBy: 'admin-1',
    });
    expect(await settings.history(scope)).toEqual([]);
    await settings.put(scope, dated('2027-01-01', 1));
    await settings.put(scope, dated('2026-01-01', 1));
    expect(await settings.put(scope, dated('2027-01-01', 1, 5))).toBe('conflict');
    expect(await settings.put(scope, dated('2027-01-01', 2, 5))).toBe('stored');
    expect(await settings.history(scope)).toEqual([dated('2026-01-01', 1), dated('2027-01-01', 2, 5)]);
  });
});
