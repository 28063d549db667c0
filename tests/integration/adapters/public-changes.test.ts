import { describe, expect, it } from 'vitest';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import type { Visits } from '../../../lib/app/ports/visit-ports.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aVisit } from '../../support/a-visit.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { fakeVisits } from '../../support/fakes/visits.ts';

const engine = embeddedTable();

describe.each([
  ['the table', () => dynamoVisits(engine.table)],
  ['the fake', fakeVisits],
])('what the public learned, in %s', (_, open) => {
  const visitOf = (scope: { district: string }, n: number, doneAt?: string): Visit =>
    aVisit({
      ...scope,
      visitId: `91330102MA2AAAAA0A-01.v${n}`,
      version: 1,
      ...(doneAt ? { status: 'done' as const, doneAt } : {}),
    });
  const between = async (visits: Visits, scope: { district: string }, from: string, until: string) => {
    const found: string[] = [];
    for await (const page of visits.publicChanges(scope, from, until)) {
      found.push(...page.map(({ visitId }) => visitId.split('.')[1] ?? ''));
    }
    return found;
  };

  it('comes in the order in which it learned it, both ends included, what is not done never', async () => {
    const visits = open();
    const scope = freshScope();
    await visits.create(visitOf(scope, 1, '2027-01-01T00:00:00.000Z'));
    await visits.create(visitOf(scope, 2, '2026-12-31T23:59:59.999Z'));
    await visits.create(visitOf(scope, 3));
    expect(await between(visits, scope, '', '2027-12-31T00:00:00.000Z')).toEqual(['v2', 'v1']);
    expect(await between(visits, scope, '2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')).toEqual(['v1']);
    expect(await between(visits, scope, '2028', '2027-01-01T00:00:00.000Z')).toEqual([]);
    expect(await between(visits, freshScope(), '', '2027-12-31T00:00:00.000Z')).toEqual([]);
  });

  it('moves to the time of a withdrawal, and comes once', async () => {
    const visits = open();
    const scope = freshScope();
    const visit = visitOf(scope, 1, '2026-12-31T00:00:00.000Z');
    await visits.create(visit);
    const step = { at: '2027-01-04T00:00:00.000Z', by: 'admin-1', reason: '核实' };
    const withdrawal = { requestedAt: step.at, requestedBy: 'planner-1', reason: '有误' };
    await visits.change({
      ...visit,
      withdrawal: { ...withdrawal, decision: { decided: 'withdrawn', ...step } },
      version: 2,
    });
    expect(await between(visits, scope, '2027-01-01T00:00:00.000Z', '2027-12-31T00:00:00.000Z')).toEqual(['v1']);
    expect(await between(visits, scope, '', '2027-12-31T00:00:00.000Z')).toEqual(['v1']);
  });
});
