import { describe, expect, test } from 'vitest';
import { acknowledgeNotice } from '../../../lib/app/notices/acknowledge-notice.ts';
import { listEscalations } from '../../../lib/app/notices/list-escalations.ts';
import { openLink } from '../../../lib/app/notices/read-notice.ts';
import { resendNotice } from '../../../lib/app/notices/resend-notice.ts';
import { revokeNoticeLinks } from '../../../lib/app/notices/revoke-notice-links.ts';
import { sendNotice } from '../../../lib/app/notices/send-notice.ts';
import { makeReminderDue } from '../../../lib/domain/notices/reminder.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aBusiness, aCalendar } from '../../support/a-plan.ts';
import { admin, aRequest, coordinator, planner } from '../../support/a-request.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { fakeSender } from '../../support/fakes/queues.ts';

const visit = aVisit();
const scope = { district: visit.district };
const message = { ...scope, visitId: visit.visitId, version: 1 };
const params = { visitId: visit.visitId };

const district = async (...visits: readonly Visit[]) => {
  const email = fakeSender('email');
  const ports = { ...fakePorts(), senders: [email], baseUrl: 'https://example.com', toHtml: () => '<p>' };
  await ports.calendars.put(scope, aCalendar(), 0);
  await ports.calendars.put(scope, aCalendar({ year: 2027 }), 0);
  const contacts = { email: 'new@example.com' };
  await ports.businesses.import(scope, [aBusiness({ businessId: visit.businessId, contacts })]);
  for (const one of visits) await ports.visits.create(one);
  const stands = async () => (await ports.visits.find(scope, visit.visitId)) ?? visit;
  const resend = (parts: object = {}) =>
    resendNotice(ports, aRequest('resend-notice', { params, body: { reason: '商户未收到' }, ...parts }));
  return { ports, email, stands, resend };
};

describe('sending a notice again', () => {
  test('goes out once more as it stands, to the present address, under a key of its own and on record', async () => {
    const { ports, email, stands, resend } = await district(visit);
    await sendNotice(ports, message);
    expect(await resend({ principal: coordinator })).toEqual({
      visitId: visit.visitId,
      noticeVersion: 1,
      status: 'due',
      resends: 1,
    });
    for (const _ of [1, 2]) await sendNotice(ports, message);
    expect(email.sent.map(({ key }) => key)).toEqual([`${visit.visitId}:1`, `${visit.visitId}:1:resend-1`]);
    expect((await stands()).contacts).toEqual({ email: 'new@example.com' });
    expect((await stands()).history.at(-2)).toMatchObject({
      action: 'resend-asked',
      by: coordinator.subject,
      reason: '商户未收到',
    });
    expect(await stands()).toMatchObject({ notice: { status: 'sent', resentAt: expect.any(String) } });
  });

  test('is not sent twice where a reminder falls due while it goes out', async () => {
    const { ports, email, stands, resend } = await district(visit);
    await sendNotice(ports, message);
    await resend({ principal: coordinator });
    const eve = new Date('2026-12-08T00:00:00.000Z');
    const reminding: typeof email = {
      ...email,
      send: async (...given) => {
        const due = makeReminderDue(await stands(), eve);
        if (due) await ports.visits.change(due);
        return email.send(...given);
      },
    };
    await sendNotice({ ...ports, senders: [reminding] }, message);
    expect(email.sent.map(({ key }) => key)).toEqual([`${visit.visitId}:1`, `${visit.visitId}:1:resend-1`]);
    expect(await stands()).toMatchObject({ notice: { status: 'sent' } });
    expect((await stands()).reminder).toBeUndefined(); // what just went out reminds as well
  });

  test('asked for twice while it is going out is asked for once', async () => {
    const { ports, stands, resend } = await district(visit);
    await sendNotice(ports, message);
    for (const _ of [1, 2]) expect(await resend({ principal: coordinator })).toMatchObject({ resends: 1 });
    expect((await stands()).history.filter(({ action }) => action === 'resend-asked')).toHaveLength(1);
  });

  test('is refused while the first is going out, once the visit is over, and of a visit that must not be known of', async () => {
    const conflict = (code: string) => ({ refused: 'state-conflict', errors: [{ code }] });
    expect(await (await district(visit)).resend({ principal: coordinator })).toMatchObject(
      conflict('notice-under-way'),
    );
    const sent = { ...visit.notice, status: 'sent' as const };
    const over = await district(aVisit({ status: 'done', notice: sent }));
    expect(await over.resend({ principal: coordinator })).toMatchObject(conflict('status'));
    const secret = await district(aVisit({ mode: 'unannounced', notice: { ...visit.notice, status: 'held' } }));
    expect(await secret.resend({ principal: coordinator })).toMatchObject(conflict('notice-held'));
  });

  test('of another department’s visit is not found, and of another version is refused', async () => {
    const { ports, resend } = await district(visit);
    await sendNotice(ports, message);
    expect(await resend({ principal: { ...planner, department: 'market' } })).toMatchObject({ refused: 'not-found' });
    expect(await resend({ principal: planner, ifMatch: 1 })).toMatchObject({ refused: 'version-mismatch' });
  });
});

