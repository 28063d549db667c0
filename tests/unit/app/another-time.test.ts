import { describe, expect, it } from 'vitest';
import { getNotice } from '../../../lib/app/notices/get-notice.ts';
import { requestAnotherTime } from '../../../lib/app/notices/request-another-time.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aRequest } from '../../support/a-request.ts';
import { aDistrict, addPlan, allVisits, district, drain, proposed, published } from '../../support/a-run.ts';

/** A published visit of December, its notice sent, and the business with its link. */
const told = async (settings = {}, mode: 'announced' | 'unannounced' = 'announced') => {
  const closedOn = ['2026-12-03'];
  const ports = {
    ...(await aDistrict({ settings, businesses: [aBusiness({ closedOn })] })),
    baseUrl: 'https://example.com',
  };
  await addPlan(ports, { plan: { mode }, rows: [{ notBefore: '2026-12-01', due: '2026-12-04' }] });
  await published(ports, await proposed(ports));
  const [visit] = allVisits(ports);
  if (!visit) throw new Error('no visit');
  const { outbox: _, ...rest } = visit;
  const sentAt = '2026-11-23T02:00:00.000Z';
  const notice = { ...visit.notice, status: 'sent', sentAt } as const;
  await ports.visits.change({ ...rest, status: 'notified', notice, version: visit.version + 1 });
  const claims = { ...district, visitId: visit.visitId, noticeVersion: 1 };
  const token = await ports.links.sign(claims, new Date('2027-03-01T00:00:00.000Z'));
  const stands = async (): Promise<Visit> => {
    const found = await ports.visits.find(district, visit.visitId);
    if (!found) throw new Error('gone');
    return found;
  };
  const now = '2026-11-24T01:00:00.000Z';
  const read = async (at = now) => {
    const view = await getNotice(ports, { params: { token }, language: 'zh-CN', now: new Date(at) });
    if ('refused' in view) throw new Error(view.refused);
    return view;
  };
  const ask = (body: object, at = now) =>
    requestAnotherTime(ports, aRequest('request-another-time', { params: { token }, body, now: at, ids: ports.ids }));
  return { ports, stands, read, ask };
};

const other = { day: '2026-12-04', start: '13:30' };

