import { describe, expect, it } from 'vitest';
import { getRecognition } from '../../../lib/app/field/get-recognition.ts';
import { listRecognitions } from '../../../lib/app/field/list-recognitions.ts';
import { objectToRecognition } from '../../../lib/app/field/object-to-recognition.ts';
import { listPlanRequests } from '../../../lib/app/plans/list-plan-requests.ts';
import { visitToResults } from '../../../lib/domain/field/visit-results.ts';
import type { Plan, RequestRow } from '../../../lib/domain/plans/plan.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { requestsAnswered } from '../../../lib/domain/visits/visit-requests.ts';
import { aCalendar, aPlan, aRow } from '../../support/a-plan.ts';
import { aRequest, inspector, planner } from '../../support/a-request.ts';
import { aDistrict, addPlan, district, proposed } from '../../support/a-run.ts';
import { aCheck, aJointVisit, anAttendance } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const recordedAt = '2026-12-09T02:00:00.000Z';
const { visitId, businessId } = aJointVisit();
const health: Principal = { ...planner, subject: 'planner-health', department: 'health' };
const photo = {
  fileId: `${visitId}.f1`,
  kind: 'photo',
  contentType: 'image/jpeg',
  bytes: 7,
  sha256: '0'.repeat(64),
} as const;

const evidenceVisit = aJointVisit({
  status: 'done',
  doneAt: recordedAt,
  outbox: undefined,
  attending: aJointVisit().attending.map((attendance) => ({
    ...attendance,
    checks: attendance.checks.map((check) => ({
      ...check,
      outcome: 'compliant' as const,
      recordedAt,
      recordedBy: 'inspector-1',
      answers: [{ questionId: 'c1', answer: 'yes' }],
      files: [photo],
    })),
  })),
});
const sameVisit = aRow({ requestId: 'P2-1', businessId, department: 'health', items: ['I0201'] });
const later = {
  ...sameVisit,
  requestId: 'P2-2',
  satisfied: [{ visitId, department: 'fire', itemId: 'I0001', on: '2026-12-09' }],
};

const aRecognition = async (row: RequestRow = sameVisit, plan: Partial<Plan> = {}) => {
  const ports = fakePorts();
  await ports.calendars.put(district, aCalendar(), 0);
  await ports.visits.create(evidenceVisit);
  const batch = await ports.plans.writeBatch(district, 'P2', 'b1', [row]);
  const healths = aPlan({
    planId: 'P2',
    department: 'health',
    urgent: true,
    status: 'closed',
    batches: [batch],
    ...plan,
  });
  await ports.plans.create(healths);
  await ports.scannedFiles.create({ ...photo, district: 'shangcheng', visitId, scan: 'clean', version: 1 });
  const params = { planId: 'P2', requestId: row.requestId };
  const see = (principal = health) =>
    getRecognition(ports, aRequest('get-recognition', { params, principal, now: '2026-12-10T01:00:00.000Z' }));
  const object = (more: { principal?: Principal; now?: string } = {}) =>
    objectToRecognition(
      ports,
      aRequest('object-to-recognition', {
        params,
        body: { reason: '检查方法不符合卫生规范' },
        principal: health,
        now: '2026-12-10T01:00:00.000Z',
        ...more,
      }),
    );
  const visit = async () => ports.visits.find(district, visitId);
  const stateOf = async () => {
    const page = await listPlanRequests(
      ports,
      aRequest('list-plan-requests', { params: { planId: 'P2' }, principal: health }),
    );
    return 'refused' in page ? page.refused : page.items[0]?.disposition;
  };
  return { ports, see, object, visit, stateOf };
};