describe('revoking the links of a notice', () => {
  const revoke = (ports: Parameters<typeof revokeNoticeLinks>[0]) =>
    revokeNoticeLinks(
      ports,
      aRequest('revoke-notice-links', { params, body: { reason: '链接外泄' }, principal: coordinator }),
    );
  const now = new Date('2026-11-24T01:00:00.000Z');

  test('lets no earlier one open anything, and sends the business one that does', async () => {
    const { ports, email, stands } = await district(visit);
    await sendNotice(ports, message);
    const tokenOf = (n: number) => email.sent[n]?.url.split('/n/')[1] ?? '';
    expect(await openLink(ports, tokenOf(0), now)).toMatchObject({ visitId: visit.visitId });
    expect(await revoke(ports)).toMatchObject({ resent: true });
    expect(await openLink(ports, tokenOf(0), now)).toMatchObject({ refused: 'not-found' });
    await sendNotice(ports, message);
    expect(await openLink(ports, tokenOf(1), now)).toMatchObject({ visitId: visit.visitId });
    expect(await acknowledgeNotice(ports, { params: { token: tokenOf(0) }, body: {}, now })).toMatchObject({
      refused: 'not-found',
    });
    expect((await stands()).history.map(({ action }) => action)).toContain('links-revoked');
  });

  test('of a visit that is over sends nothing', async () => {
    const { ports } = await district(aVisit({ status: 'done', notice: { ...visit.notice, status: 'sent' } }));
    expect(await revoke(ports)).toMatchObject({ resent: false });
  });

  test('does not wait for a notice that is going out: that begins anew, by every channel', async () => {
    const { ports, email, stands } = await district(visit);
    const sender = { ...email, send: async () => ({ status: 'in-trouble' as const, error: 'answered 503' }) };
    const half = { ...ports, senders: [email, { ...sender, channel: 'webhook' as const }] };
    await expect(sendNotice(half, message)).rejects.toThrow('1 steps');
    const leaked = email.sent[0]?.url.split('/n/')[1] ?? '';
    expect(await revoke(ports)).toMatchObject({ resent: true });
    expect(await openLink(ports, leaked, now)).toMatchObject({ refused: 'not-found' });
    await sendNotice(ports, message);
    expect(email.sent.map(({ key }) => key)).toEqual([`${visit.visitId}:1`, `${visit.visitId}:1:resend-1`]);
    expect(await openLink(ports, email.sent[1]?.url.split('/n/')[1] ?? '', now)).toMatchObject({
      visitId: visit.visitId,
    });
    expect((await stands()).notice.status).toBe('sent');
  });

  test('an older version’s link opens what stands now: who kept the first message is not at a dead end', async () => {
    const { ports, email, stands } = await district(visit);
    await sendNotice(ports, message);
    const standing = await stands();
    await ports.visits.change({
      ...standing,
      notice: { ...standing.notice, version: 2, kind: 'changed' },
      version: standing.version + 1,
    });
    const opened = await openLink(ports, email.sent[0]?.url.split('/n/')[1] ?? '', now);
    expect(opened).toMatchObject({ notice: { version: 2 } });
  });
});

