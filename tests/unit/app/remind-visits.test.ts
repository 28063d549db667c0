import { describe, expect, test } from 'vitest';
import { remindVisits } from '../../../lib/app/notices/remind-visits.ts';
import { sendNotice } from '../../../lib/app/notices/send-notice.ts';
import { listVisits } from '../../../lib/app/visits/list-visits.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import { aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';
import { fakeSender } from '../../support/fakes/queues.ts';
import { fixedClock } from '../../support/fakes/time-ids-links.ts';

const scope = { district: 'shangcheng' };
const { outbox: _, ...told } = aVisit({
  day: '2026-12-07', // a Monday
  status: 'notified',
  notice: { ...aVisit().notice, status: 'sent', sentAt: '2026-11-23T01:01:00.000Z' },
});
const friday = '2026-12-04T00:00:00.000Z';

const standing = async (...visits: readonly Visit[]) => {
  const clock = fixedClock(friday);
  const email = fakeSender('email');
  const ports = {
    ...fakePorts(),
    clock,
    senders: [fakeSender('portal'), email],
    ownDistrict: 'shangcheng',
    baseUrl: 'https://example.com',
    toHtml: () => '<p>',
  };
  for (const visit of visits) await ports.visits.create(visit);
  await ports.calendars.put(scope, { year: 2026, holidays: [], makeUpDays: [], provisional: false }, 0);
  await ports.calendars.put(scope, { year: 2027, holidays: [], makeUpDays: [], provisional: true }, 0);
  const deliver = async () => {
    for (const { businessId: __, ...message } of ports.queues.sent.notify.splice(0)) await sendNotice(ports, message);
  };
  const stands = () => ports.visits.find(scope, told.visitId);
  return { ports, clock, email, deliver, stands };
};

