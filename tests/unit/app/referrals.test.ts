import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scanFile } from '../../../lib/app/field/scan-file.ts';
import { announceReferralFiles } from '../../../lib/app/findings/announce-referral-files.ts';
import { answerReferral } from '../../../lib/app/findings/answer-referral.ts';
import { concludeReferral } from '../../../lib/app/findings/conclude-referral.ts';
import { decideDisposition } from '../../../lib/app/findings/decide-disposition.ts';
import { decideReferral } from '../../../lib/app/findings/decide-referral.ts';
import { getReferral } from '../../../lib/app/findings/get-referral.ts';
import { getReferralFile } from '../../../lib/app/findings/get-referral-file.ts';
import { listReferrals } from '../../../lib/app/findings/list-referrals.ts';
import { referFinding } from '../../../lib/app/findings/refer-finding.ts';
import { sendReferral } from '../../../lib/app/findings/send-referral.ts';
import { watchFindings } from '../../../lib/app/findings/watch-findings.ts';
import type { Finding } from '../../../lib/domain/findings/finding.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { aFinding } from '../../support/a-finding.ts';
import { aCalendar } from '../../support/a-plan.ts';
import { aRequest, coordinator, inspector, planner, reviewer } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const proposed = '2026-12-10T02:00:00.000Z';
const order = { to: 'police', crime: true, reason: '涉嫌犯罪', evidence: [{ name: '现场笔录', count: 2 }] };
const police: Principal = { ...planner, subject: 'police-1', department: 'police' };

const aReferral = async (finding: Finding = aFinding(), body: object = order) => {
  const ports = { ...fakePorts(), baseUrl: 'https://example.com', ownDistrict: 'shangcheng' };
  ports.clock.set(proposed);
  for (const year of [2026, 2027]) await ports.calendars.put(district, aCalendar({ year }), 0);
  await ports.findings.create(finding);
  const refer = (more: object = {}) =>
    referFinding(
      ports,
      aRequest('refer-finding', {
        params: { findingId: finding.findingId },
        body: { ...body, ...more },
        principal: inspector('fire'),
        now: proposed,
        ids: ports.ids,
      }),
    );
  const answer = await refer();
  const referralId = 'referralId' in answer ? answer.referralId : '';
  const params = { referralId };
  const asked = (principal: Principal, now: string, sent: unknown) => ({ params, principal, now, body: sent });
  return {
    ports,
    answer,
    refer,
    decide: (sent: object, who: Principal = reviewer(1), now = '2026-12-11T02:00:00.000Z') =>
      decideReferral(ports, aRequest('decide-referral', asked(who, now, sent))),
    send: (who: Principal = planner, now = '2026-12-11T03:00:00.000Z') =>
      sendReferral(ports, aRequest('send-referral', asked(who, now, { documentNumber: '移〔2026〕1号' }))),
    take: (sent: object, who: Principal = police, now = '2026-12-12T02:00:00.000Z') =>
      answerReferral(ports, aRequest('answer-referral', asked(who, now, sent))),
    announce: (who: Principal, sha256 = '0'.repeat(64)) => {
      const files = [{ contentType: 'application/pdf', bytes: 9, sha256 }];
      const now = '2026-12-12T02:00:00.000Z';
      return announceReferralFiles(
        ports,
        aRequest('announce-referral-files', { params, principal: who, now, ids: ports.ids, body: { files } }),
      );
    },
    letterSeenBy: (who: Principal, fileId: string) =>
      getReferralFile(
        ports,
        aRequest('get-referral-file', {
          params: { ...params, fileId },
          principal: who,
          now: '2026-12-12T03:00:00.000Z',
        }),
      ),
    conclude: (who: Principal = police, now = '2026-12-20T02:00:00.000Z') =>
      concludeReferral(ports, aRequest('conclude-referral', asked(who, now, { outcome: '已立案' }))),
    seenBy: async (who: Principal) =>
      'referralId' in (await getReferral(ports, aRequest('get-referral', { params, principal: who }))),
    finding: () => ports.findings.find(district, finding.findingId),
  };
};