describe('notices to follow up', () => {
  const { outbox: _, ...quiet } = aVisit({ status: 'notified', day: '2026-11-25' });
  const at = '2026-11-20T01:00:00.000Z';
  const a = (n: number, overrides: Partial<Visit>, notice: Partial<Visit['notice']>): Visit => ({
    ...quiet,
    visitId: `${visit.businessId}.v${n}`,
    ...overrides,
    notice: { ...quiet.notice, sentAt: at, status: 'sent', ...notice },
  });
  const listed = async (visits: readonly Visit[], parts: object = {}) => {
    const { ports } = await district(...visits);
    return listEscalations(ports, aRequest('list-escalations', { principal: coordinator, ...parts }));
  };
  const reasonsOf = ({ items }: Awaited<ReturnType<typeof listed>>) =>
    Object.fromEntries(items.map(({ visitId, reason }) => [visitId.split('.')[1], reason]));

  test('are those not delivered, not sent for an hour, and unread shortly before the visit, with counts', async () => {
    const found = await listed([
      a(1, {}, { status: 'failed' }),
      a(2, {}, { status: 'due', dueAt: '2026-11-22T23:00:00.000Z' }),
      a(3, {}, { status: 'delivered' }),
      a(4, { day: '2026-12-20' }, {}),
      a(5, {}, { status: 'read', readAt: at }),
      a(6, {}, { status: 'due', dueAt: '2026-11-23T00:30:00.000Z' }),
      a(7, { status: 'cancelled' }, { status: 'failed' }),
      a(8, { status: 'done' }, { status: 'failed' }),
      a(9, { mode: 'unannounced' }, { status: 'failed' }),
    ]);
    expect(reasonsOf(found)).toEqual({ v1: 'not-delivered', v2: 'not-sent', v3: 'unread', v7: 'not-delivered' });
    expect(found.counts).toEqual({ 'not-delivered': 2, 'not-sent': 1, unread: 1 });
  });

  test('leave the list when they are read or sent again', async () => {
    const sentToday = { sentAt: '2026-11-23T00:10:00.000Z' };
    expect(reasonsOf(await listed([a(1, {}, sentToday), a(2, {}, { ...sentToday, status: 'delivered' })]))).toEqual({});
  });

  test('are not followed up unread where the district’s setting is 0', async () => {
    const { ports } = await district(a(1, {}, {}));
    const { defaultSettings } = await import('../../../lib/domain/catalogue/settings.ts');
    const changed = { ...defaultSettings, unreadWorkingDaysBefore: 0, effectiveFrom: '2026-01-01' };
    await ports.settings.put(scope, { ...changed, version: 1, changedAt: at, changedBy: 'admin' });
    expect((await listEscalations(ports, aRequest('list-escalations', { principal: admin }))).items).toEqual([]);
  });

  test('are seen by each department concerned, by one that only recognises too, and by no other', async () => {
    const joint = a(1, { ...aJointVisit({ day: '2026-11-25', status: 'notified' }) }, { status: 'failed' });
    const { outbox: __, ...still } = joint;
    for (const department of ['fire', 'market', 'health']) {
      const found = await listed([still], { principal: { ...planner, department } });
      expect(found.counts['not-delivered'], department).toBe(1);
    }
    expect((await listed([still], { principal: { ...planner, department: 'ecology' } })).items).toEqual([]);
  });

  test('come in pages', async () => {
    const visits = [1, 2, 3].map((n) => a(n, {}, { status: 'failed' }));
    const { ports } = await district(...visits);
    const page = async (query: object) =>
      listEscalations(ports, aRequest('list-escalations', { principal: admin, query }));
    const first = await page({ limit: 2 });
    expect(first.items).toHaveLength(2);
    expect((await page({ limit: 2, after: first.nextCursor })).items.map(({ visitId }) => visitId)).toEqual([
      `${visit.businessId}.v3`,
    ]);
  });
});
