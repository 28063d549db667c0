import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoAnswers } from '../../../lib/adapters/dynamo/answers.ts';
import { dynamoFindings } from '../../../lib/adapters/dynamo/findings.ts';
import { dynamoPlans } from '../../../lib/adapters/dynamo/plans.ts';
import { dynamoReferrals } from '../../../lib/adapters/dynamo/referrals.ts';
import { dynamoScannedFiles } from '../../../lib/adapters/dynamo/scanned-files.ts';
import { systemIds } from '../../../lib/adapters/ids.ts';
import { answerReferral } from '../../../lib/app/findings/answer-referral.ts';
import { closeFinding } from '../../../lib/app/findings/close-finding.ts';
import { concludeCase } from '../../../lib/app/findings/conclude-case.ts';
import { concludeReferral } from '../../../lib/app/findings/conclude-referral.ts';
import { decideDisposition } from '../../../lib/app/findings/decide-disposition.ts';
import { decideReferral } from '../../../lib/app/findings/decide-referral.ts';
import { followUpSettlement } from '../../../lib/app/findings/follow-up-settlement.ts';
import { handOverCase } from '../../../lib/app/findings/hand-over-case.ts';
import { planRecheck } from '../../../lib/app/findings/plan-recheck.ts';
import { recheckFinding } from '../../../lib/app/findings/recheck-finding.ts';
import { recordAgreement } from '../../../lib/app/findings/record-agreement.ts';
import { referFinding } from '../../../lib/app/findings/refer-finding.ts';
import { sendReferral } from '../../../lib/app/findings/send-referral.ts';
import { importMediators } from '../../../lib/app/imports/import-mediators.ts';
import { sha256 } from '../../../lib/app/sha256.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aCalendar, anItem } from '../../support/a-plan.ts';
import { admin, aRequest, inspector, planner, reviewer } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { embeddedTable } from '../../support/adapters/embedded-table.ts';
import { meteredTable } from '../../support/adapters/write-units.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const engine = embeddedTable();
let meter: ReturnType<typeof meteredTable>;
beforeAll(() => {
  meter = meteredTable(engine.table);
});

const now = '2026-12-10T02:00:00.000Z';
const fire = inspector('fire');
const police = { ...planner, subject: 'police-1', department: 'police' };
const fresh = () => `91330102MA${String(randomInt(1e8)).padStart(8, '0')}-01`;

/** A finding as a visit of the demo leaves it, at a business of its own. */
const aLife = async () => {
  const { table } = meter;
  const businessId = fresh();
  const ports = {
    ...fakePorts(),
    ids: systemIds,
    findings: dynamoFindings(table),
    referrals: dynamoReferrals(table),
    plans: dynamoPlans(table),
    scannedFiles: dynamoScannedFiles(table),
  };
  for (const year of [2026, 2027]) await ports.calendars.put(district, aCalendar({ year }), 0);
  await ports.items.import(district, [anItem()]);
  const mediators = [{ mediatorId: 'M1', name: '周慧', organisation: '街道调委会', effectiveFrom: '2026-01-01' }];
  await importMediators(ports, aRequest('import-mediators', { body: { mediators }, principal: admin }));
  const finding = aFinding({
    ...{ businessId, findingId: `${businessId}.${systemIds.next()}`, visitId: `${businessId}.${systemIds.next()}` },
    description: '二层疏散通道堆放布草车三辆，安全出口标识被遮挡',
  });
  const params = { findingId: finding.findingId };
  const scan = { contentType: 'application/pdf', bytes: 3, sha256: sha256('pdf') } as const;
  const fileId = `${finding.findingId}.${systemIds.next()}`;
  ports.files.put('shangcheng', fileId, scan.contentType, new TextEncoder().encode('pdf'));
  const files = [{ ...scan, fileId, kind: 'document', name: '现场笔录.pdf' }];
  const parts = (body: unknown) => ({ params, body, principal: fire, now, ids: systemIds });
  const steps = {
    found: () => ports.findings.create(finding),
    decide: (body: object) =>
      decideDisposition(ports, aRequest('decide-disposition', parts({ reason: '情节轻微，当场责令', ...body }))),
    recheck: () =>
      recheckFinding(ports, aRequest('recheck-finding', parts({ corrected: true, note: '通道已清空', files }))),
    ask: () => {
      const window = { notBefore: '2026-12-14', due: '2026-12-18' };
      const body = { window, reason: '整改期满现场复查', approval: { by: '大队长' } };
      return planRecheck(ports, aRequest('plan-recheck', parts(body)));
    },
    agree: () =>
      recordAgreement(
        ports,
        aRequest('record-agreement', parts({ agreedOn: '2026-12-10', terms: '二十二点后停业', files })),
      ),
    followUp: () =>
      followUpSettlement(ports, aRequest('follow-up-settlement', parts({ kept: true, note: '邻居确认' }))),
    handOver: () =>
      handOverCase(
        ports,
        aRequest('hand-over-case', parts({ to: '法制科', receivedBy: '陈明', documents: ['现场笔录'], files })),
      ),
    conclude: () =>
      concludeCase(
        ports,
        aRequest(
          'conclude-case',
          parts({ decisionNumber: '杭消罚〔2026〕8 号', result: 'penalty', fineYuan: 500, files }),
        ),
      ),
    close: () => closeFinding(ports, aRequest('close-finding', parts({}))),
    refer: () => {
      const order = {
        to: 'police',
        crime: true,
        reason: '涉嫌危险作业',
        evidence: [{ name: '现场笔录', file: files[0] }],
      };
      return referFinding(ports, aRequest('refer-finding', parts(order)));
    },
    ofReferral: async () => {
      const { disposition } = (await ports.findings.find(district, finding.findingId)) ?? {};
      const referralId = disposition?.kind === 'referral' ? disposition.referralId : '';
      const asked = (principal: typeof planner, body: unknown) => ({ params: { referralId }, body, principal, now });
      return {
        decide: () => decideReferral(ports, aRequest('decide-referral', asked(reviewer(1), { decision: 'approved' }))),
        send: () =>
          sendReferral(ports, aRequest('send-referral', asked(planner, { documentNumber: '杭消移〔2026〕2 号' }))),
        accept: () =>
          answerReferral(
            ports,
            aRequest('answer-referral', asked(police, { decision: 'accepted', receivedBy: '赵磊' })),
          ),
        conclude: () =>
          concludeReferral(ports, aRequest('conclude-referral', asked(police, { outcome: '已立案侦查' }))),
      };
    },
  };
  const closed = async () => (await ports.findings.find(district, finding.findingId))?.status;
  return { steps, closed };
};
type Steps = Awaited<ReturnType<typeof aLife>>['steps'];

