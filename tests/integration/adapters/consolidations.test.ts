import { describe, expect, it } from 'vitest';
import { dynamoConsolidations } from '../../../lib/adapters/dynamo/consolidations.ts';
import type { Proposal } from '../../../lib/app/ports/centre-ports.ts';
import type { ProposedVisit, RequestOutcome } from '../../../lib/domain/centre/consolidation.ts';
import { aConsolidation, aProposedVisit } from '../../support/a-consolidation.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { everyPage, pageThat } from '../../support/adapters/pages.ts';
import { fakeConsolidations } from '../../support/fakes/consolidations.ts';

const engine = embeddedTable();

const request = (requestId: string, department: string) => ({
  requestId,
  planId: 'P1',
  department,
  unitId: department,
  items: ['I0001'],
});

/** Visits of businesses B000, B001, …, a day each three; every seventh is the health department's, on street S01. */
const visitsOf = (count: number): ProposedVisit[] =>
  Array.from({ length: count }, (_, n) => {
    const businessId = `B${String(n).padStart(3, '0')}`;
    const isHealth = n % 7 === 0;
    return aProposedVisit({
      visitId: `${businessId}.v`,
      businessId,
      street: isHealth ? 'S01' : 'S03',
      day: `2026-12-${String(28 - (n % 20)).padStart(2, '0')}`,
      requests: [request(`r${n}`, isHealth ? 'health' : 'fire')],
    });
  });

const aProposal = (overrides: Partial<Proposal> = {}): Proposal => ({
  visits: [],
  unscheduled: [],
  outcomes: new Map(),
  ...overrides,
});

const inOrder = (visits: readonly ProposedVisit[]) =>
  visits.toSorted((a, b) => (`${a.day} ${a.businessId}` < `${b.day} ${b.businessId}` ? -1 : 1));

