import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoBusinesses } from '../../../lib/adapters/dynamo/businesses.ts';
import { dynamoConsolidations } from '../../../lib/adapters/dynamo/consolidations.ts';
import { dynamoItems } from '../../../lib/adapters/dynamo/items.ts';
import { dynamoPlans } from '../../../lib/adapters/dynamo/plans.ts';
import { dynamoUnits } from '../../../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import type { Listed } from '../../../lib/app/ports/page.ts';
import type { Plan } from '../../../lib/domain/plans/plan.ts';
import { aConsolidation, aProposedVisit } from '../../support/a-consolidation.ts';
import { aBusiness, anItem, aPlan, aRow } from '../../support/a-plan.ts';
import { aVisit } from '../../support/a-visit.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { pageThat } from '../../support/adapters/pages.ts';

// A cursor is not signed: whoever knows how may make one up. It must never do more than choose a place in their own list.

const engine = embeddedTable();
const scope = freshScope();
const consolidation = aConsolidation({ ...scope, attemptId: 'a1' });
let plan: Plan;

beforeAll(async () => {
  const { table } = engine;
  await dynamoItems(table).import(scope, [anItem(), anItem({ itemId: 'I0002' })]);
  await dynamoBusinesses(table).import(scope, [aBusiness(), aBusiness({ businessId: 'B-02' })]);
  const unit = { department: 'fire', street: null, offOn: [], inspectors: [] };
  await dynamoUnits(table).import(scope, [
    { ...unit, unitId: 'a' },
    { ...unit, unitId: 'b' },
  ]);
  const batch = await dynamoPlans(table).writeBatch(scope, 'P1', 'b1', [aRow(), aRow({ businessId: 'B-02' })]);
  plan = aPlan({ ...scope, batches: [batch] });
  for (const planId of ['P1', 'P2']) await dynamoPlans(table).create({ ...plan, planId });
  const proposal = {
    visits: [aProposedVisit(), aProposedVisit({ visitId: 'B-02.v1', businessId: 'B-02' })],
    unscheduled: [],
    outcomes: new Map(),
  };
  await dynamoConsolidations(table).writeProposal(consolidation, 'a1', proposal);
  for (const consolidationId of ['C1', 'C2']) {
    await dynamoConsolidations(table).create({ ...consolidation, consolidationId });
  }
  for (const n of [1, 2])
    await dynamoVisits(table).create(aVisit({ ...scope, visitId: `${aVisit().businessId}.v${n}` }));
});

type List = (cursor?: string) => Listed<unknown>;
const december = { from: '2026-12-01', to: '2026-12-31' };
const lists: readonly (readonly [string, List])[] = [
  ['items', (cursor) => dynamoItems(engine.table).list(scope, { limit: 1, cursor })],
  ['businesses', (cursor) => dynamoBusinesses(engine.table).list(scope, { limit: 1, cursor })],
  [
    'businesses of an industry',
    (cursor) => dynamoBusinesses(engine.table).list(scope, { limit: 1, cursor, industry: 'hotel' }),
  ],
  ['units', (cursor) => dynamoUnits(engine.table).list(scope, { limit: 1, cursor })],
  ['plans', (cursor) => dynamoPlans(engine.table).list(scope, { limit: 1, cursor })],
  ['requests', (cursor) => dynamoPlans(engine.table).rows(plan, { limit: 1, cursor })],
  ['consolidations', (cursor) => dynamoConsolidations(engine.table).list(scope, { limit: 1, cursor })],
  [
    'proposed visits',
    (cursor) => dynamoConsolidations(engine.table).listProposed(consolidation, scope, { limit: 1, cursor }),
  ],
  ['visits', (cursor) => dynamoVisits(engine.table).list(scope, { limit: 1, cursor, ...december })],
];

const fingerprintOf = (cursor: string): string => Buffer.from(cursor, 'base64url').toString().slice(0, 8);
const place = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '\u{10FFFF}',
    '\uE000',
    '\u0000',
    ' ',
    '\n',
    '-1\n-1\n',
    '1e9\n1e9\nPAGE#',
    '0\n0\nPAGE#b1#B-01',
    '2026-12-09#',
    '9999',
  ),
  fc.constantFrom(
    'S03\n\u{10FFFF}',
    'S03\nhotel#B-01',
    '0\nVISITS#\u{10FFFF}',
    'NaN\nVISITS#00000',
    'P2',
    '2026-12-09#00#x',
  ),
);

describe('a made-up cursor', () => {
  it.each(lists)('of %s is refused or answered, never a fault', async (_, list) => {
    const { nextCursor = '', items } = await pageThat(list());
    expect(items).toHaveLength(1);
    await fc.assert(
      fc.asyncProperty(place, async (position) => {
        const made = Buffer.from(fingerprintOf(nextCursor) + position).toString('base64url');
        const answer = await list(made);
        expect('refused' in answer ? answer.refused === 'malformed' : answer.items.length <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
