import { describe, expect, test } from 'vitest';
import { deliveryReport, noticeTag, toNoticeTag } from '../../../lib/contract/delivery-reports.ts';

// As SES's event publishing and SNS's delivery logs document them, shortened to what varies.

const of = { district: 'shangcheng', visitId: '91330102MA2AAAAA0A-01.v1', version: 2 };
const mail = {
  timestamp: '2026-11-23T01:00:00.000Z',
  messageId: '0100-ses',
  source: 'notices@example.com',
  destination: ['desk@example.com'],
  tags: { 'ses:configuration-set': ['reports'], [noticeTag]: [toNoticeTag(of)] },
};

describe('an event of SES', () => {
  test('of a bounce says which kind, final unless it may be an answering machine, and no address', () => {
    const bounce = (bounceType: string) => ({
      eventType: 'Bounce',
      mail,
      bounce: {
        bounceType,
        bounceSubType: 'General',
        timestamp: '2026-11-23T01:00:05.000Z',
        bouncedRecipients: [{ emailAddress: 'desk@example.com', status: '5.1.1' }],
      },
    });
    expect(deliveryReport.parse(bounce('Permanent'))).toEqual({
      messageId: '0100-ses',
      of,
      outcome: 'failed',
      isFinal: true,
      at: '2026-11-23T01:00:05.000Z',
      error: 'Permanent General 5.1.1',
    });
    expect(deliveryReport.parse(bounce('Transient'))).toMatchObject({ isFinal: false });
    expect(JSON.stringify(deliveryReport.parse(bounce('Permanent')))).not.toContain('desk@');
  });

  test('of a delivery, a complaint and a rejection', () => {
    const at = '2026-11-23T01:00:05.000Z';
    expect(
      deliveryReport.parse({ eventType: 'Delivery', mail, delivery: { timestamp: at, smtpResponse: '250 ok' } }),
    ).toMatchObject({ outcome: 'delivered', of, at });
    const complaint = { timestamp: at, complaintFeedbackType: 'abuse' };
    expect(deliveryReport.parse({ eventType: 'Complaint', mail, complaint })).toMatchObject({
      outcome: 'complained',
      error: 'Complaint abuse',
    });
    expect(deliveryReport.parse({ eventType: 'Reject', mail, reject: { reason: 'Bad content' } })).toMatchObject({
      outcome: 'failed',
      error: 'Reject Bad content',
    });
  });

  test('of a message without our tag, or with another’s, names no notice', () => {
    const event = (tags?: object) => ({ eventType: 'Delivery', mail: { ...mail, tags }, delivery: mail });
    for (const tags of [undefined, {}, { notice: ['!'] }, { notice: [Buffer.from('[1,2]').toString('base64url')] }])
      expect(deliveryReport.parse(event(tags))).not.toHaveProperty('of');
  });

  test('of another kind is unreadable', () => {
    expect(deliveryReport.safeParse({ eventType: 'Open', mail, open: {} }).success).toBe(false);
  });
});

test.each([
  ['SUCCESS', 'Message has been accepted by phone carrier', { outcome: 'delivered' }],
  ['FAILURE', 'Phone is unreachable', { outcome: 'failed', error: 'Phone is unreachable' }],
])('a delivery log of a text message: %s', (status, providerResponse, expected) => {
  const line = {
    notification: { messageId: 'sns-1', timestamp: '2026-11-23 01:00:34.558' },
    delivery: { destination: '+8613800138000', providerResponse, dwellTimeMs: 599 },
    status,
  };
  expect(deliveryReport.parse(line)).toMatchObject({
    messageId: 'sns-1',
    at: '2026-11-23T01:00:34.558Z',
    ...expected,
  });
});

test('a tag holds nothing that SES would refuse, whatever the ids', () => {
  expect(toNoticeTag({ ...of, district: '上城' })).toMatch(/^[\w-]{1,256}$/);
});