const rectify = { kind: 'rectification', workingDays: 5 };
const settle = { kind: 'negotiated-settlement', mediatorId: 'M1' };
const general = { kind: 'general-case', caseNumber: '杭消立〔2026〕3 号' };
const lives: readonly (readonly [string, number, (steps: Steps) => readonly (() => Promise<unknown>)[]])[] = [
  ['no penalty', 13, (of) => [of.recheck, () => of.decide({ kind: 'no-penalty', education: '已当面教育' })]],
  ['rectification, from the desk', 18, (of) => [() => of.decide(rectify), of.recheck, of.close]],
  ['rectification, a re-check on site asked for', 11, (of) => [() => of.decide(rectify), of.ask]],
  ['negotiated settlement', 24, (of) => [() => of.decide(settle), of.agree, of.followUp, of.close]],
  [
    'simple case',
    32,
    (of) => [() => of.decide({ ...general, kind: 'simple-case' }), of.handOver, of.conclude, of.recheck, of.close],
  ],
  ['general case', 32, (of) => [() => of.decide(general), of.handOver, of.conclude, of.recheck, of.close]],
  [
    'referral',
    27,
    (of) => [
      of.refer,
      async () => (await of.ofReferral()).decide(),
      async () => (await of.ofReferral()).send(),
      async () => (await of.ofReferral()).accept(),
      async () => (await of.ofReferral()).conclude(),
    ],
  ],
];

describe('write units of a finding’s life', () => {
  it.each(lives)('by %s are at most %i, the answers kept apart', async (name, most, taken) => {
    const { steps, closed } = await aLife();
    meter.take();
    const units: number[] = [];
    for (const step of [steps.found, ...taken(steps)]) {
      const answer = await step();
      expect(answer).not.toHaveProperty('refused');
      units.push(meter.take());
    }
    const total = units.reduce((sum, one) => sum + one, 0);
    if (process.env.MEASURE) process.stdout.write(`${name}: ${units.join(' + ')} = ${total}, ${await closed()}\n`);
    expect(total).toBeLessThanOrEqual(most);
  });

  it('for each answer that is kept under an idempotency key are 2', async () => {
    const answers = dynamoAnswers(meter.table);
    const key = { ...district, subject: 'inspector-fire', key: systemIds.next() };
    meter.take();
    await answers.claim(key, 'h'.repeat(64), systemIds.next(), new Date(now));
    await answers.keep(key, { status: 200, body: JSON.stringify(aFinding()) }, new Date(now));
    expect(meter.take()).toBeLessThanOrEqual(2);
  });
});
