import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeliveryReport, recordReport } from '../../../lib/domain/notices/delivery-report.ts';
import type { ChannelDelivery } from '../../../lib/domain/notices/notice-state.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aVisit } from '../../support/a-visit.ts';

const now = new Date('2026-11-23T02:00:00.000Z');
const at = '2026-11-23T01:00:00.000Z';
const email: ChannelDelivery = { channel: 'email', status: 'sent', at, messageId: 'm1' };
const sms: ChannelDelivery = { channel: 'sms', status: 'sent', at, messageId: 'm2' };
const portal: ChannelDelivery = { channel: 'portal', status: 'sent', at };

const sent = (channels: readonly ChannelDelivery[], overrides: Partial<Visit> = {}): Visit => {
  const { outbox: _, ...visit } = aVisit({ status: 'notified', ...overrides });
  return { ...visit, notice: { ...visit.notice, status: 'sent', sentAt: at, channels, ...overrides.notice } };
};

const report = (overrides: Partial<DeliveryReport> = {}): DeliveryReport => ({
  messageId: 'm1',
  outcome: 'delivered',
  isFinal: true,
  at: '2026-11-23T01:30:00.000Z',
  ...overrides,
});
const bounce = report({ outcome: 'failed', error: 'Permanent General' });

/** The visit after the reports that said something new. */
const following = (visit: Visit, ...reports: readonly DeliveryReport[]): Visit =>
  reports.reduce((standing, one) => {
    const next = recordReport(standing, standing.notice.version, one, now);
    return typeof next === 'object' ? next : standing;
  }, visit);

describe('a report on a message', () => {
  test('of its arrival makes the notice delivered, once', () => {
    const visit = following(sent([portal, email]), report());
    expect(visit.notice).toMatchObject({ status: 'delivered', channels: [portal, { status: 'delivered' }] });
    expect(visit.history.at(-1)).toMatchObject({ action: 'notice-delivered', reason: 'email' });
    expect(recordReport(visit, 1, report(), now)).toBeUndefined();
  });

  test('of its failure shows on its channel, and on the notice where no other took it', () => {
    expect(following(sent([portal, email]), bounce).notice).toMatchObject({
      status: 'failed',
      channels: [portal, { status: 'failed', error: 'Permanent General' }],
    });
    expect(following(sent([portal, email, sms]), bounce).notice).toMatchObject({ status: 'sent' });
    expect(following(sent([portal, email, sms]), bounce, report({ messageId: 'm2' })).notice.status).toBe('delivered');
  });

  test('of a business that was read already changes the channel and leaves the notice read', () => {
    const read = { ...sent([email]).notice, status: 'read' as const, readAt: at };
    expect(following(sent([email], { notice: read }), bounce).notice).toMatchObject({ status: 'read' });
  });

  test('of an answering machine does not undo an arrival; a real bounce after it does', () => {
    const temporary = report({ outcome: 'failed', isFinal: false, error: 'Transient General' });
    expect(following(sent([email]), report(), temporary).notice.status).toBe('delivered');
    expect(following(sent([email]), report(), bounce).notice.status).toBe('failed');
  });

  test('that a receiver called it spam is kept beside its arrival', () => {
    const visit = following(sent([email]), report({ outcome: 'complained', error: 'Complaint abuse' }));
    expect(visit.notice.channels).toMatchObject([{ status: 'delivered', error: 'Complaint abuse' }]);
  });

  test('of an older version or sending touches nothing', () => {
    const newer = sent([{ ...email, messageId: 'm9' }], {
      notice: { ...sent([]).notice, version: 2, channels: [{ ...email, messageId: 'm9' }] },
    });
    expect(recordReport(newer, 1, bounce, now)).toBeUndefined();
  });

  test('that overtook the record of its sending comes too early', () => {
    expect(recordReport(aVisit(), 1, report(), now)).toBe('early');
  });

  test('comes to the same whatever the order and however often', () => {
    const reports = [report(), bounce, report({ messageId: 'm2' })];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...reports), { minLength: 6, maxLength: 12 }), (some) => {
        const order = [...some, ...reports]; // each at least once
        const { channels, status } = following(sent([portal, email, sms]), ...order).notice;
        expect([status, ...channels.map((delivery) => delivery.status)]).toEqual([
          'delivered',
          'sent',
          'failed',
          'delivered',
        ]);
      }),
    );
  });
});

describe('where the business named an order', () => {
  const contacts = { email: 'desk@example.com', phone: '13800138000', channels: ['email', 'sms'] as const };

  test('a bounce makes the notice due by the next channel', () => {
    const visit = following(sent([portal, email], { contacts }), bounce);
    expect(visit).toMatchObject({
      notice: { status: 'failed', again: { kind: 'fallback' }, sendings: 1 },
      outbox: { task: 'send-notice' },
    });
  });

  test('a second report of it asks for no second sending', () => {
    const visit = following(sent([portal, email], { contacts }), bounce, bounce);
    expect(visit.notice.sendings).toBe(1);
  });

  test('the last channel has none after it', () => {
    const channels = [portal, { ...email, status: 'failed' as const }, sms];
    const visit = following(sent(channels, { contacts }), { ...bounce, messageId: 'm2' });
    expect(visit.notice).toMatchObject({ status: 'failed' });
    expect(visit.notice.again).toBeUndefined();
  });

  test('who has read the notice, or has been visited, is not told again', () => {
    const read = { ...sent([email]).notice, readAt: at, status: 'read' as const };
    expect(following(sent([email], { contacts, notice: read }), bounce).notice.again).toBeUndefined();
    expect(following(sent([email], { contacts, status: 'done' }), bounce).notice.again).toBeUndefined();
  });

  test('a reminder that is due keeps its turn', () => {
    const outbox = { task: 'send-notice' as const, since: at };
    const visit = following({ ...sent([email], { contacts }), outbox }, bounce);
    expect(visit.notice.again).toMatchObject({ kind: 'fallback' });
  });
});
