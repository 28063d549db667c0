import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announceFiles } from '../../../lib/app/field/announce-files.ts';
import { getFile } from '../../../lib/app/field/get-file.ts';
import { recordResults } from '../../../lib/app/field/record-results.ts';
import { scanFile } from '../../../lib/app/field/scan-file.ts';
import { sha256 } from '../../../lib/app/sha256.ts';
import { brokenResults } from '../../../lib/domain/field/result-chain.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aCalendar } from '../../support/a-plan.ts';
import { aRequest, inspector } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { aCheck, aJointVisit, anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const now = '2026-12-09T02:00:00.000Z';
const underWay = { status: 'under-way', checkedInAt: '2026-12-09T01:05:00.000Z', outbox: undefined } as const;
const { visitId } = aVisit();
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const photo = {
  fileId: `${visitId}.f1`,
  kind: 'photo',
  contentType: 'image/jpeg',
  bytes: jpeg.byteLength,
  sha256: createHash('sha256').update(jpeg).digest('hex'),
} as const;
const blocked = { description: '疏散通道堵塞', severity: 'minor', due: '2026-12-20' };

const aDoor = async (visit: Visit = aVisit(underWay)) => {
  const ports = fakePorts();
  await ports.calendars.put(district, aCalendar(), 0);
  await ports.visits.create(visit);
  const record = (unit: string, checks: readonly object[], more: { body?: object; now?: string } = {}) =>
    recordResults(
      ports,
      aRequest('record-results', {
        params: { visitId: visit.visitId },
        body: { checks, ...more.body },
        principal: inspector(unit),
        now: more.now ?? now,
      }),
    );
  const stored = (): Visit => [...ports.visits.stored.values()].find((one) => one.visitId === visit.visitId) ?? visit;
  return { ports, record, stored, check: () => stored().attending[0]?.checks[0] };
};
const faultsOf = (answer: object) =>
  'errors' in answer
    ? (answer.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)
    : [];
const compliant = { itemId: 'I0001', outcome: 'compliant' };

describe('what an inspector saw', () => {
  const questions = [
    { questionId: 'exit', text: '疏散通道畅通', kind: 'yes-no', required: true },
    { questionId: 'width', text: '通道净宽', kind: 'measurement', unit: 'm', atLeast: 1.1 },
  ] as const;
  const asked = () => aDoor(aVisit({ ...underWay, attending: [anAttendance({ checks: [aCheck({ questions })] })] }));

  it('is kept with the result: answers, measurements with their units, evidence', async () => {
    const { ports, record, check } = await asked();
    ports.files.put('shangcheng', photo.fileId, photo.contentType, jpeg);
    const seen = {
      answers: [{ questionId: 'exit', answer: 'yes', note: '二层有杂物，已清' }],
      measurements: [{ questionId: 'width', name: '净宽', value: 1.2, unit: 'm' }],
      files: [photo],
    };
    expect(await record('fire', [{ ...compliant, ...seen }])).toMatchObject({ status: 'done' });
    expect(check()).toMatchObject(seen);
  });

  it('is asked yes or no for each line of a checklist that has no questions of its own', async () => {
    const { record } = await aDoor();
    const answers = [{ questionId: 'c1', answer: 'not-applicable' }];
    expect(await record('fire', [{ ...compliant, answers }])).toMatchObject({ status: 'done' });
  });

  it.each([
    [
      'an answer to no question',
      { answers: [{ questionId: 'c9', answer: 'yes' }] },
      'answers[0].questionId question-unknown',
    ],
    ['yes in other words', { answers: [{ questionId: 'exit', answer: '是' }] }, 'answers[0].answer answer-yes-no'],
    [
      'a number given in words',
      { answers: [{ questionId: 'width', answer: '1' }] },
      'answers[0].questionId question-measured',
    ],
    [
      'another unit',
      { measurements: [{ questionId: 'width', name: '净宽', value: 120, unit: 'cm' }] },
      'measurements[0].unit unit-other',
    ],
    ['a question that must be answered left out', {}, 'answers answer-missing'],
  ])('is refused where it has %s', async (_, seen, fault) => {
    const { record, check } = await asked();
    expect(faultsOf(await record('fire', [{ ...compliant, ...seen }]))).toContain(`checks[0].${fault}`);
    expect(check()?.outcome).toBeUndefined();
  });
});

describe('evidence', () => {
  it.each([
    ['that was never uploaded', photo, 'files[0].fileId file-missing'],
    ['of another visit', { ...photo, fileId: 'other.v2.f1' }, 'files[0].fileId file-missing'],
    ['that browsers could run', { ...photo, contentType: 'text/html' }, 'files[0].contentType file-type'],
  ])('%s is refused', async (_, file, fault) => {
    const { record } = await aDoor();
    expect(faultsOf(await record('fire', [{ ...compliant, files: [file] }]))).toEqual([`checks[0].${fault}`]);
  });

  it.each([
    [{ bytes: 8 }, 'bytes file-size-differs'],
    [{ sha256: '0'.repeat(64) }, 'sha256 file-hash-differs'],
    [{ contentType: 'image/png' }, 'contentType file-type-differs'],
  ])('that is not what is said of it is refused by what differs: %j', async (other, fault) => {
    const { ports, record } = await aDoor();
    ports.files.put('shangcheng', photo.fileId, photo.contentType, jpeg);
    expect(faultsOf(await record('fire', [{ ...compliant, files: [{ ...photo, ...other }] }]))).toEqual([
      `checks[0].files[0].${fault}`,
    ]);
  });

  it('is announced only once somebody is in, under ids that begin with the visit', async () => {
    const { ports } = await aDoor();
    const ask = (of: typeof ports) =>
      announceFiles(
        of,
        aRequest('announce-files', {
          params: { visitId },
          body: { files: [{ contentType: 'image/jpeg', bytes: 7, sha256: photo.sha256 }] },
          principal: inspector('fire'),
          now,
        }),
      );
    expect(await ask(ports)).toMatchObject({ items: [{ fileId: `${visitId}.id-0001` }] });
    const { ports: early } = await aDoor(aVisit({ status: 'notified' }));
    expect(await ask(early)).toMatchObject({ refused: 'state-conflict' });
  });

  const fetched = (ports: ReturnType<typeof fakePorts>, unit = 'fire') =>
    getFile(
      ports,
      aRequest('get-file', { params: { visitId, fileId: photo.fileId }, principal: inspector(unit), now }),
    );

  it('is handed out once it was scanned, and not before', async () => {
    const { ports, record } = await aDoor();
    ports.files.put('shangcheng', photo.fileId, photo.contentType, jpeg);
    await record('fire', [{ ...compliant, files: [photo] }]);
    const waiting = await fetched(ports);
    expect(waiting).toMatchObject({ scan: 'pending' });
    expect(waiting).not.toHaveProperty('url');
    const [message] = ports.queues.sent.scan;
    expect(message).toEqual({ ...district, fileId: photo.fileId });
    for (const _ of [1, 2]) await scanFile(ports, { ...district, fileId: photo.fileId });
    expect(await fetched(ports)).toMatchObject({ scan: 'clean', url: expect.stringContaining(photo.fileId) });
    expect([...ports.scannedFiles.stored.values()]).toMatchObject([{ version: 2 }]);
    expect(await fetched(ports, 'market-S03')).toMatchObject({ refused: 'not-found' });
  });

  it.each([
    ['is no photo', new TextEncoder().encode('<script>'), 'other-type'],
    [
      'holds a program',
      new Uint8Array([...jpeg, ...new TextEncoder().encode('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')]),
      'program-inside',
    ],
  ])('is never handed out where it %s, and says why', async (_, content, why) => {
    const { ports, record } = await aDoor();
    ports.files.put('shangcheng', photo.fileId, photo.contentType, content);
    const file = { ...photo, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') };
    await record('fire', [{ ...compliant, files: [file] }]);
    await scanFile(ports, { ...district, fileId: photo.fileId });
    const answer = await fetched(ports);
    expect(answer).toMatchObject({ scan: 'refused', why });
    expect(answer).not.toHaveProperty('url');
  });
});

describe('a correction', () => {
  const correct = (version: number, more: object = {}) => ({
    ...compliant,
    outcome: 'finding',
    findings: [blocked],
    corrects: { version, reason: '复看照片发现堵塞' },
    ...more,
  });

  it('makes a new version that names the old one, which stays on record', async () => {
    const { record, check, stored } = await aDoor();
    await record('fire', [compliant]);
    await record('fire', [correct(1)], { now: '2026-12-09T03:00:00.000Z' });
    expect(check()).toMatchObject({ outcome: 'finding', resultVersion: 2, corrects: { version: 1 } });
    expect(check()?.earlier).toMatchObject([{ version: 1, outcome: 'compliant', recordedAt: now }]);
    expect(stored()).toMatchObject({ status: 'done', outbox: { task: 'recognise-results' } });
    expect(stored().history.at(-1)).toMatchObject({
      action: 'results-corrected',
      reason: expect.stringContaining('复看'),
    });
  });

  it('sent twice changes nothing the second time', async () => {
    const { record, stored } = await aDoor();
    await record('fire', [compliant]);
    await record('fire', [correct(1)]);
    const once = stored();
    await record('fire', [correct(1)]);
    expect(stored()).toEqual(once);
  });

  it.each([
    [
      'another content without naming a version',
      { ...correct(1), corrects: undefined, outcome: 'compliant', findings: [], reason: '补充' },
      ' result-differs',
    ],
    ['a version that does not stand', correct(2), '.corrects.version corrects-other-version'],
  ])('is refused for %s', async (_, reported, fault) => {
    const { record } = await aDoor();
    await record('fire', [compliant]);
    expect(faultsOf(await record('fire', [reported]))).toEqual([`checks[0]${fault}`]);
  });

  it('is refused where nothing stands', async () => {
    const { record } = await aDoor();
    expect(faultsOf(await record('fire', [correct(1)]))).toEqual(['checks[0].corrects nothing-to-correct']);
  });

  it('keeps the findings that are followed up: they are closed in their own register', async () => {
    const { record, check } = await aDoor();
    await record('fire', [{ ...compliant, outcome: 'finding', findings: [blocked] }]);
    const findingId = check()?.findings?.[0]?.findingId;
    const dropped = { ...compliant, corrects: { version: 1, reason: '误录' } };
    expect(faultsOf(await record('fire', [dropped]))).toEqual(['checks[0].findings finding-lives-on']);
    await record('fire', [correct(1, { findings: [{ ...blocked, findingId, description: '一层疏散通道堵塞' }] })]);
    expect(check()?.findings).toMatchObject([{ findingId, description: '一层疏散通道堵塞' }]);
  });
});

describe('results that are sent later', () => {
  it('carry the time at which they were made', async () => {
    const { record, check } = await aDoor();
    await record('fire', [compliant], { body: { madeAt: '2026-12-09T01:30:00.000Z' } });
    expect(check()).toMatchObject({ madeAt: '2026-12-09T01:30:00.000Z', recordedAt: now });
  });

  it.each([
    ['before anybody was in', { madeAt: '2026-12-09T01:00:00.000Z' }, now, 'madeAt made-before-check-in'],
    ['ahead of now', { madeAt: '2026-12-09T03:00:00.000Z' }, now, 'madeAt time-ahead'],
    [
      'on an earlier day without a reason',
      { madeAt: '2026-12-09T01:30:00.000Z' },
      '2026-12-10T01:00:00.000Z',
      'lateReason backfill-needs-reason',
    ],
    [
      'more than ten days ago',
      { madeAt: '2026-12-09T01:30:00.000Z', lateReason: '无信号' },
      '2026-12-20T01:00:00.000Z',
      'madeAt backfill-late',
    ],
  ])('are refused where they were made %s', async (_, body, at, fault) => {
    const { record } = await aDoor();
    expect(faultsOf(await record('fire', [compliant], { body, now: at }))).toEqual([fault]);
  });

  it('are taken ten days later with a reason, which is on record', async () => {
    const { record, stored } = await aDoor();
    const body = { madeAt: '2026-12-09T01:30:00.000Z', lateReason: '地下室无信号' };
    expect(await record('fire', [compliant], { body, now: '2026-12-19T01:00:00.000Z' })).toMatchObject({
      status: 'done',
    });
    expect(stored().history.at(-2)?.reason).toContain('地下室无信号');
  });
});

describe('the chain of results', () => {
  const recorded = async () => {
    const door = await aDoor(aJointVisit(underWay));
    await door.record('fire', [compliant]);
    await door.record('market-S03', [{ ...compliant, itemId: 'I0301' }]);
    await door.record('fire', [{ ...compliant, reason: '补充', corrects: { version: 1, reason: '补充说明' } }]);
    return door;
  };

  it('holds over corrections, and the visit’s history ends in its head', async () => {
    const { stored } = await recorded();
    expect(brokenResults(stored(), sha256)).toEqual([]);
    expect(stored().history.findLast(({ digest }) => digest !== undefined)?.digest).toBe(stored().resultsHead);
  });

  const edited = (visit: Visit, change: (check: Visit['attending'][number]['checks'][number]) => object): Visit => ({
    ...visit,
    attending: visit.attending.map((attendance) => ({
      ...attendance,
      checks: attendance.checks.map((check) =>
        check.itemId === 'I0001' ? ({ ...check, ...change(check) } as typeof check) : check,
      ),
    })),
  });

  it.each([
    ['an outcome is changed', () => ({ outcome: 'finding' })],
    ['a photo’s hash is exchanged', () => ({ files: [{ ...photo, sha256: 'f'.repeat(64) }] })],
    ['the earlier version is taken away', () => ({ earlier: [] })],
    ['a time is set back', () => ({ recordedAt: '2026-12-08T00:00:00.000Z' })],
  ])('is broken where %s by hand', async (_, change) => {
    const { stored } = await recorded();
    expect(brokenResults(edited(stored(), change), sha256)).not.toEqual([]);
  });
});

describe('units that record at once', () => {
  const units = ['fire', 'health', 'market', 'police'] as const;
  const itemOf = (unit: string, n: number) => `I-${unit}-${n}`;
  const visit = aVisit({
    ...underWay,
    attending: units.map((unitId) =>
      anAttendance({ unitId, department: unitId, checks: [0, 1].map((n) => aCheck({ itemId: itemOf(unitId, n) })) }),
    ),
  });

  it('lose no answer and double none, in any order, however often each is sent', async () => {
    const recording = fc.record({
      unit: fc.constantFrom(...units),
      n: fc.constantFrom(0, 1),
      times: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(recording, { minLength: 1, maxLength: 8 }),
        fc.scheduler(),
        async (recordings, scheduler) => {
          const { ports, record, stored } = await aDoor(visit);
          const { find, change } = ports.visits;
          ports.visits.find = async (...given) => scheduler.schedule(find(...given));
          ports.visits.change = (next) => scheduler.schedule(Promise.resolve()).then(() => change(next));
          const sent = recordings.flatMap(({ unit, n, times }) =>
            Array.from({ length: times }, () =>
              record(unit, [
                {
                  itemId: itemOf(unit, n),
                  outcome: 'compliant',
                  answers: [{ questionId: 'c1', answer: 'yes', note: `${unit} ${n}` }],
                },
              ]),
            ),
          );
          const answers = Promise.all(sent);
          await scheduler.waitFor(answers);
          expect((await answers).filter((answer) => 'refused' in answer)).toEqual([]);
          const expected = new Set(recordings.map(({ unit, n }) => `${unit} ${n}`));
          const kept = stored().attending.flatMap(({ checks }) =>
            checks.flatMap(({ answers: own = [] }) => own.map(({ note }) => note)),
          );
          expect(kept.toSorted()).toEqual([...expected].toSorted());
          expect(stored().history.filter(({ action }) => action === 'results-recorded')).toHaveLength(expected.size);
          expect(brokenResults(stored(), sha256)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
