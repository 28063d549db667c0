import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sendNotice } from '../../../lib/app/notices/send-notice.ts';
import { aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { fakeSender } from '../../support/fakes/queues.ts';

const visit = aVisit();
const message = { district: visit.district, visitId: visit.visitId, version: 1 };
const scope = { district: visit.district };

const prepared = async (stands = visit) => {
  const email = fakeSender('email');
  const ports = {
    ...fakePorts(),
    senders: [fakeSender('portal'), email],
    baseUrl: 'https://example.com',
    toHtml: () => '<p>',
  };
  await ports.visits.create(stands);
  return { ports, email };
};

describe('sending a notice', () => {
  test('sends what is due by every channel and keeps what came of it', async () => {
    const { ports, email } = await prepared();
    await sendNotice(ports, message);
    expect(email.sent).toHaveLength(1);
    expect(email.sent[0]).toMatchObject({
      key: `${visit.visitId}:1`,
      title: '综合查一次检查通知书 江畔旅馆 2026-12-09',
    });
    expect(email.sent[0]?.url).toMatch(/^https:\/\/example\.com\/n\/./);
    const stored = await ports.visits.find(scope, visit.visitId);
    expect(stored).toMatchObject({ status: 'notified', notice: { status: 'sent' } });
    expect(stored?.outbox).toBeUndefined();
  });

  test('of a repeated or late message stays quiet', async () => {
    const { ports, email } = await prepared();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }), async (versions) => {
        for (const version of versions) await sendNotice(ports, { ...message, version });
        expect(email.sent).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  test('never sends the notice of an unannounced visit before its check-in', async () => {
    const { ports, email } = await prepared(
      aVisit({ mode: 'unannounced', notice: { ...visit.notice, status: 'held' } }),
    );
    await sendNotice(ports, message);
    expect(email.sent).toHaveLength(0);
  });

  test('of a visit that is not there stays quiet', async () => {
    const { ports, email } = await prepared();
    await sendNotice(ports, { ...message, visitId: 'gone.v1' });
    expect(email.sent).toHaveLength(0);
  });

  test('writes its record again, without sending again, where the visit changed meanwhile', async () => {
    const { ports, email } = await prepared();
    const racing = fakeSender('sms', () => ({ status: 'sent' }));
    const senders = [
      ...ports.senders,
      {
        ...racing,
        send: async (...sent: Parameters<typeof racing.send>) => {
          await ports.visits.change({ ...visit, status: 'acknowledged', version: 2 });
          return racing.send(...sent);
        },
      },
    ];
    await sendNotice({ ...ports, senders }, message);
    expect(email.sent).toHaveLength(1);
    expect(await ports.visits.find(scope, visit.visitId)).toMatchObject({
      status: 'acknowledged',
      notice: { status: 'sent' },
      version: 3,
    });
  });

  test('sends the newer version too where one fell due meanwhile, and never the older after it', async () => {
    const { ports, email } = await prepared();
    let raced = false;
    const senders = [
      {
        channel: 'webhook' as const,
        send: async () => {
          if (!raced)
            await ports.visits.change({
              ...visit,
              notice: { ...visit.notice, version: 2, kind: 'changed' },
              version: 2,
            });
          raced = true;
          return undefined;
        },
      },
      email,
    ];
    await sendNotice({ ...ports, senders }, message);
    expect(email.sent.map(({ version }) => version)).toEqual([1, 2]);
    expect((await ports.visits.find(scope, visit.visitId))?.notice).toMatchObject({ version: 2, status: 'sent' });
  });

  test('sends again by the channel that was at fault, and by no other', async () => {
    const { ports, email } = await prepared();
    let isDown = true;
    const sms = fakeSender('sms', () => {
      if (isDown) throw new Error('throttled');
      return { status: 'sent' };
    });
    const senders = [...ports.senders, sms];
    await expect(sendNotice({ ...ports, senders }, message)).rejects.toThrow('1 steps');
    expect((await ports.visits.find(scope, visit.visitId))?.notice).toMatchObject({ status: 'due' });
    isDown = false;
    await sendNotice({ ...ports, senders }, message);
    expect([email.sent.length, sms.sent.length]).toEqual([1, 1]);
    const stored = await ports.visits.find(scope, visit.visitId);
    expect(stored?.notice.channels.map(({ channel }) => channel)).toEqual(['portal', 'email', 'sms']);
    expect(stored).toMatchObject({ status: 'notified', notice: { status: 'sent' } });
    expect(stored?.outbox).toBeUndefined();
  });

  test('shows a notice that no channel took', async () => {
    const { ports } = await prepared();
    const senders = [fakeSender('portal'), fakeSender('email', () => ({ status: 'failed', error: 'bounced' }))];
    await sendNotice({ ...ports, senders }, message);
    expect((await ports.visits.find(scope, visit.visitId))?.notice).toMatchObject({
      status: 'failed',
      channels: [
        { channel: 'portal', status: 'sent' },
        { channel: 'email', status: 'failed', error: 'bounced' },
      ],
    });
  });
});
