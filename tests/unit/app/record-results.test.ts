import { describe, expect, it } from 'vitest';
import { recogniseResults } from '../../../lib/app/field/recognise-results.ts';
import { recordResults } from '../../../lib/app/field/record-results.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aCalendar } from '../../support/a-plan.ts';
import { aRequest, inspector } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const now = '2026-12-09T02:00:00.000Z';
const underWay = {
  status: 'under-way',
  checkedInAt: '2026-12-09T01:05:00.000Z',
  notice: { ...aVisit().notice, status: 'sent' },
  outbox: undefined,
} as const;
const compliant = (itemId: string) => ({ itemId, outcome: 'compliant' });
const blocked = { description: '疏散通道堵塞', severity: 'minor' };

const aDoor = async (visit: Visit) => {
  const ports = fakePorts();
  await ports.calendars.put(district, aCalendar(), 0);
  await ports.visits.create(visit);
  const record = (unit: string, checks: readonly object[], more: object = {}) =>
    recordResults(
      ports,
      aRequest('record-results', {
        params: { visitId: visit.visitId },
        body: { checks },
        principal: inspector(unit),
        now,
        ...more,
      }),
    );
  return {
    ports,
    record,
    stored: () => [...ports.visits.stored.values()].find(({ visitId }) => visitId === visit.visitId),
  };
};
const faultsOf = (answer: object) =>
  'errors' in answer
    ? (answer.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)
    : [];

describe('recording results', () => {
  it('keeps the outcome of each check, and is done with the last of all units', async () => {
    const { ports, record, stored } = await aDoor(aJointVisit(underWay));
    expect(await record('fire', [compliant('I0001')])).toMatchObject({ status: 'under-way' });
    expect(ports.queues.sent.recognise).toEqual([]);
    expect(await record('market-S03', [compliant('I0301')])).toMatchObject({ status: 'done', version: 3 });
    expect(stored()).toMatchObject({ doneAt: now, outbox: { task: 'recognise-results' } });
    expect(ports.queues.sent.recognise).toEqual([{ ...district, visitId: stored()?.visitId }]);
  });

  it('gives a finding an id, a state and the usual deadline where it names none', async () => {
    const { record, stored } = await aDoor(aVisit(underWay));
    const findings = [blocked, { ...blocked, due: '2026-12-20', severity: 'major' }];
    const usual = await record('fire', [{ itemId: 'I0001', outcome: 'finding', findings }]);
    expect(usual).toMatchObject({ status: 'done' });
    expect(stored()?.attending[0]?.checks[0]?.findings).toEqual([
      expect.objectContaining({ findingId: `${aVisit().businessId}.id-0001`, status: 'open', due: '2026-12-30' }),
      expect.objectContaining({ findingId: `${aVisit().businessId}.id-0002`, status: 'open', due: '2026-12-20' }),
    ]);
  });

  it('loses nothing where two units record at once', async () => {
    const { ports, record, stored } = await aDoor(aJointVisit(underWay));
    const change = ports.visits.change;
    let raced = false;
    ports.visits.change = async (visit) => {
      if (!raced) {
        raced = true;
        await record('market-S03', [compliant('I0301')]);
      }
      return change(visit);
    };
    expect(await record('fire', [compliant('I0001')])).toMatchObject({ status: 'done' });
    expect(stored()?.attending.flatMap(({ checks }) => checks.map(({ outcome }) => outcome))).toEqual([
      'compliant',
      'compliant',
    ]);
  });

  it('the same outcome again changes nothing, even once the visit is done; another is refused', async () => {
    const { record, stored } = await aDoor(aVisit(underWay));
    await record('fire', [compliant('I0001')]);
    const done = stored();
    expect(await record('fire', [compliant('I0001')])).toMatchObject({ status: 'done' });
    expect(stored()).toEqual(done);
    const other = await record('fire', [{ itemId: 'I0001', outcome: 'not-checked', reason: '停业' }]);
    expect(faultsOf(other)).toEqual(['checks[0].outcome result-stands']);
  });

  it.each([
    ['a check that the visit has not', [compliant('I0999')], 'checks[0].itemId item-not-in-visit'],
    ['another unit’s check', [compliant('I0301')], 'checks[0].itemId item-of-other-unit'],
    ['the same check twice', [compliant('I0001'), compliant('I0001')], 'checks[1].itemId duplicate'],
    [
      'a deadline before the visit',
      [{ itemId: 'I0001', outcome: 'finding', findings: [{ ...blocked, due: '2026-12-08' }] }],
      'checks[0].findings[0].due due-past',
    ],
  ])('refuses %s', async (_, checks, fault) => {
    const { record, stored } = await aDoor(aJointVisit(underWay));
    expect(faultsOf(await record('fire', checks))).toEqual([fault]);
    expect(stored()?.version).toBe(1);
  });

  it.each(['planned', 'notified', 'acknowledged', 'cancelled'] as const)(
    'refuses a visit that is %s',
    async (status) => {
      const { record } = await aDoor(aVisit({ status }));
      expect(await record('fire', [compliant('I0001')])).toMatchObject({ refused: 'state-conflict' });
    },
  );

  it('refuses to guess a deadline that the calendar does not reach', async () => {
    const { record } = await aDoor(aVisit(underWay));
    const checks = [{ itemId: 'I0001', outcome: 'finding', findings: [blocked] }];
    expect(await record('fire', checks, { now: '2026-12-28T02:00:00.000Z' })).toMatchObject({
      refused: 'calendar-unknown',
    });
  });

  it('finds no visit of another unit', async () => {
    const { record } = await aDoor(aVisit(underWay));
    expect(await record('market-S03', [compliant('I0301')])).toMatchObject({ refused: 'not-found' });
  });
});

