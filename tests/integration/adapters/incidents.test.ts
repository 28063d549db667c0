import { describe, expect, it } from 'vitest';
import { dynamoDutyRosters, dynamoIncidents } from '../../../lib/adapters/dynamo/incidents.ts';
import { dynamoOutbox } from '../../../lib/adapters/dynamo/outbox.ts';
import { acknowledge } from '../../../lib/domain/incidents/handle-incident.ts';
import { nextIncident } from '../../../lib/domain/incidents/incident.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { meteredTable } from '../../support/adapters/write-units.ts';
import { anIncident } from '../../support/an-incident.ts';
import { fakeDutyRosters, fakeIncidents } from '../../support/fakes/incidents.ts';

const engine = embeddedTable();

describe.each([
  ['the table', () => dynamoIncidents(engine.table)],
  ['the fake', fakeIncidents],
])('incidents in %s', (_, open) => {
  it('stand as they were written, once', async () => {
    const incidents = open();
    const scope = freshScope();
    const incident = anIncident(scope);
    expect(await incidents.create(incident)).toBe('stored');
    expect(await incidents.create(incident)).toBe('stored');
    expect(await incidents.create({ ...incident, place: '别处' })).toBe('conflict');
    expect(await incidents.find(scope, incident.incidentId)).toEqual(incident);
  });

  it('change over the version before alone', async () => {
    const incidents = open();
    const scope = freshScope();
    const incident = anIncident(scope);
    await incidents.create(incident);
    const [one, other] = ['甲', '乙'].map((place) => nextIncident(incident, { place }));
    if (!one || !other) throw new Error('two changes');
    expect(await incidents.change(one)).toBe('stored');
    expect(await incidents.change(one)).toBe('stored');
    expect(await incidents.change(other)).toBe('conflict');
  });

  it('are seen by their street and unit, never from another district or by a made-up id', async () => {
    const incidents = open();
    const scope = freshScope();
    const { incidentId } = anIncident();
    await incidents.create(anIncident(scope));
    const sees = async (more: object) => (await incidents.find({ ...scope, ...more }, incidentId)) !== undefined;
    expect(await sees({ street: 'S01' })).toBe(true);
    expect(await sees({ street: 'S02' })).toBe(false);
    expect(await sees({ unit: 'squad-S01' })).toBe(true);
    expect(await sees({ unit: 'squad-S02' })).toBe(false);
    expect(await sees({ department: 'fire' })).toBe(false);
    expect(await incidents.find(freshScope(), incidentId)).toBeUndefined();
    for (const made of ['nothing', '.', '2026-12-31.', 'x.y.z'])
      expect(await incidents.find(scope, made)).toBeUndefined();
  });

  it('are listed by their days, the last of a year and the first of the next', async () => {
    const incidents = open();
    const scope = freshScope();
    const ids = ['2026-12-30.a', '2026-12-31.b', '2027-01-01.c', '2027-01-02.d'];
    for (const incidentId of ids) await incidents.create(anIncident({ ...scope, incidentId }));
    const found = await incidents.ofDays(scope, '2026-12-31', '2027-01-01');
    expect(found.map(({ incidentId }) => incidentId).toSorted()).toEqual(['2026-12-31.b', '2027-01-01.c']);
  });
});

describe.each([
  ['the table', () => dynamoDutyRosters(engine.table)],
  ['the fake', fakeDutyRosters],
])('duty rosters in %s', (_, open) => {
  it('are one a street, each over its version before', async () => {
    const rosters = open();
    const { district } = freshScope();
    const roster = { district, street: 'S01', shifts: [], history: [], version: 1 };
    expect(await rosters.put(roster)).toBe('stored');
    expect(await rosters.put({ ...roster, otherwise: 'fire' })).toBe('conflict');
    expect(await rosters.put({ ...roster, otherwise: 'fire', version: 2 })).toBe('stored');
    expect(await rosters.find({ district }, 'S01')).toMatchObject({ otherwise: 'fire', version: 2 });
    expect(await rosters.all({ district })).toHaveLength(1);
    expect(await rosters.find({ district }, 'S02')).toBeUndefined();
  });
});

describe('an incident in the outbox', () => {
  it('comes up for the sweep from its next alarm on, and never once it is handled', async () => {
    const incidents = dynamoIncidents(engine.table);
    const scope = freshScope();
    const incident = anIncident(scope);
    await incidents.create(incident);
    const pending = async (before: string) => {
      const found = [];
      for await (const entry of dynamoOutbox(engine.table).pending(new Date(before))) {
        if (entry.district === scope.district) found.push(entry);
      }
      return found;
    };
    expect(await pending('2026-12-31T16:00:59.999Z')).toEqual([]);
    expect(await pending('2026-12-31T16:01:00.001Z')).toEqual([
      { task: 'watch-incident', district: scope.district, incidentId: incident.incidentId },
    ]);
    const handled = { status: 'resolved', handledAt: '2026-12-31T16:02:00.000Z' } as const;
    await incidents.change(nextIncident(incident, handled));
    expect(await pending('2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('costs at most 4 write units reported, 4 answered, 3 resolved', async () => {
    const meter = meteredTable(engine.table);
    const incidents = dynamoIncidents(meter.table);
    const step = { at: '2026-12-31T16:00:00.000Z', by: 'inspector-1' };
    const words = '门前消防通道被两辆电动自行车占用，联系不上车主，需要现场处置。';
    const incident = anIncident({ ...freshScope(), words, photos: ['0198f000-0000-7000-8000-000000000001'] });
    const answered = acknowledge(incident, '三分钟到', step);
    if (!answered || 'refused' in answered) throw new Error('refused');
    const unitsOf = async (write: () => Promise<unknown>) => {
      meter.take();
      await write();
      return meter.take();
    };
    expect(await unitsOf(() => incidents.create(incident))).toBeLessThanOrEqual(4);
    expect(await unitsOf(() => incidents.change(answered))).toBeLessThanOrEqual(4);
    const handled = { status: 'resolved', handledAt: step.at } as const;
    expect(await unitsOf(() => incidents.change(nextIncident(answered, handled)))).toBeLessThanOrEqual(3);
  });
});
