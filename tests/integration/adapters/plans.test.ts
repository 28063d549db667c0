import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsToPages } from '../../../lib/adapters/dynamo/plan-pages.ts';
import { dynamoPlans } from '../../../lib/adapters/dynamo/plans.ts';
import type { RequestRow } from '../../../lib/domain/plans/plan.ts';
import { aPlan, aRow } from '../../support/a-plan.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { collect, everyPage, pageThat } from '../../support/adapters/pages.ts';
import { fakePlans } from '../../support/fakes/plans.ts';

const engine = embeddedTable();

/** Rows of `count` businesses, `each` per business. */
const rowsOf = (count: number, each = 1, prefix = 'B'): RequestRow[] =>
  Array.from({ length: count * each }, (_, n) =>
    aRow({ requestId: `${prefix}-r${n}`, businessId: `${prefix}${String(n % count).padStart(5, '0')}-01` }),
  );

describe.each([
  ['in memory', fakePlans],
  ['in DynamoDB', () => dynamoPlans(engine.table)],
])('plans %s', (_, make) => {
  it('changes a plan only over the version before, and knows a repeat of its own write', async () => {
    const plans = make();
    const scope = freshScope();
    const plan = aPlan(scope);
    expect(await plans.create(plan)).toBe('stored');
    expect(await plans.create(plan)).toBe('stored');
    expect(await plans.create({ ...plan, title: 'another' })).toBe('conflict');
    const closed = { ...plan, status: 'closed' as const, version: 2 };
    expect(await plans.change(closed)).toBe('stored');
    expect(await plans.change(closed)).toBe('stored');
    expect(await plans.change({ ...plan, status: 'withdrawn', version: 2 })).toBe('conflict');
    expect(await plans.find(scope, 'P1')).toEqual(closed);
  });

  it('does not change a plan that was never created', async () => {
    const scope = freshScope();
    expect(await make().change({ ...aPlan(scope), version: 2 })).toBe('conflict');
  });

  it('lists newest first, by status and by department as initiator or partner', async () => {
    const plans = make();
    const scope = freshScope();
    for (const n of [1, 2, 3, 4, 5]) {
      const mine = n % 2 === 1;
      await plans.create(
        aPlan({
          ...scope,
          planId: `P${n}`,
          department: mine ? 'fire' : 'health',
          partners: n === 4 ? ['fire'] : [],
          status: n === 1 ? 'draft' : 'submitted',
        }),
      );
    }
    const ids = async (filter: { department?: string; status?: 'draft' }) =>
      (await everyPage((cursor) => plans.list(scope, { limit: 2, cursor, ...filter }))).map((page) =>
        page.map(({ planId }) => planId),
      );
    expect(await ids({})).toEqual([['P5', 'P4'], ['P3', 'P2'], ['P1']]);
    expect(await ids({ department: 'fire' })).toEqual([
      ['P5', 'P4'],
      ['P3', 'P1'],
    ]);
    expect(await ids({ status: 'draft' })).toEqual([['P1']]);
    expect((await plans.open(scope)).map(({ planId }) => planId)).toEqual(['P5', 'P4', 'P3', 'P2']);
  });

  it('shows a department the plans it initiates or is a partner of, and no other district any', async () => {
    const plans = make();
    const scope = freshScope();
    await plans.create(aPlan({ ...scope, planId: 'own' }));
    await plans.create(aPlan({ ...scope, planId: 'partner', department: 'health', partners: ['fire'] }));
    await plans.create(aPlan({ ...scope, planId: 'foreign', department: 'health' }));
    const fire = { ...scope, department: 'fire' };
    expect(await plans.find(fire, 'foreign')).toBeUndefined();
    expect(await plans.find(fire, 'partner')).toBeDefined();
    expect(await plans.find({ ...freshScope(), department: 'fire' }, 'own')).toBeUndefined();
    const { items } = await pageThat(plans.list(fire, { limit: 10 }));
    expect(items.map(({ planId }) => planId)).toEqual(['partner', 'own']);
  });

  it('reads rows of listed batches only, in their order, whatever the size of a page', async () => {
    const plans = make();
    const scope = freshScope();
    const [first, second] = [rowsOf(300), rowsOf(280, 1, 'C')];
    const batches = [
      await plans.writeBatch(scope, 'P1', 'b1', first.toReversed()),
      await plans.writeBatch(scope, 'P1', 'b2', second),
    ];
    await plans.writeBatch(scope, 'P1', 'unlisted', rowsOf(10, 1, 'X'));
    const plan = aPlan({ ...scope, batches });
    expect(batches).toEqual([
      { batchId: 'b1', rows: 300, pages: 2 },
      { batchId: 'b2', rows: 280, pages: 2 },
    ]);
    const pages = await everyPage((cursor) => plans.rows(plan, { limit: 70, cursor }));
    expect(pages.map(({ length }) => length)).toEqual([...Array(8).fill(70), 20]);
    expect(pages.flat()).toEqual([...first, ...second]);
    expect((await collect(plans.pages(plan))).flat()).toEqual([...first, ...second]);
  });

  it('writes a batch again without doubling it', async () => {
    const plans = make();
    const scope = freshScope();
    const batch = await plans.writeBatch(scope, 'P1', 'b1', rowsOf(3));
    expect(await plans.writeBatch(scope, 'P1', 'b1', rowsOf(3))).toEqual(batch);
    expect((await collect(plans.pages(aPlan({ ...scope, batches: [batch] })))).flat()).toEqual(rowsOf(3));
  });

  it("finds one business's rows in every batch, those at the edges of pages included", async () => {
    const plans = make();
    const scope = freshScope();
    const rows = rowsOf(200, 3);
    const batches = [
      await plans.writeBatch(scope, 'P1', 'b1', rows),
      await plans.writeBatch(scope, 'P1', 'b2', rowsOf(5)),
    ];
    const plan = aPlan({ ...scope, batches });
    const businesses = [...new Set(rows.map(({ businessId }) => businessId))];
    for (const businessId of businesses.filter((_id, n) => n % 9 === 0 || n > 195)) {
      const found = await plans.rowsOfBusiness(plan, businessId);
      const wanted = [...rows, ...rowsOf(5)].filter((row) => row.businessId === businessId);
      expect(found.map(({ requestId }) => requestId).sort()).toEqual(wanted.map(({ requestId }) => requestId).sort());
    }
    expect(await plans.rowsOfBusiness(plan, 'A')).toEqual([]);
    expect(await plans.rowsOfBusiness(plan, 'Z')).toEqual([]);
  });

  it('refuses a cursor that another list wrote, or nobody', async () => {
    const plans = make();
    const scope = freshScope();
    const refused = { refused: 'malformed', errors: [{ path: 'cursor', code: 'cursor' }] };
    for (const planId of ['P1', 'P2']) await plans.create(aPlan({ ...scope, planId }));
    const batch = await plans.writeBatch(scope, 'P1', 'b1', rowsOf(3));
    const plan = aPlan({ ...scope, batches: [batch] });
    const { nextCursor } = await pageThat(plans.list(scope, { limit: 1 }));
    expect(await plans.rows(plan, { limit: 1, cursor: nextCursor })).toEqual(refused);
    expect(await plans.list(freshScope(), { limit: 1, cursor: nextCursor })).toEqual(refused);
    expect(await plans.list(scope, { limit: 1, cursor: '' })).toEqual(refused);
  });
});

describe('pages of rows', () => {
  it('never part the rows of one business, lose none, and begin each with another business', () => {
    const businesses = fc.array(fc.nat({ max: 120 }), { maxLength: 1_500 });
    fc.assert(
      fc.property(businesses, (numbers) => {
        const rows = numbers.map((n, index) => aRow({ requestId: `r${index}`, businessId: `B-${n}` }));
        const pages = rowsToPages(rows);
        const homes = new Map(pages.flatMap((page, at) => page.map((row) => [`${row.businessId} ${at}`, at])));
        expect(homes.size).toBe(new Set(rows.map(({ businessId }) => businessId)).size);
        expect(pages.flat()).toHaveLength(rows.length);
        expect(pages.every((page, at) => at === pages.length - 1 || page.length >= 250)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
