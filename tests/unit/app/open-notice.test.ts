import { describe, expect, test } from 'vitest';
import { acknowledgeNotice } from '../../../lib/app/notices/acknowledge-notice.ts';
import { getNotice } from '../../../lib/app/notices/get-notice.ts';
import { verifyCode } from '../../../lib/app/notices/verify-code.ts';
import { noticeView } from '../../../lib/contract/notices.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const now = new Date('2026-11-24T01:00:00.000Z');
const asked = { language: 'zh-CN', now } as const;
const sent = { ...aVisit().notice, status: 'sent' } as const;
const unannounced = { mode: 'unannounced', notice: { ...sent, status: 'held' } } as const;

const opened = async (visit: Visit = aJointVisit({ status: 'notified', notice: sent })) => {
  const ports = { ...fakePorts(), baseUrl: 'https://example.com' };
  await ports.visits.create(visit);
  const claims = { district: visit.district, visitId: visit.visitId, noticeVersion: visit.notice.version };
  const token = await ports.links.sign(claims, new Date('2027-03-01T00:00:00.000Z'));
  const stands = async () => ports.visits.find({ district: visit.district }, visit.visitId);
  return { ports, token, stands };
};

describe('get-notice', () => {
  test('answers the whole notice, and keeps that it was read', async () => {
    const { ports, token, stands } = await opened();
    const view = await getNotice(ports, { ...asked, params: { token } });
    expect(noticeView.safeParse(view).error).toBeUndefined();
    expect(view).toMatchObject({ verificationCode: 'ABCD2345', verifyUrl: 'https://example.com/v/ABCD2345' });
    expect((await stands())?.notice).toMatchObject({ status: 'read', readAt: now.toISOString() });
  });
  test('shows it to a program that opens the link, and does not take that for a reading', async () => {
    const { ports, token, stands } = await opened();
    const view = await getNotice(ports, { ...asked, params: { token } }, false);
    expect(noticeView.safeParse(view).error).toBeUndefined();
    expect((await stands())?.notice).toEqual(sent);
  });
  test('does not know a forged link, an expired one, or one of an unannounced visit', async () => {
    const { ports, token } = await opened();
    expect(await getNotice(ports, { ...asked, params: { token: `${token}x` } })).toMatchObject({
      refused: 'not-found',
    });
    const late = { ...asked, now: new Date('2027-03-02T00:00:00.000Z') };
    expect(await getNotice(ports, { ...late, params: { token } })).toMatchObject({ refused: 'not-found' });
    const hidden = await opened(aVisit(unannounced));
    expect(await getNotice(hidden.ports, { ...asked, params: { token: hidden.token } })).toMatchObject({
      refused: 'not-found',
    });
  });
  test('opens an unannounced visit from its check-in on', async () => {
    const { ports, token } = await opened(
      aVisit({ ...unannounced, status: 'under-way', checkedInAt: now.toISOString() }),
    );
    expect(await getNotice(ports, { ...asked, params: { token } })).toMatchObject({ status: 'under-way' });
  });
});

describe('acknowledge-notice', () => {
  test('acknowledges once, and answers the same again', async () => {
    const { ports, token, stands } = await opened();
    const first = await acknowledgeNotice(ports, { params: { token }, body: {}, now });
    const later = new Date('2026-11-25T01:00:00.000Z');
    expect(await acknowledgeNotice(ports, { params: { token }, body: {}, now: later })).toEqual(first);
    expect(await stands()).toMatchObject({ status: 'acknowledged', version: 2 });
  });
  test('refuses a version that is no longer current, and a visit that is off', async () => {
    const { ports, token } = await opened();
    expect(await acknowledgeNotice(ports, { params: { token }, body: { version: 7 }, now })).toMatchObject({
      refused: 'state-conflict',
      errors: [{ path: 'version', values: { current: 1 } }],
    });
    const off = await opened(aVisit({ status: 'cancelled', notice: sent }));
    expect(await acknowledgeNotice(off.ports, { params: { token: off.token }, body: {}, now })).toMatchObject({
      refused: 'state-conflict',
    });
  });
  test('decides again after a lost race', async () => {
    const { ports, token, stands } = await opened();
    let raced = false;
    const visits = {
      ...ports.visits,
      change: async (next: Visit) => {
        const current = await stands();
        if (!raced && current) await ports.visits.change({ ...current, version: current.version + 1 });
        raced = true;
        return ports.visits.change(next);
      },
    };
    await acknowledgeNotice({ ...ports, visits }, { params: { token }, body: {}, now });
    expect(await stands()).toMatchObject({ status: 'acknowledged', version: 3 });
  });
});

