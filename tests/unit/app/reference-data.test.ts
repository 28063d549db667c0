import { describe, expect, it } from 'vitest';
import { getItem } from '../../../lib/app/catalogue/get-item.ts';
import { listBusinesses } from '../../../lib/app/catalogue/list-businesses.ts';
import { listItems } from '../../../lib/app/catalogue/list-items.ts';
import { listUnits } from '../../../lib/app/catalogue/list-units.ts';
import { importBusinesses } from '../../../lib/app/imports/import-businesses.ts';
import { importItems } from '../../../lib/app/imports/import-items.ts';
import { importUnits } from '../../../lib/app/imports/import-units.ts';
import { aBusiness, anItem } from '../../support/a-plan.ts';
import { admin, aRequest, coordinator, planner } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const hotel = '91330102MA2AAAAA08-01';
const bar = '91330102MA2AAAAA08-02';
const anInspector = (inspectorId: string) => ({ inspectorId, name: '甲', certificate: 'ZJ-1' });
const duplicate = (path: string) => ({
  refused: 'import-refused',
  errors: [{ path, code: 'duplicate', values: { first: 1 } }],
});

describe('importing a page', () => {
  it('counts what is created, changed and unchanged, and may be repeated', async () => {
    const ports = fakePorts();
    const send = (items: readonly object[]) =>
      importItems(ports, aRequest('import-items', { principal: admin, body: { items } }));
    expect(await send([anItem(), anItem({ itemId: 'I2' })])).toMatchObject({ imported: 2, created: 2 });
    expect(await send([anItem(), anItem({ itemId: 'I2', minutes: 45 })])).toEqual({
      imported: 2,
      created: 0,
      changed: 1,
      unchanged: 1,
    });
  });

  it('is refused as a whole where an entry is named twice', async () => {
    const ports = fakePorts();
    const twice = importItems(ports, aRequest('import-items', { principal: admin, body: [anItem(), anItem()] }));
    expect(await twice).toEqual(duplicate('items[1].itemId'));
    expect(await ports.items.all({ district: 'shangcheng' })).toEqual(new Map());

    const businesses = [aBusiness({ businessId: hotel }), aBusiness({ businessId: hotel })];
    expect(
      await importBusinesses(ports, aRequest('import-businesses', { principal: admin, body: { businesses } })),
    ).toEqual(duplicate('businesses[1].businessId'));

    const units = [{ unitId: 'fire', department: 'fire', inspectors: [anInspector('N1'), anInspector('N1')] }];
    expect(await importUnits(ports, aRequest('import-units', { principal: admin, body: { units } }))).toEqual(
      duplicate('units[0].inspectors[1].inspectorId'),
    );
    const sameUnit = [
      { unitId: 'fire', department: 'fire' },
      { unitId: 'fire', department: 'tax' },
    ];
    expect(await importUnits(ports, aRequest('import-units', { principal: admin, body: { units: sameUnit } }))).toEqual(
      duplicate('units[1].unitId'),
    );
  });
});

describe('reading reference data', () => {
  const loaded = async () => {
    const ports = fakePorts();
    const items = [anItem(), anItem({ itemId: 'I2', department: 'health', effectiveFrom: '2027-01-01' })];
    await importItems(ports, aRequest('import-items', { principal: admin, body: { items } }));
    const businesses = [
      aBusiness({ businessId: hotel }),
      aBusiness({ businessId: bar, street: 'S04', industry: 'bar' }),
    ];
    await importBusinesses(ports, aRequest('import-businesses', { principal: admin, body: { businesses } }));
    const units = [
      { unitId: 'fire', department: 'fire' },
      { unitId: 'health', department: 'health' },
    ];
    await importUnits(ports, aRequest('import-units', { principal: admin, body: { units } }));
    return ports;
  };

  it('shows every staff role the whole catalogue, by department and by day in force where asked', async () => {
    const ports = await loaded();
    const ids = async (query: object, principal = planner) => {
      const page = await listItems(ports, aRequest('list-items', { principal, query }));
      return 'refused' in page ? page.refused : page.items.map(({ itemId }) => itemId);
    };
    expect(await ids({})).toEqual(['I0001', 'I2']);
    expect(await ids({ department: 'health' })).toEqual(['I2']);
    expect(await ids({ on: '2026-06-01' })).toEqual(['I0001']);
    expect(await ids({}, { ...planner, district: 'binjiang' })).toEqual([]);
    expect(await ids({ cursor: 'elsewhere' })).toBe('malformed');
  });

  it('finds an item with its version, and none of another district', async () => {
    const ports = await loaded();
    const get = (principal = planner) =>
      getItem(ports, aRequest('get-item', { principal, params: { itemId: 'I0001' } }));
    expect(await get()).toMatchObject({ itemId: 'I0001', version: 1 });
    expect(await get({ ...planner, district: 'binjiang' })).toEqual({ refused: 'not-found', errors: [] });
  });

  it('lists businesses by street and industry, to a street its own only', async () => {
    const ports = await loaded();
    const ids = async (query: object, principal = coordinator) => {
      const page = await listBusinesses(ports, aRequest('list-businesses', { principal, query }));
      return 'refused' in page ? page.refused : page.items.map(({ businessId }) => businessId);
    };
    expect(await ids({})).toEqual([hotel, bar]);
    expect(await ids({ industry: 'bar' })).toEqual([bar]);
    expect(await ids({ street: 'S03' })).toEqual([hotel]);
    expect(await ids({}, { ...coordinator, street: 'S04' })).toEqual([bar]);
  });

  it('lists units by department', async () => {
    const ports = await loaded();
    const page = await listUnits(ports, aRequest('list-units', { query: { department: 'fire' } }));
    expect(page).toMatchObject({ items: [{ unitId: 'fire', offOn: [], inspectors: [], version: 1 }] });
  });
});
