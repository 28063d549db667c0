import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { actingAs } from '../../../lib/adapters/acting.ts';
import { visitKey } from '../../../lib/adapters/dynamo/keys.ts';
import { dynamoPlans } from '../../../lib/adapters/dynamo/plans.ts';
import { pack } from '../../../lib/adapters/dynamo/record-body.ts';
import { dynamoRecords } from '../../../lib/adapters/dynamo/records.ts';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import { getRecord } from '../../../lib/app/record/get-record.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aPlan } from '../../support/a-plan.ts';
import { admin, aRequest, inspector } from '../../support/a-request.ts';
import { aVisit } from '../../support/a-visit.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';

const engine = embeddedTable();
const at = '2026-12-09T01:00:00.000Z';

const next = (visit: Visit, ...actions: readonly string[]): Visit => ({
  ...visit,
  history: [...visit.history, ...actions.map((action) => ({ at, by: 'inspector-1', action }))],
  version: visit.version + 1,
});

const chainsOf = async (district: string, kind: 'visit' | 'plan', id: string) => {
  const request = aRequest('get-record', { params: { kind, id }, principal: { ...admin, district } });
  const answer = await getRecord({ records: dynamoRecords(engine.table) }, request);
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`);
  return answer.chains;
};

/** Three entries in three versions. */
const aStoredVisit = async (): Promise<Visit> => {
  const visits = dynamoVisits(engine.table);
  const first = aVisit({ ...freshScope(), version: 1, history: [{ at, by: 'system', action: 'published' }] });
  await visits.create(first);
  const second = next(first, 'checked-in');
  const third = next(second, 'results-recorded');
  await visits.change(second);
  await visits.change(third);
  return third;
};

/** The stored item as a hand in the table leaves it. */
const tamper = async ({ district, visitId }: Visit, change: (visit: Visit) => Visit) => {
  const { table } = engine;
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: visitKey(district, visitId) ?? {} }),
  );
  const visit = await dynamoVisits(table).find({ district }, visitId);
  if (!visit) throw new Error('no such visit');
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...Item, body: pack(change(visit)) } }));
};

describe('the chain of a record', () => {
  it('grows with every write and holds', async () => {
    const visit = await aStoredVisit();
    const [chain] = await chainsOf(visit.district, 'visit', visit.visitId);
    expect(chain).toMatchObject({ faults: [], entries: [{ action: 'published' }, {}, { action: 'results-recorded' }] });
    expect(chain?.head).toBe(chain?.entries[2]?.hash);
    expect(new Set(chain?.entries.map(({ hash }) => hash)).size).toBe(3);
  });

  it('begins with a plan as with a visit, and takes many entries in one write', async () => {
    const { district } = freshScope();
    const plans = dynamoPlans(engine.table);
    const plan = aPlan({ district, version: 1 });
    await plans.create(plan);
    const entries = Array.from({ length: 30 }, (_, n) => ({ at, by: 'planner-1', action: `step-${n}` }));
    expect(await plans.change({ ...plan, history: [...plan.history, ...entries], version: 2 })).toBe('stored');
    const [chain] = await chainsOf(district, 'plan', plan.planId);
    expect(chain?.faults).toEqual([]);
  });

  it.each([
    ['shortened', (visit: Visit) => ({ ...visit, history: visit.history.slice(0, -1) })],
    ['emptied', (visit: Visit) => ({ ...visit, history: [] })],
    [
      'altered',
      (visit: Visit) => ({ ...visit, history: visit.history.map((entry) => ({ ...entry, by: 'somebody-else' })) }),
    ],
    ['reordered', (visit: Visit) => ({ ...visit, history: visit.history.toReversed() })],
  ])('refuses a write whose history is %s, and leaves what stands', async (_, change) => {
    const visit = await aStoredVisit();
    const visits = dynamoVisits(engine.table);
    await expect(visits.change({ ...change(visit), version: visit.version + 1 })).rejects.toThrow(
      'shortened or altered',
    );
    expect(await visits.find(visit, visit.visitId)).toEqual(visit);
  });

  it('answers a lost race as a conflict, not as a broken history', async () => {
    const visit = await aStoredVisit();
    const visits = dynamoVisits(engine.table);
    await visits.change(next(visit, 'done'));
    expect(await visits.change(next(visit, 'cancelled'))).toBe('conflict');
  });

  it('keeps every entry of writers that race, each once', async () => {
    const visit = await aStoredVisit();
    const visits = dynamoVisits(engine.table);
    const append = async (action: string): Promise<void> => {
      const standing = await visits.find(visit, visit.visitId);
      if (standing && (await visits.change(next(standing, action))) === 'conflict') await append(action);
    };
    const actions = Array.from({ length: 12 }, (_unused, n) => `racer-${n}`);
    await Promise.all(actions.map(append));
    const [chain] = await chainsOf(visit.district, 'visit', visit.visitId);
    expect(chain?.faults).toEqual([]);
    const told = chain?.entries.flatMap((entry) => (entry.withheld ? [] : [entry.action])).slice(3);
    expect(told?.toSorted()).toEqual(actions.toSorted());
  });

  it('shows at which entry a hand in the table has been', async () => {
    const visit = await aStoredVisit();
    await tamper(visit, (whole) => ({
      ...whole,
      history: whole.history.map((entry, n) => (n === 1 ? { ...entry, by: 'somebody-else' } : entry)),
    }));
    const [chain] = await chainsOf(visit.district, 'visit', visit.visitId);
    expect(chain?.faults).toEqual([{ entry: 2, fault: 'altered' }]);
  });

  it('shows that the end was cut off by hand, and takes no further change', async () => {
    const visit = await aStoredVisit();
    await tamper(visit, (whole) => ({ ...whole, history: whole.history.slice(0, 2) }));
    const [chain] = await chainsOf(visit.district, 'visit', visit.visitId);
    expect(chain?.faults).toEqual([{ entry: 3, fault: 'cut-short' }]);
    const visits = dynamoVisits(engine.table);
    const standing = await visits.find(visit, visit.visitId);
    if (!standing) throw new Error('no such visit');
    await expect(visits.change(next(standing, 'done'))).rejects.toThrow('shortened or altered');
  });

  it('says on whose authority an entry was written, and on nobody’s where it is not the asker’s own', async () => {
    const visit = await aStoredVisit();
    const visits = dynamoVisits(engine.table);
    const asker = { ...inspector('fire'), district: visit.district };
    const now = new Date('2026-12-09T02:00:00.000Z');
    const own = { at: now.toISOString(), by: asker.subject, action: 'results-recorded' };
    const systems = { at: now.toISOString(), by: 'system', action: 'done' };
    await actingAs(asker, now, () =>
      visits.change({ ...visit, history: [...visit.history, own, systems], version: visit.version + 1 }),
    );
    const [chain] = await chainsOf(visit.district, 'visit', visit.visitId);
    expect(chain?.faults).toEqual([]);
    expect(chain?.entries[3]).toMatchObject({ as: { role: 'inspector', unit: asker.unit } });
    expect(chain?.entries[4]).not.toHaveProperty('as');
  });
});