describe('remind-visits', () => {
  test('reminds on Friday of Monday’s visit, once, by the channels of its notice', async () => {
    const { ports, email, deliver, stands } = await standing(told);
    expect(await remindVisits(ports)).toEqual({ reminded: 1 });
    expect(await remindVisits(ports)).toEqual({ reminded: 0 });
    await deliver();
    await deliver();
    expect(email.sent.map(({ key, title }) => [key, title])).toEqual([
      [`${told.visitId}:1:reminder`, '检查提醒：综合查一次检查通知书 江畔旅馆 2026-12-07'],
    ]);
    const visit = await stands();
    expect(visit).toMatchObject({ status: 'notified', reminder: { day: '2026-12-07', status: 'sent' } });
    expect(visit?.outbox).toBeUndefined();
    expect(visit?.history.at(-1)?.action).toBe('reminded');
  });

  test('stays quiet on a free day, earlier, and where the district wants none', async () => {
    const { ports, clock } = await standing(told);
    for (const at of ['2026-12-05T00:00:00.000Z', '2026-12-03T00:00:00.000Z']) {
      clock.set(at);
      expect(await remindVisits(ports)).toEqual({ reminded: 0 });
    }
    clock.set(friday);
    const none = { ...defaultSettings, effectiveFrom: '2026-01-01', remindWorkingDaysBefore: 0 };
    await ports.settings.put(scope, { ...none, version: 1, changedAt: friday, changedBy: 'admin' });
    expect(await remindVisits(ports)).toEqual({ reminded: 0 });
  });

  test('reminds on a Saturday that is worked, not on the Friday before it, and before a holiday of the one after it', async () => {
    const { ports, clock } = await standing(told, { ...told, visitId: `${told.visitId}x`, day: '2026-12-10' });
    const holidays = ['2026-12-08', '2026-12-09'];
    const calendar = { year: 2026, holidays, makeUpDays: ['2026-12-05'], provisional: false };
    await ports.calendars.put(scope, calendar, 1);
    expect(await remindVisits(ports)).toEqual({ reminded: 0 });
    clock.set('2026-12-05T00:00:00.000Z');
    expect(await remindVisits(ports)).toEqual({ reminded: 1 });
    clock.set('2026-12-07T00:00:00.000Z'); // the next working day is Thursday
    expect(await remindVisits(ports)).toEqual({ reminded: 1 });
  });

  test.each([
    ['cancelled', { status: 'cancelled' }],
    ['under way', { status: 'under-way', checkedInAt: friday }],
    ['unannounced', { mode: 'unannounced', status: 'planned', notice: { ...told.notice, status: 'held' } }],
    ['not told of yet', { notice: { ...told.notice, status: 'due' } }],
    ['told of only today', { notice: { ...told.notice, sentAt: friday } }],
  ] as const)('reminds nobody of a visit that is %s', async (__, overrides) => {
    const { ports } = await standing({ ...told, ...overrides });
    expect(await remindVisits(ports)).toEqual({ reminded: 0 });
  });

  test('is in the outbox until it is sent, so a lost message loses no reminder', async () => {
    const { ports, clock, email, deliver } = await standing(told);
    ports.queues.failing = true;
    await remindVisits(ports);
    ports.queues.failing = false;
    clock.set('2026-12-04T00:01:00.000Z');
    for await (const entry of ports.outbox.pending(new Date('2026-12-04T00:00:30.000Z'))) {
      if (entry.task === 'send-notice') {
        await ports.queues.notify({ ...scope, visitId: entry.visitId, version: entry.noticeVersion }, entry.businessId);
      }
    }
    await deliver();
    expect(email.sent).toHaveLength(1);
  });

  test('gives way to a newer notice, which reminds as well', async () => {
    const { ports, email, deliver, stands } = await standing(told);
    await remindVisits(ports);
    const due = await stands();
    if (!due) throw new Error('gone');
    const notice = { ...due.notice, version: 2, kind: 'changed', status: 'due' } as const;
    await ports.visits.change({ ...due, notice, start: '10:30', version: due.version + 1 });
    await deliver();
    expect(email.sent.map(({ key }) => key)).toEqual([`${told.visitId}:2`]);
    expect((await stands())?.outbox).toBeUndefined();
    expect(await remindVisits(ports)).toEqual({ reminded: 0 });
  });

  test('is not sent of a visit that began before its turn came', async () => {
    const { ports, email, deliver, stands } = await standing(told);
    await remindVisits(ports);
    const due = await stands();
    if (!due) throw new Error('gone');
    await ports.visits.change({ ...due, status: 'under-way', version: due.version + 1 });
    await deliver();
    expect(email.sent).toEqual([]);
    expect((await stands())?.outbox).toBeUndefined();
  });

  test('reminds again of a visit that moved to another day', async () => {
    const { ports, clock, email, deliver, stands } = await standing(told);
    await remindVisits(ports);
    await deliver();
    const reminded = await stands();
    if (!reminded) throw new Error('gone');
    await ports.visits.change({ ...reminded, day: '2026-12-09', version: reminded.version + 1 });
    clock.set('2026-12-08T00:00:00.000Z');
    expect(await remindVisits(ports)).toEqual({ reminded: 1 });
    await deliver();
    expect(email.sent).toHaveLength(2);
  });
});

describe('what was not read', () => {
  test('is listed from two working days before the visit on, for whoever follows it up', async () => {
    const { ports } = await standing(
      told,
      { ...told, visitId: `${told.businessId}.read`, notice: { ...told.notice, status: 'read' } },
      { ...told, visitId: `${told.businessId}.later`, day: '2026-12-09' },
      { ...told, visitId: `${told.businessId}.off`, status: 'cancelled' },
      { ...told, visitId: `${told.businessId}.past`, day: '2026-12-01' },
    );
    const unread = async (now: string) => {
      const request = aRequest('list-visits', { query: { notice: 'unread' }, principal: coordinator, now });
      const page = await listVisits(ports, request);
      return 'refused' in page ? page : page.items.map(({ visitId }) => visitId);
    };
    expect(await unread('2026-12-02T01:00:00.000Z')).toEqual([]);
    expect(await unread('2026-12-03T01:00:00.000Z')).toEqual([told.visitId]);
  });
});