describe('a referral', () => {
  it('is decided within three days, sent within 24 hours, answered within three days, and closes its finding', async () => {
    const { answer, decide, send, take, conclude, finding } = await aReferral();
    expect(answer).toMatchObject({ status: 'proposed', clock: { kind: 'decide', dueAt: '2026-12-13T02:00:00.000Z' } });
    expect(await finding()).toMatchObject({ status: 'referred', clocks: [] });
    expect(await decide({ decision: 'approved' })).toMatchObject({
      status: 'approved',
      clock: { kind: 'send', dueAt: '2026-12-12T02:00:00.000Z', overdue: false },
    });
    expect(await send()).toMatchObject({
      status: 'sent',
      documentNumber: '移〔2026〕1号',
      clock: { kind: 'answer', dueAt: '2026-12-14T03:00:00.000Z' },
    });
    expect(await take({ decision: 'accepted', receivedBy: '赵六' })).toMatchObject({ receivedBy: '赵六' });
    expect(await conclude()).toMatchObject({ status: 'concluded', outcome: '已立案' });
    expect(await finding()).toMatchObject({ status: 'closed', closedOn: '2026-12-20' });
  });

  it('runs its clock through weekends, and shows when it has run out', async () => {
    const { ports, decide } = await aReferral();
    const late = await decide({ decision: 'approved' }, reviewer(1), '2026-12-14T02:00:00.000Z'); // a Monday
    expect(late).toMatchObject({ status: 'approved' });
    const list = aRequest('list-referrals', { query: {}, principal: coordinator, now: '2026-12-15T02:06:00.000Z' });
    expect(await listReferrals(ports, list)).toMatchObject({
      items: [{ clock: { kind: 'send', overdue: true, hoursLeft: -0.1 } }],
    });
  });

  it.each([
    ['rejected', '证据不足'],
    ['returned', '不属本机关管辖'],
  ] as const)('%s gives its finding back, open for another disposition, with the reason', async (status, reason) => {
    const { ports, decide, send, take, finding } = await aReferral();
    if (status === 'rejected') await decide({ decision: 'rejected', reason });
    else {
      await decide({ decision: 'approved' });
      await send();
      await take({ decision: 'returned', reason });
    }
    const back = await finding();
    expect(back).toMatchObject({ status: 'open', clocks: [{ kind: 'correct' }] });
    expect(back?.disposition).toBeUndefined();
    expect(back?.history.at(-1)).toMatchObject({ action: `referral-${status}`, reason });
    const again = { kind: 'rectification', reason: 'x' };
    const request = { params: { findingId: aFinding().findingId }, body: again, principal: inspector('fire') };
    expect(await decideDisposition(ports, aRequest('decide-disposition', request))).toMatchObject({ status: 'open' });
  });

  it('bars every other handling of its finding, another referral among them', async () => {
    const { ports, refer } = await aReferral();
    const again = await refer({ to: 'market', crime: false });
    expect(again).toMatchObject({ refused: 'state-conflict' });
    const rectify = { kind: 'rectification', reason: 'x' };
    const request = { params: { findingId: aFinding().findingId }, body: rectify, principal: planner };
    expect(await decideDisposition(ports, aRequest('decide-disposition', request))).toMatchObject({
      refused: 'state-conflict',
    });
    expect(ports.referrals.stored.size).toBe(1);
  });

  it.each([
    ['the department itself', { to: 'fire', crime: false }, 'own-department'],
    ['anybody but the police where a crime is suspected', { to: 'market' }, 'crime-to-police'],
  ])('is refused to %s', async (_, more, code) => {
    const { answer, finding } = await aReferral(aFinding(), { ...order, ...more });
    expect(answer).toMatchObject({ refused: 'finding-refused', errors: [{ code }] });
    expect((await finding())?.status).toBe('open');
  });

  it('is decided by its department’s head or legal reviewer, sent by its department and answered by its receiver', async () => {
    const { decide, send, take, conclude } = await aReferral();
    const other = { ...reviewer(1), department: 'market' };
    expect(await decide({ decision: 'approved' }, other)).toMatchObject({ refused: 'not-found' });
    expect(await decide({ decision: 'approved' }, reviewer(3))).toMatchObject({ errors: [{ code: 'not-sender' }] });
    const own = { ...reviewer(1), subject: inspector('fire').subject };
    expect(await decide({ decision: 'approved' }, own)).toMatchObject({ errors: [{ code: 'own-proposal' }] });
    await decide({ decision: 'approved' });
    expect(await send(police)).toMatchObject({ refused: 'not-found' });
    await send();
    expect(await take({ decision: 'accepted', receivedBy: 'x' }, planner)).toMatchObject({
      refused: 'forbidden',
      errors: [{ code: 'not-receiver' }],
    });
    expect(await take({ decision: 'accepted', receivedBy: 'x' }, coordinator)).toMatchObject({ status: 'accepted' });
    expect(await conclude(planner)).toMatchObject({ refused: 'forbidden' });
  });

  it('takes its steps in order, each once', async () => {
    const { decide, send, take, conclude } = await aReferral();
    for (const early of [
      send,
      () => take({ decision: 'accepted', receivedBy: 'x' }, coordinator),
      () => conclude(coordinator),
    ])
      expect(await early()).toMatchObject({ refused: 'state-conflict' });
    await decide({ decision: 'approved' });
    expect(await decide({ decision: 'rejected', reason: 'x' })).toMatchObject({ refused: 'state-conflict' });
  });

  it('is unknown to its receiver until it is sent', async () => {
    const { seenBy, decide, send } = await aReferral();
    await decide({ decision: 'approved' });
    expect(await seenBy(police)).toBe(false);
    await send();
    expect(await seenBy(police)).toBe(true);
    expect(await seenBy({ ...planner, department: 'market' })).toBe(false);
  });
});

