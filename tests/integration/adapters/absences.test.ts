import { describe, expect, it } from 'vitest';
import { dynamoAbsences } from '../../../lib/adapters/dynamo/absences.ts';
import { dynamoUnits } from '../../../lib/adapters/dynamo/units.ts';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import { type Absence, confirmAbsence } from '../../../lib/domain/schedule/absence.ts';
import { claimDay, noClaims } from '../../../lib/domain/schedule/day-claims.ts';
import { aUnit } from '../../support/a-run.ts';
import { aVisit } from '../../support/a-visit.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { fakeAbsences } from '../../support/fakes/absences.ts';
import { fakeUnits } from '../../support/fakes/catalogue.ts';
import { fakeVisits } from '../../support/fakes/visits.ts';

const engine = embeddedTable();
const now = new Date('2026-11-23T01:00:05.000Z');

const anAbsence = (district: string, absenceId = 'a-1'): Absence => ({
  absenceId,
  district,
  unitId: 'fire',
  days: ['2026-12-02'],
  reason: '病假',
  status: 'proposed',
  steps: [],
  reportedBy: 'coordinator-1',
  reportedAt: now.toISOString(),
  history: [{ at: now.toISOString(), by: 'coordinator-1', action: 'reported' }],
  version: 1,
});

describe.each([
  ['in memory', () => ({ absences: fakeAbsences(), units: fakeUnits(), visits: fakeVisits() })],
  [
    'in DynamoDB',
    () => ({
      absences: dynamoAbsences(engine.table),
      units: dynamoUnits(engine.table),
      visits: dynamoVisits(engine.table),
    }),
  ],
])('absences %s', (_, make) => {
  it('are created once, changed over the version before, and found within their district alone', async () => {
    const { absences } = make();
    const scope = freshScope();
    const absence = anAbsence(scope.district);
    expect(await absences.create(absence)).toBe('stored');
    expect(await absences.create({ ...absence, reason: 'another' })).toBe('conflict');
    const confirmed = confirmAbsence(absence, 'coordinator-1', 'cmd-1', now);
    expect(await absences.change(confirmed)).toBe('stored');
    expect(await absences.change({ ...confirmed, reason: 'another' })).toBe('conflict');
    expect(await absences.find(scope, 'a-1')).toEqual(confirmed);
    expect(await absences.find(freshScope(), 'a-1')).toBeUndefined();
  });

  it('are listed newest first, a page at a time', async () => {
    const { absences } = make();
    const scope = freshScope();
    for (const n of [2, 1, 3]) await absences.create(anAbsence(scope.district, `a-${n}`));
    const first = await absences.list(scope, { limit: 2 });
    if ('refused' in first) throw new Error('refused');
    expect(first.items.map(({ absenceId }) => absenceId)).toEqual(['a-3', 'a-2']);
    const next = await absences.list(scope, { limit: 2, ...(first.nextCursor && { cursor: first.nextCursor }) });
    expect('items' in next && next.items.map(({ absenceId }) => absenceId)).toEqual(['a-1']);
  });

  it('stand on their unit, which changes over the version that was read and is seen by its street', async () => {
    const { units } = make();
    const scope = freshScope();
    await units.import(scope, [aUnit({ street: 'S03' })]);
    const unit = await units.find(scope, 'fire');
    if (!unit) throw new Error('no unit');
    const away = { ...unit, awayOn: ['2026-12-02'] };
    expect(await units.change(scope, away)).toBe('stored');
    expect(await units.change(scope, { ...away, awayOn: ['2026-12-03'] })).toBe('conflict');
    expect(await units.find({ ...scope, street: 'S03' }, 'fire')).toMatchObject({ awayOn: ['2026-12-02'], version: 2 });
    expect(await units.find({ ...scope, street: 'S04' }, 'fire')).toBeUndefined();
  });
});

describe.each([
  ['in memory', fakeVisits],
  ['in DynamoDB', () => dynamoVisits(engine.table)],
])('claims on days %s', (_, make) => {
  it('are written over those that were read, and read back by day', async () => {
    const visits = make();
    const scope = freshScope();
    const writer = { by: 'cmd-1', now };
    const first = claimDay(noClaims(scope.district, '2026-12-09'), [aVisit()], writer);
    expect(await visits.claimDay(first)).toBe('stored');
    expect(await visits.claimDay(claimDay(noClaims(scope.district, '2026-12-09'), [], writer))).toBe('conflict');
    const next = claimDay(first, [aVisit({ visitId: '91330102MA2AAAAA0A-01.v2' })], writer);
    expect(await visits.claimDay(next)).toBe('stored');
    expect(await visits.dayClaims(scope, ['2026-12-09', '2026-12-10'])).toEqual(new Map([['2026-12-09', next]]));
    expect(await visits.dayClaims(freshScope(), ['2026-12-09'])).toEqual(new Map());
  });
});