describe('request-another-time', () => {
  it('offers starts that fit the windows, the calendar and the business, never the one that stands', async () => {
    const { read, stands } = await told();
    const { day, start } = await stands();
    const { alternatives = [], anotherTime } = await read();
    expect(alternatives.length).toBeGreaterThan(2);
    expect(alternatives.length).toBeLessThanOrEqual(6);
    expect(alternatives).not.toContainEqual({ day, start });
    expect(new Set(alternatives.map((one) => one.day))).toEqual(new Set(['2026-12-01', '2026-12-02', '2026-12-04']));
    expect(anotherTime).toEqual({ left: 2 });
  });

  it('keeps the wish and moves the visit on the business’s behalf, with its consent', async () => {
    const { ports, ask, read, stands } = await told();
    const answer = await ask({ ...other, words: '当天盘点' });
    expect(answer).toMatchObject({ status: 'requested', ...other, left: 1 });
    expect(await read()).toMatchObject({ alternatives: [], anotherTime: { asked: { ...other, status: 'requested' } } });
    await drain(ports);
    const visit = await stands();
    expect(visit).toMatchObject({ ...other, notice: { version: 2, kind: 'changed', status: 'due' } });
    expect(visit.wishes).toMatchObject([{ ...other, words: '当天盘点' }]);
    expect(visit.history.map(({ action }) => action)).toContain('another-time-requested');
    expect(visit.history.find(({ action }) => action === 'rescheduled')).toMatchObject({
      by: 'business',
      reason: '当天盘点',
    });
    expect((await read()).anotherTime).toMatchObject({ left: 1, asked: { ...other, status: 'moved' } });
  });

  it('takes a repeat for the same wish, even where the order behind it was never stored', async () => {
    const { ports, ask, stands } = await told();
    const failing = { ...ports.commands, create: () => Promise.reject(new Error('cut off')) };
    const broken = { ...ports, commands: failing };
    const claims = { ...district, visitId: (await stands()).visitId, noticeVersion: 1 };
    const token = await ports.links.sign(claims, new Date('2027-03-01T00:00:00.000Z'));
    const request = aRequest('request-another-time', {
      params: { token },
      body: other,
      now: '2026-11-24T01:00:00.000Z',
      ids: ports.ids,
    });
    await expect(requestAnotherTime(broken, request)).rejects.toThrow('cut off');
    const first = await ask(other);
    expect(await ask(other)).toEqual(first);
    expect(first).toMatchObject({ left: 1 });
    await drain(ports);
    expect((await stands()).history.filter(({ action }) => action === 'rescheduled')).toHaveLength(1);
  });

  it('takes the same time for another wish once the visit was moved there and away again', async () => {
    const { ports, ask, stands } = await told();
    const { day, slot, start, end } = await stands();
    const first = await ask(other);
    await drain(ports);
    const there = await stands();
    await ports.visits.change({ ...there, day, slot, start, end, version: there.version + 1 });
    const second = await ask(other);
    expect(second).toMatchObject({ status: 'requested', left: 0 });
    expect(second).not.toMatchObject({ commandId: 'commandId' in first && first.commandId });
    await drain(ports);
    expect(await stands()).toMatchObject(other);
  });

  it('refuses what the schedule cannot take, with the reason', async () => {
    const { ask, stands } = await told();
    const { day, start } = await stands();
    const codes = async (body: object) => {
      const answer = await ask(body);
      return 'refused' in answer ? answer.errors.map(({ code }) => code) : [];
    };
    expect(await codes({ day, start })).toEqual(['same-time']);
    expect(await codes({ day: '2026-12-03', start: '09:00' })).toEqual(['business-closed']);
    expect(await codes({ day: '2026-12-07', start: '09:00' })).toEqual(['window-of-request']);
    expect(await codes({ day: '2026-12-02', start: '09:05' })).toEqual(['start-unknown']);
    expect((await stands()).wishes).toBeUndefined();
  });

  it('may be asked for twice, and not shortly before the visit', async () => {
    const { ports, ask, read, stands } = await told();
    for (const wish of [other, { day: '2026-12-02', start: '10:30' }]) {
      await ask(wish);
      await drain(ports);
    }
    expect(await ask({ day: '2026-12-04', start: '09:00' })).toMatchObject({ errors: [{ code: 'another-time-used' }] });
    expect(await read()).toMatchObject({ alternatives: [], anotherTime: { left: 0 } });
    const late = await told();
    const eve = `${(await late.stands()).day}T00:00:00.000Z`;
    expect(await late.ask(other, eve)).toMatchObject({ errors: [{ code: 'another-time-late' }] });
    expect((await late.read(eve)).alternatives).toEqual([]);
    expect((await stands()).wishes).toHaveLength(2);
  });

  it('moves nothing that has begun or is off', async () => {
    const { ports, ask, stands } = await told();
    const visit = await stands();
    await ports.visits.change({ ...visit, status: 'cancelled', version: visit.version + 1 });
    expect(await ask(other)).toMatchObject({ refused: 'state-conflict', errors: [{ code: 'status' }] });
  });

  it('tells nothing of an unannounced visit to the same business: neither by what it offers nor by how it refuses', async () => {
    const { ports, stands, read, ask } = await told();
    const before = (await read()).alternatives;
    const visit = await stands();
    const hidden: Visit = {
      ...visit,
      visitId: `${visit.businessId}.hidden`,
      code: 'HIDDEN0001',
      day: other.day,
      slot: 3,
      start: '15:00',
      end: '16:30',
      mode: 'unannounced',
      status: 'planned',
      attending: [],
      notice: { version: 1, kind: 'new', status: 'held', changes: [], channels: [] },
      version: 1,
    };
    await ports.visits.create(hidden);
    expect((await read()).alternatives).toEqual(before);
    expect(await ask(other)).toMatchObject({ status: 'requested' });
    await drain(ports);
    expect(await stands()).toMatchObject({ day: visit.day, start: visit.start });
    const { anotherTime } = await read();
    expect(anotherTime).toMatchObject({ asked: { ...other, status: 'refused' } });
    expect(JSON.stringify(await read())).not.toContain('near-visit');
  });
});