describe('recognising results', () => {
  const message = { ...district, visitId: aVisit().visitId };

  it('keeps what was checked for its class’s days, whoever it was for, and what was not checked counts for nothing', async () => {
    const { ports, record, stored } = await aDoor(aJointVisit(underWay));
    await record('fire', [compliant('I0001')]);
    await record('market-S03', [{ itemId: 'I0301', outcome: 'not-checked', reason: '负责人不在' }]);
    await recogniseResults(ports, message);
    const known = (await ports.results.ofBusinesses(district, [aVisit().businessId])).get(aVisit().businessId);
    expect([...(known?.values() ?? [])]).toEqual([
      {
        visitId: aVisit().visitId,
        department: 'fire',
        itemId: 'I0001',
        on: '2026-12-09',
        recognitionClass: 'fire-exits',
        validUntil: '2027-06-07',
      },
    ]);
    expect(stored()?.outbox).toBeUndefined();
  });

  it('lets each finding begin its own life, once, however often the message comes', async () => {
    const { ports, record, stored } = await aDoor(aJointVisit(underWay));
    const findings = [blocked, { ...blocked, due: '2026-12-20' }];
    await record('fire', [{ itemId: 'I0001', outcome: 'finding', findings }]);
    await record('market-S03', [compliant('I0301')]);
    expect(ports.findings.stored.size).toBe(0);
    await recogniseResults(ports, message);
    const begun = await ports.findings.ofBusiness(district, aVisit().businessId);
    expect(begun.map(({ findingId }) => findingId).toSorted()).toEqual(
      stored()?.attending[0]?.checks[0]?.findings?.map(({ findingId }) => findingId),
    );
    expect(begun[0]).toMatchObject({
      status: 'open',
      department: 'fire',
      sharedWith: ['health'],
      foundOn: '2026-12-09',
      clocks: [{ kind: 'correct', deadline: { dueOn: '2026-12-20' } }],
    });
    const [first] = begun;
    await ports.findings.change({ ...(first ?? aFinding()), status: 'answered', version: 2 });
    await ports.visits.change({
      ...(stored() ?? aVisit()),
      outbox: { task: 'recognise-results', since: now },
      version: 5,
    });
    await recogniseResults(ports, message);
    expect(await ports.findings.find(district, first?.findingId ?? '')).toMatchObject({
      status: 'answered',
      version: 2,
    });
  });

  it('stays quiet the second time, and before the visit is done', async () => {
    const { ports, record, stored } = await aDoor(aVisit(underWay));
    await recogniseResults(ports, message);
    expect(stored()?.version).toBe(1);
    await record('fire', [compliant('I0001')]);
    await recogniseResults(ports, message);
    const after = stored();
    await recogniseResults(ports, message);
    expect(stored()).toEqual(after);
  });

  it('gives a notice that was overtaken by the results its turn again', async () => {
    const due = { ...underWay, notice: aVisit().notice, outbox: aVisit().outbox };
    const { ports, record, stored } = await aDoor(aVisit(due));
    await record('fire', [compliant('I0001')]);
    expect(stored()?.outbox?.task).toBe('recognise-results');
    await recogniseResults(ports, message);
    expect(stored()).toMatchObject({ notice: { status: 'due' }, outbox: { task: 'send-notice' } });
  });
});