describe.each([
  ['in the same visit', sameVisit, 'done'],
  ['by an earlier result', later, 'satisfied'],
] as const)('a request that another department’s check answers %s', (_, row, before) => {
  it('comes with the evidence, and who looked at it is on record on both sides, once', async () => {
    const { ports, see, visit, stateOf } = await aRecognition(row);
    expect(await stateOf()).toBe(before);
    expect(await see()).toMatchObject({
      disposition: before,
      evidence: {
        visitId,
        department: 'fire',
        itemId: 'I0001',
        outcome: 'compliant',
        answers: [{ questionId: 'c1', answer: 'yes' }],
        files: [{ sha256: photo.sha256, url: expect.stringContaining(photo.fileId) }],
      },
      objectUntil: '2026-12-16',
    });
    expect(await see()).toMatchObject({ used: { by: health.subject, at: '2026-12-10T01:00:00.000Z' } });
    const using = await ports.plans.find(district, 'P2');
    expect(using?.uses).toMatchObject([{ requestId: row.requestId, visitId, itemId: 'I0001' }]);
    expect(using?.history.filter(({ action }) => action === 'used-evidence')).toHaveLength(1);
    const seen = await visit();
    expect(seen?.uses).toMatchObject([{ requestId: row.requestId, department: 'health' }]);
    expect(seen?.history.filter(({ action }) => action === 'evidence-used')).toHaveLength(1);
    const listed = await listRecognitions(
      ports,
      aRequest('list-recognitions', { params: { visitId }, principal: inspector('fire') }),
    );
    expect(listed).toMatchObject({
      uses: [{ department: 'health' }],
      items: [{ recognisedBy: [{ department: 'health' }] }, {}],
    });
  });

  it('goes back to planning where its department objects, on record on both sides', async () => {
    const { ports, object, visit, stateOf } = await aRecognition(row);
    expect(await object()).toMatchObject({ disposition: 'waiting', objection: { reason: '检查方法不符合卫生规范' } });
    expect(await stateOf()).toBe('waiting');
    const plan = await ports.plans.find(district, 'P2');
    expect(plan).toMatchObject({ status: 'consolidated', objections: [{ requestId: row.requestId, visitId }] });
    const [entry] = (await visit())?.objections ?? [];
    expect(entry).toEqual(plan?.objections?.[0]);
    const standing = await visit();
    expect(standing && requestsAnswered(standing).has(row.requestId)).toBe(false);
    expect(standing && requestsAnswered(standing).has('P1-1')).toBe(true);
  });

  it('stays as it is where the objection is sent twice', async () => {
    const { object, visit } = await aRecognition(row);
    await object();
    const once = await visit();
    expect(await object()).toMatchObject({ objection: { department: 'health' } });
    expect(await visit()).toEqual(once);
  });

  it('can be objected to for five working days, and while its window is open', async () => {
    const { object } = await aRecognition(row);
    expect(await object({ now: '2026-12-17T01:00:00.000Z' })).toMatchObject({
      refused: 'objection-refused',
      errors: [{ code: 'objection-late', values: { until: '2026-12-16' } }],
    });
    const { object: closed } = await aRecognition({ ...row, due: '2026-12-10' });
    expect(await closed({ now: '2026-12-11T01:00:00.000Z' })).toMatchObject({ errors: [{ code: 'objection-window' }] });
    expect(await object({ now: '2026-12-16T08:00:00.000Z' })).toMatchObject({ disposition: 'waiting' });
  });

  it('is nobody else’s to see or to object to', async () => {
    const { see, object } = await aRecognition(row);
    expect(await see(planner)).toMatchObject({ refused: 'not-found' });
    expect(await object({ principal: planner })).toMatchObject({ refused: 'not-found' });
  });
});

it('a request that nothing answers, or its own department’s result, is not one to object to', async () => {
  const own = { ...later, satisfied: [{ visitId, department: 'health', itemId: 'I0001', on: '2026-12-09' }] };
  const waiting = await aRecognition({ ...sameVisit, requestId: 'P2-9' });
  expect(await waiting.object()).toMatchObject({ refused: 'not-found', errors: [{ code: 'not-recognised' }] });
  const { ports, object } = await aRecognition(own);
  const mine = {
    ...evidenceVisit,
    version: 2,
    attending: [anAttendance({ department: 'health', checks: [aCheck({ outcome: 'compliant', recordedAt })] })],
  };
  await ports.visits.change(mine);
  expect(await object()).toMatchObject({ refused: 'objection-refused', errors: [{ code: 'own-result' }] });
});

it('an objected request is planned again, and the same result does not satisfy it another time', async () => {
  const evidence = { visitId: 'B-01.v0', department: 'fire', itemId: 'I0001', on: '2026-11-20' };
  const objection = {
    planId: 'P2',
    department: 'health',
    visitId: 'B-01.v0',
    itemId: 'I0001',
    reason: 'x',
    by: 'p',
    at: recordedAt,
  };
  const planned = async (objections: Plan['objections']) => {
    const ports = await aDistrict();
    await ports.results.record(district, 'B-01', [
      { ...evidence, recognitionClass: 'exits', validUntil: '2027-05-01' },
    ]);
    await addPlan(ports, {
      plan: {
        planId: 'P2',
        department: 'health',
        items: ['I0201'],
        type: 'routine',
        ...(objections ? { objections } : {}),
      },
      rows: [{ items: ['I0201'], satisfied: [evidence] }],
    });
    const { figures } = await proposed(ports);
    return { scheduled: figures?.scheduled, satisfied: figures?.satisfied };
  };
  expect(await planned(undefined)).toMatchObject({ scheduled: 0 });
  const requestId = 'P2-1';
  expect(await planned([{ ...objection, requestId }])).toEqual({ scheduled: 1, satisfied: 0 });
});

it('a corrected result is no younger than the check, takes the place of the one it corrects, and of none is valid on no day', () => {
  const [attendance] = evidenceVisit.attending;
  const earlier = [{ version: 1, outcome: 'compliant', recordedAt, recordedBy: 'x' }] as const;
  const corrected = (outcome: 'finding' | 'not-checked') =>
    visitToResults({
      ...evidenceVisit,
      attending: [
        anAttendance({
          checks: [
            {
              ...(attendance?.checks[0] ?? aCheck()),
              outcome,
              recordedAt: '2026-12-15T02:00:00.000Z',
              resultVersion: 2,
              earlier,
            },
          ],
        }),
      ],
    });
  expect(corrected('finding')).toMatchObject([{ on: '2026-12-09', validUntil: '2027-06-07', version: 2 }]);
  expect(corrected('not-checked')).toMatchObject([{ on: '2026-12-09', validUntil: '2026-12-08', version: 2 }]);
});