describe('verify-code', () => {
  const atDoor = { ...asked, now: new Date('2026-12-09T00:30:00.000Z'), source: '192.0.2.1' } as const;
  const askAt = async (at: string, visit?: Visit) => {
    const { ports } = await opened(visit);
    return verifyCode(
      { ...ports, ownDistrict: 'shangcheng' },
      { ...atDoor, now: new Date(at), params: { code: 'abcd-2345' } },
    );
  };
  test('names who comes, to the authorities that attend', async () => {
    expect(await askAt('2026-12-08T01:30:00.000Z')).toMatchObject({
      when: 'expected',
      businessName: '江畔旅馆',
      authorities: [{ lead: true, team: [{ name: '甲一' }, { name: '甲二' }] }, { name: 'market' }],
    });
  });
  test.each([
    ['2026-12-09T00:30:00.000Z', 'today'],
    ['2026-12-10T00:30:00.000Z', 'over'],
  ])('says on %s: %s', async (at, when) => {
    expect(await askAt(at)).toMatchObject({ when });
  });
  const begun = { ...unannounced, status: 'under-way', checkedInAt: '2026-12-09T01:05:00.000Z' } as const;
  test('tells alike a wrong code, one too early or too late, one of a cancelled visit, and an unannounced one before its check-in', async () => {
    const answers = await Promise.all([
      askAt('2026-12-09T00:30:00.000Z', aVisit({ code: 'ZZZZ9999', status: 'notified', notice: sent })),
      askAt('2026-12-08T00:59:59.000Z'),
      askAt('2026-12-10T02:30:00.000Z'),
      askAt('2026-12-09T00:30:00.000Z', aVisit({ status: 'cancelled', notice: sent })),
      askAt('2026-12-09T01:04:00.000Z', aVisit(unannounced)),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ refused: 'not-found' });
    expect(await askAt('2026-12-09T01:06:00.000Z', aVisit(begun))).toMatchObject({ when: 'under-way' });
  });
  test('takes its time over every code that is not valid, and none over one that is', async () => {
    const { ports } = await opened();
    let waited = 0;
    let ended = false;
    const pause = async (milliseconds: number) => {
      waited = milliseconds;
      await new Promise((next) => setImmediate(next));
      ended = true;
    };
    const own = { ...ports, pause, ownDistrict: 'shangcheng' };
    await verifyCode(own, { ...atDoor, params: { code: 'ZZZZ9999' } });
    expect([waited, ended]).toEqual([300, true]);
  });
  test('tells a source that tried too many to wait, whatever it asks then, and nobody else', async () => {
    const { ports } = await opened();
    const own = { ...ports, ownDistrict: 'shangcheng' };
    const ask = (code: string, more: object = {}) => verifyCode(own, { ...atDoor, ...more, params: { code } });
    for (let n = 0; n < 10; n += 1) expect(await ask(`ZZZZ999${n}`)).toMatchObject({ refused: 'not-found' });
    const refused = { refused: 'too-many-requests', errors: [{ code: 'too-many-guesses', values: { minutes: 15 } }] };
    expect([await ask('ZZZZ9990'), await ask('ABCD2345')]).toMatchObject([refused, refused]);
    expect(await ask('ABCD2345', { source: '192.0.2.2' })).toMatchObject({ when: 'today' });
    expect(await ask('ABCD2345', { now: new Date('2026-12-09T00:45:00.000Z') })).toMatchObject({ when: 'today' });
  });
  test('leaves each source a single wrong code once all together tried too many, and every valid code still works', async () => {
    const { ports } = await opened();
    const own = { ...ports, ownDistrict: 'shangcheng' };
    const ask = (n: number, code = 'ZZZZ9999') =>
      verifyCode(own, { ...atDoor, source: `198.51.${Math.floor(n / 200)}.${n % 200}`, params: { code } });
    for (let n = 0; n < 1000; n += 1) expect(await ask(n)).toMatchObject({ refused: 'not-found' });
    expect(await ask(0)).toMatchObject({ refused: 'too-many-requests' });
    expect(await ask(1001)).toMatchObject({ refused: 'not-found' });
    expect(await ask(1001)).toMatchObject({ refused: 'too-many-requests' });
    expect(await ask(1002, 'ABCD2345')).toMatchObject({ when: 'today' });
  });
  test('counts no code that is valid: many may ask behind one address', async () => {
    const { ports } = await opened();
    const own = { ...ports, ownDistrict: 'shangcheng' };
    for (let n = 0; n < 30; n += 1) {
      expect(await verifyCode(own, { ...atDoor, params: { code: 'ABCD2345' } })).toMatchObject({ when: 'today' });
    }
  });
  test('knows no code of another district', async () => {
    const { ports } = await opened();
    const other = { ...ports, ownDistrict: 'gongshu' };
    expect(await verifyCode(other, { ...atDoor, params: { code: 'ABCD2345' } })).toMatchObject({
      refused: 'not-found',
    });
  });
});