describe.each([
  ['in memory', fakeConsolidations],
  ['in DynamoDB', () => dynamoConsolidations(engine.table)],
])('consolidations %s', (_, make) => {
  it('changes a header only over the version before, and lists newest first', async () => {
    const consolidations = make();
    const scope = freshScope();
    for (const n of [1, 2, 3]) await consolidations.create(aConsolidation({ ...scope, consolidationId: `C${n}` }));
    const running = aConsolidation({ ...scope, status: 'running', version: 2, outbox: undefined });
    expect(await consolidations.change(running)).toBe('stored');
    expect(await consolidations.change({ ...running, status: 'failed' })).toBe('conflict');
    expect(await consolidations.find(scope, 'C1')).toMatchObject({ status: 'running', version: 2 });
    expect(await consolidations.find(freshScope(), 'C1')).toBeUndefined();
    const pages = await everyPage((cursor) => consolidations.list(scope, { limit: 2, cursor }));
    expect(pages.map((page) => page.map(({ consolidationId }) => consolidationId))).toEqual([['C3', 'C2'], ['C1']]);
  });

  it('keeps a proposal by day and business in pages of at most 100, counted from 0', async () => {
    const consolidations = make();
    const consolidation = aConsolidation({ ...freshScope(), attemptId: 'a1' });
    const visits = visitsOf(230);
    expect(await consolidations.writeProposal(consolidation, 'a1', aProposal({ visits }))).toEqual({ pages: 3 });
    const pages = await Promise.all([0, 1, 2, 3].map((page) => consolidations.proposalPage(consolidation, page)));
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 30, 0]);
    expect(pages.flat()).toEqual(inOrder(visits));
  });

  it('finds one visit by its id and day on whichever page it lies, for who may see it', async () => {
    const consolidations = make();
    const scope = freshScope();
    const consolidation = aConsolidation({ ...scope, attemptId: 'a1', pages: 3 });
    const visits = visitsOf(230);
    await consolidations.writeProposal(consolidation, 'a1', aProposal({ visits }));
    for (const n of [0, 19, 99, 128, 229]) {
      const { visitId = '', day = '' } = visits[n] ?? {};
      expect(await consolidations.findProposed(consolidation, scope, { visitId, day })).toEqual(visits[n]);
      const elsewhere = { ...scope, street: n % 7 === 0 ? 'S03' : 'S01' };
      expect(await consolidations.findProposed(consolidation, elsewhere, { visitId, day })).toBeUndefined();
    }
    for (const place of [
      { visitId: 'B000.v', day: '2026-12-01' },
      { visitId: 'none', day: '2026-12-20' },
    ]) {
      expect(await consolidations.findProposed(consolidation, scope, place)).toBeUndefined();
    }
  });

  it('counts nothing of an attempt that the header does not name', async () => {
    const consolidations = make();
    const scope = freshScope();
    const started = aConsolidation(scope);
    await consolidations.writeProposal(started, 'a1', aProposal({ visits: visitsOf(3) }));
    await consolidations.writeProposal(started, 'a2', aProposal({ visits: visitsOf(2) }));
    expect((await pageThat(consolidations.listProposed(started, scope, { limit: 10 }))).items).toEqual([]);
    const finished = { ...started, attemptId: 'a2' };
    expect((await pageThat(consolidations.listProposed(finished, scope, { limit: 10 }))).items).toHaveLength(2);
  });

  it('lists what a department or a street may see, in full pages', async () => {
    const consolidations = make();
    const scope = freshScope();
    const consolidation = aConsolidation({ ...scope, attemptId: 'a1' });
    const visits = visitsOf(230);
    await consolidations.writeProposal(consolidation, 'a1', aProposal({ visits }));
    const health = inOrder(visits).filter(({ street }) => street === 'S01');
    for (const narrow of [{ department: 'health' }, { street: 'S01' }, { unit: 'health' }]) {
      const pages = await everyPage((cursor) =>
        consolidations.listProposed(consolidation, { ...scope, ...narrow }, { limit: 10, cursor }),
      );
      expect(pages.map(({ length }) => length)).toEqual([10, 10, 10, 3]);
      expect(pages.flat()).toEqual(health);
    }
    const all = await everyPage((cursor) => consolidations.listProposed(consolidation, scope, { limit: 100, cursor }));
    expect(all.flat()).toEqual(inOrder(visits));
  });

  it('lists requests without a visit by scope, and refuses the cursor of the other list', async () => {
    const consolidations = make();
    const scope = freshScope();
    const consolidation = aConsolidation({ ...scope, attemptId: 'a1' });
    const unscheduled = Array.from({ length: 12 }, (_row, n) => ({
      requestId: `r${n}`,
      planId: 'P1',
      businessId: 'B-01',
      department: n % 2 === 0 ? 'fire' : 'health',
      street: 'S03',
      reason: 'no-capacity' as const,
    }));
    await consolidations.writeProposal(consolidation, 'a1', aProposal({ visits: visitsOf(3), unscheduled }));
    const fire = { ...scope, department: 'fire' };
    const pages = await everyPage((cursor) =>
      consolidations.listUnscheduled(consolidation, fire, { limit: 4, cursor }),
    );
    expect(pages.map((page) => page.map(({ requestId }) => requestId))).toEqual([
      ['r0', 'r2', 'r4', 'r6'],
      ['r8', 'r10'],
    ]);
    expect(
      (await pageThat(consolidations.listUnscheduled(consolidation, { ...scope, unit: 'fire' }, { limit: 4 }))).items,
    ).toEqual([]);
    const { nextCursor } = await pageThat(consolidations.listProposed(consolidation, scope, { limit: 1 }));
    expect(await consolidations.listUnscheduled(consolidation, scope, { limit: 1, cursor: nextCursor })).toEqual({
      refused: 'malformed',
      errors: [{ path: 'cursor', code: 'cursor' }],
    });
  });

  it("answers one plan's outcomes, however many, and no other plan's", async () => {
    const consolidations = make();
    const consolidation = aConsolidation({ ...freshScope(), attemptId: 'a1' });
    const many = Array.from({ length: 1_200 }, (_row, n) => ({ requestId: `r${n}`, visitId: `v${n}` }));
    const refused = [{ requestId: 'x', reason: 'gap' as const, text: 'too close' }];
    const outcomes = new Map<string, readonly RequestOutcome[]>([
      ['P1', many],
      ['P1-other', refused],
    ]);
    await consolidations.writeProposal(consolidation, 'a1', aProposal({ outcomes }));
    expect((await consolidations.outcomesOf(consolidation, 'P1')).size).toBe(1_200);
    expect(await consolidations.outcomesOf(consolidation, 'P1-other')).toEqual(
      new Map(refused.map((outcome) => ['x', outcome])),
    );
    expect(await consolidations.outcomesOf(consolidation, 'P9')).toEqual(new Map());
  });

  it('gathers what pages sent back, once however often a page is repeated', async () => {
    const consolidations = make();
    const consolidation = aConsolidation({ ...freshScope(), attemptId: 'a1' });
    expect(await consolidations.returned(consolidation)).toEqual({});
    await consolidations.writeReturned(consolidation, 1, { r2: 'no-inspectors' });
    await consolidations.writeReturned(consolidation, 0, { r1: 'stands-otherwise' });
    await consolidations.writeReturned(consolidation, 0, { r1: 'stands-otherwise' });
    expect(await consolidations.returned(consolidation)).toEqual({ r1: 'stands-otherwise', r2: 'no-inspectors' });
  });
});
