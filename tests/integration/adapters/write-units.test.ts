import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoCatalogue } from '../../../infra/local/demo/catalogue.ts';
import { dynamoAnswers } from '../../../lib/adapters/dynamo/answers.ts';
import { dynamoCommands } from '../../../lib/adapters/dynamo/commands.ts';
import { dynamoFindings } from '../../../lib/adapters/dynamo/findings.ts';
import { dynamoKnownResults } from '../../../lib/adapters/dynamo/known-results.ts';
import { dynamoPlans } from '../../../lib/adapters/dynamo/plans.ts';
import { dynamoScannedFiles } from '../../../lib/adapters/dynamo/scanned-files.ts';
import { visitAttributes } from '../../../lib/adapters/dynamo/visit-item.ts';
import { dynamoVisits } from '../../../lib/adapters/dynamo/visits.ts';
import { systemIds } from '../../../lib/adapters/ids.ts';
import { recogniseResults } from '../../../lib/app/field/recognise-results.ts';
import { sha256 } from '../../../lib/app/sha256.ts';
import { decideCheckIn } from '../../../lib/domain/field/decide-check-in.ts';
import { decideResults, type ReportedCheck } from '../../../lib/domain/field/decide-results.ts';
import { noteScan, toScan } from '../../../lib/domain/field/scanned-file.ts';
import { raiseNotice } from '../../../lib/domain/notices/notice-change.ts';
import { recordDelivery } from '../../../lib/domain/notices/notice-delivery.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/refusal.ts';
import { claimDay, noClaims } from '../../../lib/domain/schedule/day-claims.ts';
import { newCommand, settleCommand } from '../../../lib/domain/schedule/schedule-command.ts';
import type { Attendance, Check, CitedPlan } from '../../../lib/domain/visits/checks.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aPlan } from '../../support/a-plan.ts';
import { anAttendance, aVisit } from '../../support/a-visit.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { meteredTable, sizeOfItem } from '../../support/adapters/write-units.ts';
import { fakeCalendars, fakeSettings } from '../../support/fakes/catalogue.ts';
import { fixedClock } from '../../support/fakes/time-ids-links.ts';

const engine = embeddedTable();
let meter: ReturnType<typeof meteredTable>;
beforeAll(() => {
  meter = meteredTable(engine.table);
});

/** The figures of docs/data.md: `MEASURE=1 npx vitest run --project integration write-units`. */
const measured = (what: string, figure: number): number => {
  if (process.env.MEASURE) process.stdout.write(`${what}: ${figure}\n`);
  return figure;
};

const unitsOf = async (what: string, write: () => Promise<unknown>): Promise<number> => {
  meter.take();
  await write();
  return measured(what, meter.take());
};

const answerOnce = async (district: string) => {
  const answers = dynamoAnswers(meter.table);
  const key = { district, subject: 'inspector-1', key: systemIds.next() };
  await answers.claim(key, 'h'.repeat(64), systemIds.next(), now);
  await answers.keep(key, { status: 200, body: JSON.stringify(aTypicalVisit(district, departments.slice(0, 2))) }, now);
};

const decided = (next: Visit | Refusal | undefined): Visit => {
  if (!next || isRefusal(next)) throw new Error(`refused: ${JSON.stringify(next)}`);
  return next;
};
const unitAt = ({ attending }: Visit, at: number): string => attending[at]?.unitId ?? '';

const creditCode = () => {
  const digits = Array.from({ length: 8 }, () => '0123456789ABCDEFGHJKLMNPQRTUWXY'[randomInt(31)]).join('');
  return `91330102MA${digits}-01`;
};

const catalogue = demoCatalogue('2026-11-23').map(({ item }) => item);
const now = new Date('2026-11-23T01:00:00.000Z');

const checkOf = (item: (typeof catalogue)[number], planId: string, n: number): Check => ({
  itemId: item.itemId,
  name: item.name,
  recognitionClass: item.recognitionClass ?? item.itemId,
  recognitionDays: item.recognitionDays,
  minutes: item.minutes,
  legalBasis: item.legalBasis,
  checklist: item.checklist,
  serves: [{ requestId: `${planId}.${n}`, planId, department: item.department, itemId: item.itemId }],
});

