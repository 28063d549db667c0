import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../lib/domain/catalogue/catalogue.ts';
import { type Evidence, remoteByStreet, targetsToRequests } from '../../../lib/domain/plans/targets-to-requests.ts';
import { anItem } from '../../support/a-plan.ts';

const exits = anItem({ itemId: 'I1', department: 'fire', recognitionClass: 'exits' });
const hydrants = anItem({ itemId: 'I2', department: 'fire' });
const records = anItem({ itemId: 'I3', department: 'fire', remote: true });
const kitchen = anItem({ itemId: 'I4', department: 'health' });
const catalogue = new Map([exits, hydrants, records, kitchen].map((item) => [item.itemId, item]));
const aTarget = (items: readonly string[], businessId = 'B1') => ({
  businessId,
  items,
  notBefore: '2026-12-01',
  due: '2026-12-20',
});
const anEvidence = (overrides: Partial<Evidence> = {}): Evidence => ({
  visitId: 'V9',
  department: 'police',
  itemId: 'I9',
  on: '2026-09-01',
  validUntil: '2027-02-28',
  ...overrides,
});
const today = '2026-11-23';
const rowsOf = (items: readonly string[], known: Record<string, Evidence> = {}, on = today) =>
  targetsToRequests(
    { planId: 'P1' },
    'b1',
    [aTarget(items)],
    catalogue,
    on,
    new Map([['B1', new Map(Object.entries(known))]]),
  );

describe('the requests of a target', () => {
  it('are one for each department whose items it names', () => {
    expect(rowsOf(['I1', 'I4', 'I2']).map(({ department, items }) => [department, items])).toEqual([
      ['fire', ['I1', 'I2']],
      ['health', ['I4']],
    ]);
  });

  it('set remote items apart, so that they cost no visit', () => {
    expect(rowsOf(['I1', 'I3']).map(({ items, remote }) => [items, remote])).toEqual([
      [['I1'], undefined],
      [['I3'], true],
    ]);
    expect(rowsOf(['I3']).map(({ remote }) => remote)).toEqual([true]);
  });

  it('are satisfied by a known result of the same class, and say whose evidence it was', () => {
    const [row] = rowsOf(['I1'], { exits: anEvidence() });
    expect(row?.satisfied).toEqual([{ visitId: 'V9', department: 'police', itemId: 'I9', on: '2026-09-01' }]);
  });

  it('are satisfied for an item without a class by a result of that item', () => {
    expect(rowsOf(['I2'], { I2: anEvidence() })[0]?.satisfied).toHaveLength(1);
  });

  it('need a visit where one on-site item has no result, or none still valid when the window opens', () => {
    expect(rowsOf(['I1', 'I2'], { exits: anEvidence() })[0]?.satisfied).toBeUndefined();
    expect(rowsOf(['I1'], { exits: anEvidence({ validUntil: '2026-11-30' }) })[0]?.satisfied).toBeUndefined();
    expect(rowsOf(['I1'], { exits: anEvidence({ validUntil: '2026-12-01' }) })[0]?.satisfied).toHaveLength(1);
  });

  it('need a visit where the result has expired by today, though the window opened before', () => {
    const known = { exits: anEvidence({ validUntil: '2026-12-04' }) };
    expect(rowsOf(['I1'], known, '2026-12-04')[0]?.satisfied).toHaveLength(1);
    expect(rowsOf(['I1'], known, '2026-12-05')[0]?.satisfied).toBeUndefined();
  });

  it('leave the remote part to be done where only the on-site part is satisfied', () => {
    const rows = rowsOf(['I1', 'I3'], { exits: anEvidence() });
    expect(rows.map(({ satisfied, remote }) => [satisfied?.length, remote])).toEqual([
      [1, undefined],
      [undefined, true],
    ]);
  });
});

const anyItem = fc.record({
  department: fc.constantFrom('fire', 'health', 'market'),
  remote: fc.boolean(),
});
/** Items of three departments, and targets that name some of them. */
const anyCase = fc
  .array(anyItem, { minLength: 1, maxLength: 8 })
  .map((some) => some.map((item, index): Item => anItem({ ...item, itemId: `I${index}` })))
  .chain((items) =>
    fc.record({
      items: fc.constant(items),
      targets: fc.uniqueArray(
        fc.record({
          businessId: fc.string({ minLength: 1, maxLength: 4 }),
          items: fc.subarray(items, { minLength: 1 }).map((named) => named.map(({ itemId }) => itemId)),
        }),
        { selector: ({ businessId }) => businessId, maxLength: 12 },
      ),
    }),
  );

describe('splitting targets into requests', () => {
  it('keeps every item of every target exactly once, under its department and kind', () => {
    fc.assert(
      fc.property(anyCase, ({ items, targets }) => {
        const byId = new Map(items.map((item) => [item.itemId, item]));
        const all = targets.map((target) => ({ ...aTarget(target.items), businessId: target.businessId }));
        const rows = targetsToRequests({ planId: 'P1' }, 'b1', all, byId, today, new Map());
        const asked = all.flatMap(({ businessId, items: some }) => some.map((itemId) => `${businessId} ${itemId}`));
        const given = rows.flatMap(({ businessId, items: some }) => some.map((itemId) => `${businessId} ${itemId}`));
        expect(given.toSorted()).toEqual(asked.toSorted());
        for (const row of rows) {
          for (const itemId of row.items) {
            expect(byId.get(itemId)).toMatchObject({ department: row.department, remote: row.remote ?? false });
          }
        }
        const parts = rows.map((row) => `${row.businessId} ${row.department} ${row.remote}`);
        expect(new Set(parts).size).toBe(rows.length);
      }),
    );
  });

  it('sorts rows by business and numbers them, so that a retry repeats the same ids', () => {
    fc.assert(
      fc.property(anyCase, ({ items, targets }) => {
        const byId = new Map(items.map((item) => [item.itemId, item]));
        const all = targets.map((target) => ({ ...aTarget(target.items), businessId: target.businessId }));
        const rows = targetsToRequests({ planId: 'P1' }, 'b1', all, byId, today, new Map());
        expect(rows.map(({ requestId }) => requestId)).toEqual(rows.map((_, index) => `P1-b1-${index + 1}`));
        const businessIds = rows.map(({ businessId }) => businessId);
        expect(businessIds).toEqual(businessIds.toSorted());
        expect(targetsToRequests({ planId: 'P1' }, 'b1', all.toReversed(), byId, today, new Map())).toEqual(rows);
      }),
    );
  });

  it('counts the remote ones by street, apart from every other', () => {
    const rows = targetsToRequests(
      { planId: 'P1' },
      'b1',
      [aTarget(['I1', 'I3'], 'B1'), aTarget(['I3'], 'B2'), aTarget(['I3'], 'B3')],
      catalogue,
      today,
      new Map(),
    );
    const streets = new Map([
      ['B1', { street: 'S01' }],
      ['B2', { street: 'S02' }],
      ['B3', { street: 'S01' }],
    ]);
    expect(remoteByStreet(rows, streets)).toEqual({ S01: 2, S02: 1 });
  });
});
