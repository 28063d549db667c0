import { describe, expect, test } from 'vitest';
import {
  isOpenToBusiness,
  normaliseCode,
  recordAcknowledgement,
  recordDelivery,
  recordReading,
} from '../../../lib/domain/notices/notice-delivery.ts';
import type { ChannelDelivery } from '../../../lib/domain/notices/notice-state.ts';
import { aVisit } from '../../support/a-visit.ts';

const now = new Date('2026-11-23T02:00:00.000Z');
const delivery = (channel: ChannelDelivery['channel'], status: ChannelDelivery['status']): ChannelDelivery => ({
  channel,
  status,
  at: now.toISOString(),
});

describe('a delivered notice', () => {
  test('makes the visit notified and leaves nothing to do', () => {
    const next = recordDelivery(aVisit(), [delivery('portal', 'sent'), delivery('email', 'sent')], now);
    expect(next).toMatchObject({
      status: 'notified',
      notice: { status: 'sent', sentAt: now.toISOString() },
      version: 2,
    });
    expect(next.outbox).toBeUndefined();
  });

  test('counts as sent when one pushed channel took it', () => {
    const next = recordDelivery(
      aVisit(),
      [delivery('portal', 'sent'), delivery('email', 'failed'), delivery('sms', 'sent')],
      now,
    );
    expect(next.notice.status).toBe('sent');
  });

  test('is failed, for the planner to see, when no pushed channel took it', () => {
    const next = recordDelivery(aVisit(), [delivery('portal', 'sent'), delivery('email', 'failed')], now);
    expect(next).toMatchObject({ status: 'planned', notice: { status: 'failed' } });
  });

  test('counts as sent by the portal alone where the business gave no address', () => {
    expect(recordDelivery(aVisit({ contacts: {} }), [delivery('portal', 'sent')], now).notice.status).toBe('sent');
  });

  test('leaves another task of the visit standing', () => {
    const visit = aVisit({ status: 'done', outbox: { task: 'recognise-results', since: 'x' } });
    expect(recordDelivery(visit, [delivery('portal', 'sent')], now).outbox?.task).toBe('recognise-results');
  });
});

describe('a reading', () => {
  const sent = recordDelivery(aVisit(), [delivery('portal', 'sent')], now);
  test('is kept once', () => {
    const read = recordReading(sent, now);
    expect(read?.notice).toMatchObject({ status: 'read', readAt: now.toISOString() });
    expect(read && recordReading(read, now)).toBeUndefined();
  });
  test('of a notice that is still to be sent changes nothing, so that it is sent', () => {
    expect(recordReading(aVisit(), now)).toBeUndefined();
  });
});

describe('an acknowledgement', () => {
  test('moves a notified visit on, once', () => {
    const next = recordAcknowledgement(aVisit({ status: 'notified' }), now);
    expect(next).toMatchObject({ status: 'acknowledged', notice: { acknowledgedAt: now.toISOString() } });
    expect(next && recordAcknowledgement(next, now)).toBeUndefined();
  });
  test('does not take a visit back that is under way', () => {
    expect(recordAcknowledgement(aVisit({ status: 'under-way' }), now)?.status).toBe('under-way');
  });
  test('leaves a notice due that a channel has still to carry', () => {
    expect(recordAcknowledgement(aVisit(), now)?.notice.status).toBe('due');
  });
});

describe('what the business may know', () => {
  test('an announced visit, from its publication on', () => {
    expect(isOpenToBusiness(aVisit())).toBe(true);
  });
  test('an unannounced visit only from the check-in on', () => {
    const hidden = aVisit({ mode: 'unannounced', notice: { ...aVisit().notice, status: 'held' } });
    expect(isOpenToBusiness(hidden)).toBe(false);
    expect(isOpenToBusiness({ ...hidden, checkedInAt: now.toISOString() })).toBe(true);
  });
});

test('a code is the same however it is typed', () => {
  expect(normaliseCode(' abcd-2345 ')).toBe('ABCD2345');
});