/** A visit as the demo's catalogue makes them: each department attends with a team of two, its own plan and two checks. */
const aTypicalVisit = (district: string, departments: readonly string[]): Visit => {
  const businessId = creditCode();
  const plans: CitedPlan[] = departments.map((department) => ({
    planId: systemIds.next(),
    department,
    title: '宾馆、旅店2026年第四季度监督抽查',
    type: 'routine',
    legalBasis: '《中华人民共和国消防法》第五十三条',
    approvedBy: '区人民政府',
    reference: '上政办发〔2026〕17号',
    orderedFromAbove: false,
  }));
  const attending: Attendance[] = plans.map(({ planId, department }, at) =>
    anAttendance({
      unitId: `${department}-S03`,
      unitName: '上城区湖滨街道综合行政执法队',
      department,
      team: [1, 2].map((n) => ({
        inspectorId: `${department}-${at}${n}`,
        name: '陈建国',
        certificate: `ZJ0102${at}${n}3344`,
      })),
      checks: catalogue
        .filter((item) => item.department === department)
        .slice(0, 2)
        .map((item, n) => checkOf(item, planId, at * 100 + n)),
    }),
  );
  return aVisit({
    district,
    businessId,
    visitId: `${businessId}.${systemIds.next()}`,
    consolidationId: systemIds.next(),
    code: creditCode().slice(10, 18),
    plans,
    attending,
  });
};

type Reported = Omit<ReportedCheck, 'itemId'>;
const compliant: Reported = { outcome: 'compliant', findings: [] };
/** The first check of a visit finds something, the others do not. */
const withAFinding = ({ visitId, attending }: Visit, itemId: string): Reported => {
  const first = attending[0]?.checks[0];
  if (first?.itemId !== itemId) return compliant;
  return {
    outcome: 'finding',
    findings: [{ description: '二层疏散通道堆放布草车三辆，安全出口标识被遮挡', severity: 'minor', evidence: [] }],
    answers: first.checklist.map((_, n) => ({ questionId: `c${n + 1}`, answer: n === 0 ? 'no' : 'yes' })),
    files: [
      {
        ...{ fileId: `${visitId}.${systemIds.next()}`, kind: 'photo', name: '现场照片.jpg' },
        ...{ contentType: 'image/jpeg', bytes: 2_345_678, sha256: sha256(visitId) },
      },
    ],
  };
};

const departments = [...new Set(catalogue.map(({ department }) => department))];

