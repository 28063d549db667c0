import { describe, expect, test } from 'vitest';
import { recordDelivery } from '../../../lib/app/notices/record-delivery.ts';
import { sendNotice } from '../../../lib/app/notices/send-notice.ts';
import type { PushChannel } from '../../../lib/domain/notices/contacts.ts';
import type { DeliveryReport } from '../../../lib/domain/notices/delivery-report.ts';
import { raiseNotice } from '../../../lib/domain/notices/notice-change.ts';
import { recordReading } from '../../../lib/domain/notices/notice-delivery.ts';
import { aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { fakeSender } from '../../support/fakes/queues.ts';

const addresses = { email: 'desk@example.com', phone: '13800138000', webhook: 'https://example.com/hook' };
const scope = { district: 'shangcheng' };
const visitId = aVisit().visitId;
const message = { ...scope, visitId, version: 1 };

type Answer = 'sent' | 'failed' | 'in-trouble' | 'fault' | 'no-address';

/** A business that prefers `order`, and channels that answer as they are told, the last answer again and again. */
const aBusiness = async (
  order: readonly PushChannel[] | undefined,
  answers: Partial<Record<PushChannel, Answer[]>>,
) => {
  let count = 0;
  const senderOf = (channel: PushChannel) =>
    fakeSender(channel, () => {
      const [next = 'sent', ...left] = answers[channel] ?? [];
      if (left.length > 0) answers[channel] = left;
      count += 1;
      if (next === 'fault') throw new Error('throttled');
      if (next === 'no-address') return undefined;
      return next === 'sent' ? { status: 'sent', messageId: `m${count}` } : { status: next, error: 'refused' };
    });
  const senders = { email: senderOf('email'), sms: senderOf('sms'), webhook: senderOf('webhook') };
  const ports = {
    ...fakePorts(),
    senders: [fakeSender('portal'), ...Object.values(senders)],
    baseUrl: 'https://example.com',
    toHtml: () => '<p>',
  };
  await ports.visits.create(aVisit({ contacts: { ...addresses, ...(order ? { channels: order } : {}) } }));
  const stands = async () => (await ports.visits.find(scope, visitId)) ?? aVisit();
  const sent = () => Object.entries(senders).flatMap(([channel, { sent: took }]) => took.map(() => channel));
  return { ports, stands, sent, senders };
};

const channelsOf = async (stands: () => Promise<ReturnType<typeof aVisit>>) =>
  (await stands()).notice.channels.map(({ channel, status }) => `${channel} ${status}`);

describe('a business that named an order of channels', () => {
  test('is told by the first alone, the portal beside it', async () => {
    const { ports, stands, sent } = await aBusiness(['sms', 'email'], {});
    await sendNotice(ports, message);
    expect(sent()).toEqual(['sms']);
    expect(await channelsOf(stands)).toEqual(['portal sent', 'sms sent']);
  });

  test('is told by the next where one refuses or has no address, and both show', async () => {
    const { ports, stands, sent } = await aBusiness(['email', 'sms', 'webhook'], {
      email: ['failed'],
      sms: ['no-address'],
    });
    await sendNotice(ports, message);
    expect(sent()).toEqual(['webhook']);
    expect(await channelsOf(stands)).toEqual(['portal sent', 'email failed', 'sms failed', 'webhook sent']);
  });

  test('is told by the next after as many faults of one as the district allows', async () => {
    const { ports, stands, sent } = await aBusiness(['email', 'sms'], { email: ['fault'] });
    for (const attempts of [1, 2]) {
      await expect(sendNotice(ports, message)).rejects.toThrow('1 steps');
      expect((await stands()).notice).toMatchObject({
        status: 'due',
        channels: [{ channel: 'portal' }, { channel: 'email', status: 'retrying', attempts }],
      });
    }
    await sendNotice(ports, message);
    expect(sent()).toEqual(['sms']);
    expect(await channelsOf(stands)).toEqual(['portal sent', 'email failed', 'sms sent']);
  });

  test('is tried by the last for as long as it takes', async () => {
    const { ports, stands, sent } = await aBusiness(['email'], { email: ['fault', 'fault', 'fault', 'fault', 'sent'] });
    for (let n = 0; n < 4; n += 1) await expect(sendNotice(ports, message)).rejects.toThrow('1 steps');
    await sendNotice(ports, message);
    expect(sent()).toEqual(['email']);
    expect((await stands()).notice.status).toBe('sent');
  });

  test('is not told where everything failed, and somebody can see it', async () => {
    const { ports, stands } = await aBusiness(['email', 'sms'], { email: ['failed'], sms: ['failed'] });
    await sendNotice(ports, message);
    expect(await stands()).toMatchObject({ status: 'planned', notice: { status: 'failed' } });
  });
});

describe('a business without an order', () => {
  test('is told by every channel at once', async () => {
    const { ports, sent } = await aBusiness(undefined, {});
    await sendNotice(ports, message);
    expect(sent()).toEqual(['email', 'sms', 'webhook']);
  });
});

describe('a webhook whose server is in trouble', () => {
  test('is tried again later, while the others are not', async () => {
    const { ports, stands, sent } = await aBusiness(undefined, { webhook: ['in-trouble', 'in-trouble', 'sent'] });
    for (const attempts of [1, 2]) {
      await expect(sendNotice(ports, message)).rejects.toThrow('1 steps');
      expect((await stands()).notice.channels.at(-1)).toMatchObject({ status: 'retrying', attempts, error: 'refused' });
    }
    await sendNotice(ports, message);
    expect(sent()).toEqual(['email', 'sms', 'webhook', 'webhook', 'webhook']);
    expect((await stands()).notice.status).toBe('sent');
  });

  test('has failed after as many tries as the district allows, also where it is the only way', async () => {
    for (const order of [undefined, ['webhook']] as const) {
      const { ports, stands } = await aBusiness(order, { webhook: ['in-trouble'] });
      for (const _ of [1, 2]) await expect(sendNotice(ports, message)).rejects.toThrow('1 steps');
      await sendNotice(ports, message);
      expect((await stands()).notice).toMatchObject({ status: order ? 'failed' : 'sent' });
      expect((await stands()).notice.channels.at(-1)).toMatchObject({ status: 'failed', error: 'refused' });
      expect((await stands()).outbox).toBeUndefined();
    }
  });

  test('does not keep what was read meanwhile from counting as read', async () => {
    const { ports, stands } = await aBusiness(undefined, { webhook: ['in-trouble', 'sent'] });
    const read = async () => recordReading(await stands(), ports.clock.now());
    expect(await read()).toBeUndefined(); // nothing has gone out yet
    await expect(sendNotice(ports, message)).rejects.toThrow('1 steps');
    const reading = await read();
    expect(reading?.notice).toMatchObject({ status: 'due', readAt: expect.anything() });
    if (reading) await ports.visits.change(reading);
    await sendNotice(ports, message);
    expect((await stands()).notice.status).toBe('read');
  });

  test('does not make a later version new to who was told by the others', async () => {
    const { ports, stands } = await aBusiness(undefined, { webhook: ['in-trouble'] });
    await expect(sendNotice(ports, message)).rejects.toThrow('1 steps');
    const visit = await stands();
    const moved = { ...visit, day: '2026-12-10' };
    expect(raiseNotice(visit, moved, '2026-11-23T02:00:00.000Z').notice).toMatchObject({ kind: 'changed', version: 2 });
  });
});

describe('what a channel reports later', () => {
  const report = (messageId: string, outcome: DeliveryReport['outcome']): DeliveryReport => ({
    messageId,
    outcome,
    of: { ...scope, visitId, version: 1 },
    isFinal: true,
    at: '2026-11-23T01:30:00.000Z',
    ...(outcome === 'failed' ? { error: 'Permanent General' } : {}),
  });

  test('of a bounce sends the notice by the next channel, once, however often it is reported', async () => {
    const { ports, stands, sent, senders } = await aBusiness(['email', 'sms'], {});
    await sendNotice(ports, message);
    for (const _ of [1, 2, 3]) await recordDelivery(ports, report('m1', 'failed'));
    expect(ports.queues.sent.notify).toEqual([{ ...message, sending: 1, businessId: (await stands()).businessId }]);
    for (const _ of [1, 2]) await sendNotice(ports, { ...message, sending: 1 });
    expect(sent()).toEqual(['email', 'sms']);
    expect(senders.sms.sent[0]?.key).toBe(`${visitId}:1`);
    expect(await stands()).toMatchObject({ notice: { status: 'sent' }, history: expect.anything() });
    expect((await stands()).history.map(({ action }) => action)).toEqual([
      'published',
      'notice-sent',
      'notice-bounced',
      'notice-fell-back',
    ]);
  });

  test('of a message that nobody sent changes nothing', async () => {
    const { ports, stands } = await aBusiness(['email'], {});
    const { of: _, ...forged } = report('forged', 'failed');
    expect(await recordDelivery(ports, forged)).toBe('kept');
    await sendNotice(ports, message);
    expect(await recordDelivery(ports, report('forged', 'failed'))).toBe('nothing-new');
    expect((await stands()).notice.status).toBe('sent');
  });

  test('of a text message that was not noted yet counts once it is', async () => {
    const { ports, stands, sent } = await aBusiness(['sms', 'email'], {});
    const { of: _, ...bounced } = report('m1', 'failed');
    expect(await recordDelivery(ports, bounced)).toBe('kept');
    await sendNotice(ports, message);
    expect(await channelsOf(stands)).toEqual(['portal sent', 'sms failed']);
    await sendNotice(ports, { ...message, sending: 1 });
    expect(sent()).toEqual(['email', 'sms']); // both, each once
    expect(await recordDelivery(ports, bounced)).toBe('nothing-new');
  });

  test('of a text message whose name could not be noted counts once it could, and it is sent once', async () => {
    const { ports, stands, sent } = await aBusiness(['sms'], {});
    const note: typeof ports.sentMessages.note = async () => {
      throw new Error('throttled');
    };
    const { of: _, ...bounced } = report('m1', 'failed');
    const throttled = { ...ports, sentMessages: { ...ports.sentMessages, note } };
    await expect(sendNotice(throttled, message)).rejects.toThrow('1 steps');
    expect(await stands()).toMatchObject({ notice: { status: 'due' }, outbox: { task: 'send-notice' } });
    expect(await recordDelivery(ports, bounced)).toBe('kept');
    await sendNotice(ports, message);
    expect(sent()).toEqual(['sms']);
    expect((await stands()).notice).toMatchObject({ status: 'failed', channels: [{}, { error: 'Permanent General' }] });
  });

  test('before its sending is on record is a fault, to be tried again', async () => {
    const { ports } = await aBusiness(['email'], {});
    await expect(recordDelivery(ports, report('m1', 'delivered'))).rejects.toThrow('not on record yet');
  });

  test('of a text message, which names no notice, finds the visit by what the channel called it', async () => {
    const { ports, stands } = await aBusiness(['sms'], {});
    await sendNotice(ports, message);
    const { of: _, ...named } = report('m1', 'delivered');
    expect(await recordDelivery(ports, named)).toBe('recorded');
    expect((await stands()).notice.status).toBe('delivered');
  });

  test('of an older version changes nothing of the newer', async () => {
    const { ports, stands } = await aBusiness(['email'], {});
    await sendNotice(ports, message);
    const visit = await stands();
    await ports.visits.change({
      ...visit,
      notice: { ...visit.notice, version: 2, status: 'sent', channels: [] },
      version: visit.version + 1,
    });
    expect(await recordDelivery(ports, report('m1', 'failed'))).toBe('nothing-new');
    expect((await stands()).notice.status).toBe('sent');
  });

  test('while the sending is recorded is not written over by that record', async () => {
    const { ports, stands } = await aBusiness(['email', 'sms'], {});
    const change = ports.visits.change;
    let raced = false;
    const visits: typeof ports.visits = {
      ...ports.visits,
      change: async (visit) => {
        if (!raced) {
          raced = true; // another sender of the same message was faster, and its message has come back already
          await change(visit);
          await recordDelivery(ports, report('m1', 'failed'));
        }
        return change(visit);
      },
    };
    await sendNotice({ ...ports, visits }, message);
    expect(await channelsOf(stands)).toEqual(['portal sent', 'email failed', 'sms sent']);
    expect(await stands()).toMatchObject({ notice: { status: 'sent', sendings: 1 } });
    expect((await stands()).outbox).toBeUndefined();
  });
});
