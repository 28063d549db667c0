import type { CloudWatchLogsEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { sesEvents, type TakenEmail } from '../../../infra/local/mailbox/ses-events.ts';
import { logsEvent, smsLogLine } from '../../../infra/local/mailbox/sms-log.ts';
import { deliveryReport, noticeTag, toNoticeTag } from '../../../lib/contract/delivery-reports.ts';
import { collectReports } from '../../../lib/edge/log-function.ts';

// What the mailbox of one machine reports, read as the product reads SES's and SNS's own.

const takenAt = new Date('2026-11-23T01:00:00.000Z');
const at = new Date('2026-11-23T01:00:01.000Z');
const of = { district: 'shangcheng', visitId: '91330102MA2AAAAA0A-01.v1', version: 2 };
const mailTo = (to: string): TakenEmail => ({
  ...{ messageId: 'm1', takenAt, from: 'notices@example.com', to, configurationSet: 'reports' },
  tags: { [noticeTag]: toNoticeTag(of) },
});
const reportsOn = (to: string) =>
  sesEvents(mailTo(to), at).map(({ outcome, event }) => {
    const { messageId, of: named, at: when, ...report } = deliveryReport.parse(event);
    expect([messageId, named, when]).toEqual(['m1', of, at.toISOString()]);
    return { shown: outcome, ...report };
  });

describe('an e-mail is reported on as SES’s mailbox simulator does', () => {
  const delivered = { shown: 'delivered', outcome: 'delivered', isFinal: true };
  test.each(['desk@example.com', 'success@simulator.amazonses.com', 'bounce@example.com'])('%s: delivered', (to) => {
    expect(reportsOn(to)).toEqual([delivered]);
  });

  test.each(['bounce@simulator.amazonses.com', 'bounce+17@simulator.amazonses.com', 'Bounce@Simulator.AmazonSES.com'])(
    '%s: bounced for good',
    (to) => {
      const error = 'Permanent General 5.1.1';
      expect(reportsOn(to)).toEqual([{ shown: 'bounced', outcome: 'failed', isFinal: true, error }]);
    },
  );

  test('an address on the suppression list bounces, an out-of-office answer and a complaint follow the delivery', () => {
    expect(reportsOn('suppressionlist@simulator.amazonses.com')).toMatchObject([
      { shown: 'bounced', isFinal: true, error: 'Permanent Suppressed 5.1.1' },
    ]);
    const reply = { shown: 'auto-replied', outcome: 'failed', isFinal: false, error: 'Transient General' };
    expect(reportsOn('ooto+1@simulator.amazonses.com')).toEqual([delivered, reply]);
    const complaint = { shown: 'complained', outcome: 'complained', isFinal: true, error: 'Complaint abuse' };
    expect(reportsOn('complaint@simulator.amazonses.com')).toEqual([delivered, complaint]);
  });
});

describe('a text message', () => {
  const lineFor = (number: string, text = '将于 2026-12-09 检查') =>
    smsLogLine({ messageId: 's1', takenAt, number, text }, at);

  test('arrives, but not at a number that ends in 0000', () => {
    const arrived = lineFor('+8613800138001');
    expect(arrived.failed).toBe(false);
    expect(deliveryReport.parse(arrived.line)).toMatchObject({ messageId: 's1', outcome: 'delivered' });
    const off = lineFor('+8613800130000');
    expect(off.failed).toBe(true);
    expect(deliveryReport.parse(off.line)).toMatchObject({
      outcome: 'failed',
      error: 'Phone is currently unreachable/unavailable',
    });
  });

  test.each([
    ['检', 70, 1],
    ['检', 71, 2],
    ['检', 135, 3],
    ['a', 160, 1],
    ['a', 161, 2],
  ])('of %s, %i times, has %i parts', (character, length, parts) => {
    const { line } = lineFor('+8613800138001', character.repeat(length));
    expect(line.delivery.numberOfMessageParts).toBe(parts);
  });

  test('reaches the queue by the function that subscribes to the log', async () => {
    const passed: string[] = [];
    const handler = collectReports('collect-sms-reports', async (line) => void passed.push(line));
    const { line } = lineFor('+8613800138001');
    const event: CloudWatchLogsEvent = logsEvent('group', 'filter', line, at);
    await handler(event);
    expect(passed.map((one) => JSON.parse(one))).toEqual([line]);
  });
});