describe('write units', () => {
  it('of 1 000 requests submitted are at most 15', async () => {
    const { district } = freshScope();
    const plans = dynamoPlans(meter.table);
    const planId = systemIds.next();
    const rows = Array.from({ length: 4_000 }, (_, n) => ({
      requestId: `${planId}.${n}`,
      businessId: creditCode(),
      department: departments[n % 3] ?? '',
      items: catalogue.slice(n % 3, (n % 3) + 2).map(({ itemId }) => itemId),
      notBefore: '2026-12-01',
      due: '2026-12-31',
    }));
    const units = await unitsOf('4 000 requests', async () => {
      const batches = [await plans.writeBatch({ district }, planId, 'b1', rows)];
      await plans.create(aPlan({ district, planId, batches }));
    });
    expect(units / 4).toBeLessThanOrEqual(15);
  });

  it.each([
    [1, 12],
    [2, 12],
    [3, 12],
    [6, 12],
  ])('of a visit of %i departments, published and its notice sent, are at most %i', async (count, most) => {
    const { district } = freshScope();
    const visits = dynamoVisits(meter.table);
    const visit = aTypicalVisit(district, departments.slice(0, count));
    const published = await unitsOf(`visit of ${count} created`, () => visits.create(visit));
    const sent = recordDelivery(visit, [{ channel: 'portal', status: 'sent', at: now.toISOString() }], now);
    const notified = await unitsOf(`visit of ${count} notified`, () => visits.change(sent));
    expect(published + notified).toBeLessThanOrEqual(most);
  });

  it.each([
    ['all compliant', 28, () => compliant],
    ['one a finding with its answers and a photo', 40, withAFinding],
  ])(
    'of a visit of two departments checked in, recorded and recognised, %s, are at most %i for its four results',
    async (_, most, resultOf) => {
      const { district } = freshScope();
      const visits = dynamoVisits(meter.table);
      const results = dynamoKnownResults(meter.table);
      const scannedFiles = dynamoScannedFiles(meter.table);
      const planned = aTypicalVisit(district, departments.slice(0, 2));
      const visit = { ...recordDelivery(planned, [], now), version: 1, day: '2026-11-23', start: '09:00' };
      await visits.create(visit);
      const answered = await unitsOf('answer kept by key', () => answerOnce(district));
      const checkedIn = decided(
        decideCheckIn(visit, {
          by: 'inspector-1',
          unitId: unitAt(visit, 0),
          code: visit.code,
          now,
          numberInYear: 1,
          backfillDays: 10,
          farMetres: 300,
        }),
      );
      let total = answered + (await unitsOf('check-in', () => visits.change(checkedIn)));
      let standing = checkedIn;
      for (const { unitId, checks } of visit.attending) {
        const command = {
          by: 'inspector-1',
          unitId,
          now,
          checks: checks.map(({ itemId }) => ({ itemId, ...resultOf(visit, itemId) })),
          usualDue: '2026-12-20',
          backfillDays: 10,
          hash: sha256,
          nextFindingId: systemIds.next,
        };
        standing = decided(decideResults(standing, command));
        total += answered + (await unitsOf('results of a unit', () => visits.change(standing)));
      }
      for (const file of standing.attending.flatMap(({ checks }) => checks.flatMap(({ files = [] }) => files))) {
        const named = toScan(file, visit, now.toISOString());
        total += await unitsOf('file named', () => scannedFiles.create(named));
        const scanned = noteScan(named, undefined, now.toISOString()) ?? named;
        total += await unitsOf('file scanned', () => scannedFiles.change(scanned));
      }
      const findings = dynamoFindings(meter.table);
      const [settings, calendars] = [fakeSettings(), fakeCalendars()];
      const ports = { visits, results, findings, settings, calendars, clock: fixedClock(now.toISOString()) };
      const message = { district, visitId: visit.visitId };
      total += await unitsOf('recognition', () => recogniseResults(ports, message));
      expect(measured('checked in, recorded, recognised', total)).toBeLessThanOrEqual(most);
    },
  );

  it('of a move, ordered, applied and its notice sent, are at most 16', async () => {
    const { district } = freshScope();
    const visits = dynamoVisits(meter.table);
    const commands = dynamoCommands(meter.table);
    const visit = recordDelivery(aTypicalVisit(district, departments.slice(0, 2)), [], now);
    await visits.create({ ...visit, version: 1 });
    const order = { at: now.toISOString(), by: 'c', reason: '主体申请', commandId: systemIds.next() };
    const change = { kind: 'reschedule-visit', visitId: visit.visitId, day: '2026-12-10', start: '09:00' } as const;
    const command = newCommand(
      {
        commandId: order.commandId,
        district,
        change: { ...change, reason: order.reason, consent: false, teamsKept: false },
        sentBy: 'coordinator-1',
      },
      now,
    );
    let total = await unitsOf('command ordered', () => commands.create(command));
    const claims = claimDay(noClaims(district, '2026-12-10'), [visit], { by: order.commandId, now });
    total += await unitsOf('day claimed', () => visits.claimDay(claims));
    const moved: Visit = {
      ...visit,
      day: '2026-12-10',
      history: [...visit.history, { ...order, action: 'rescheduled' }],
      version: 2,
    };
    const told = { ...moved, ...raiseNotice(visit, moved, order.at) };
    total += await unitsOf('visit moved', () => visits.change(told));
    const settled = settleCommand(command, { outcome: { visitId: visit.visitId } }, now);
    total += await unitsOf('command settled', () => commands.change(settled));
    total += await unitsOf('changed notice sent', () => visits.change(recordDelivery(told, [], now)));
    expect(total).toBeLessThanOrEqual(16);
  });

  it('of the claims of a day, for a page of a hundred visits, are a tenth of a unit a visit', async () => {
    const { district } = freshScope();
    const visits = dynamoVisits(meter.table);
    const page = Array.from({ length: 100 }, () => aTypicalVisit(district, departments.slice(0, 2)));
    const claims = claimDay(noClaims(district, '2026-12-09'), page, { by: 'C1#0', now });
    const units = await unitsOf('claims of a page of a hundred visits', () => visits.claimDay(claims));
    expect(units / page.length).toBeLessThanOrEqual(0.1);
  });

  it('of an entry of the day index are one, up to six departments', async () => {
    const visit = aTypicalVisit('shangcheng', departments.slice(0, 6));
    const { dayPk, daySk, pk, sk, summary } = visitAttributes(visit);
    const bytes = sizeOfItem({ dayPk, daySk, pk, sk, summary });
    measured('bytes of a day index entry of six departments', bytes);
    expect(bytes).toBeLessThanOrEqual(1024);
  });
});