describe('the letters of a referral', () => {
  const letter = new TextEncoder().encode('%PDF-1.7\n');
  const sha256 = createHash('sha256').update(letter).digest('hex');

  const onItsWay = async () => {
    const referral = await aReferral();
    await referral.decide({ decision: 'approved' });
    await referral.send();
    const announced = await referral.announce(police, sha256);
    const fileId = 'items' in announced ? (announced.items[0]?.fileId ?? '') : '';
    referral.ports.files.put('shangcheng', fileId, 'application/pdf', letter);
    const stated = { contentType: 'application/pdf', bytes: letter.byteLength, sha256 } as const;
    return { ...referral, file: { ...stated, fileId, kind: 'document' as const, name: '接收回执.pdf' } };
  };

  it('go on record with the step that names them, scanned once, seen by both sides and nobody else', async () => {
    const { ports, take, conclude, letterSeenBy, file } = await onItsWay();
    const taken = await take({ decision: 'accepted', receivedBy: '赵六', files: [file] });
    expect(taken).toMatchObject({
      documents: [{ step: 'accepted', file }],
      history: expect.arrayContaining([expect.objectContaining({ files: [{ fileId: file.fileId, sha256 }] })]),
    });
    expect(ports.queues.sent.scan).toEqual([{ ...district, fileId: file.fileId }]);
    await scanFile(ports, { ...district, fileId: file.fileId });
    for (const who of [police, planner]) expect(await letterSeenBy(who, file.fileId)).toMatchObject({ scan: 'clean' });
    const market = { ...planner, department: 'market' };
    expect(await letterSeenBy(market, file.fileId)).toMatchObject({ refused: 'not-found' });
    expect(await conclude()).toMatchObject({ documents: [{ step: 'accepted' }] });
  });

  it('are put only by whose turn it is', async () => {
    const { announce } = await onItsWay();
    expect(await announce(planner)).toMatchObject({ refused: 'state-conflict' });
    expect(await announce({ ...planner, department: 'market' })).toMatchObject({ refused: 'not-found' });
  });

  it.each([
    ['were never put', { fileId: `${aFinding().findingId}.other` }, 'files[0].fileId', 'file-missing'],
    ['are not what is said of them', { bytes: 8 }, 'files[0].bytes', 'file-size-differs'],
  ])('hold up the step where they %s', async (_, other, path, code) => {
    const { ports, take, file, finding } = await onItsWay();
    const files = [{ ...file, ...other }];
    expect(await take({ decision: 'returned', reason: '不属管辖', files })).toMatchObject({ errors: [{ path, code }] });
    expect((await finding())?.status).toBe('referred');
    expect(ports.scannedFiles.stored.size).toBe(0);
  });
});

describe('the watch over referrals', () => {
  it('announces the end of each clock once, while there is time', async () => {
    const { ports, decide } = await aReferral();
    ports.clock.set('2026-12-12T17:59:00.000Z');
    expect(await watchFindings(ports)).toMatchObject({ alerted: 0 });
    ports.clock.set('2026-12-12T18:01:00.000Z'); // eight hours before the end
    expect(await watchFindings(ports)).toMatchObject({ alerted: 1 });
    expect(await watchFindings(ports)).toMatchObject({ alerted: 0 });
    const [stored] = ports.referrals.stored.values();
    expect(stored?.history.at(-1)).toMatchObject({ by: 'system', action: 'decide-due' });
    await decide({ decision: 'approved' }, reviewer(1), '2026-12-12T19:00:00.000Z');
    ports.clock.set('2026-12-13T12:00:00.000Z');
    expect(await watchFindings(ports)).toMatchObject({ alerted: 1 });
  });

  it('makes good what was cut between a finding and its referral, with the clock of the order', async () => {
    const { ports } = await aReferral();
    ports.referrals.stored.clear();
    ports.clock.set('2026-12-11T02:00:00.000Z');
    await watchFindings(ports);
    expect([...ports.referrals.stored.values()]).toMatchObject([
      { status: 'proposed', dueAt: '2026-12-13T02:00:00.000Z' },
    ]);
  });

  it('makes good what was cut between a referral’s end and its finding', async () => {
    const { ports, decide, finding } = await aReferral();
    const { change } = ports.findings;
    ports.findings.change = async () => {
      throw new Error('cut');
    };
    await expect(decide({ decision: 'rejected', reason: '证据不足' })).rejects.toThrow('cut');
    ports.findings.change = change;
    expect((await finding())?.status).toBe('referred');
    expect(await watchFindings(ports)).toMatchObject({ aligned: 1 });
    expect((await finding())?.status).toBe('open');
    expect(await watchFindings(ports)).toMatchObject({ aligned: 0 });
  });
});
