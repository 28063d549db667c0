import { describe, expect, it } from 'vitest';
import { checkIn } from '../../../lib/app/field/check-in.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aRequest, inspector } from '../../support/a-request.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const onTheDay = '2026-12-09T01:05:00.000Z';
const held = { version: 1, kind: 'new', status: 'held', changes: [], channels: [] } as const;

const byId = (ports: ReturnType<typeof fakePorts>, visitId: string) =>
  [...ports.visits.stored.values()].find((visit) => visit.visitId === visitId);

const arrive = async (visit: Visit, body: object = { code: 'ABCD2345' }, more: object = {}) => {
  const ports = fakePorts();
  await ports.visits.create(visit);
  const params = { visitId: visit.visitId };
  const request = { params, body, principal: inspector('fire'), now: onTheDay, ...more };
  const answer = await checkIn(ports, aRequest('check-in', request));
  return { ports, answer, stored: byId(ports, visit.visitId) };
};

describe('checking in', () => {
  it('by the visit’s code puts it under way, with who and where on record', async () => {
    const { answer, stored } = await arrive(aVisit({ status: 'notified' }), { code: 'ABCD2345', place: '前台' });
    expect(answer).toMatchObject({ status: 'under-way', version: 2, code: 'ABCD2345' });
    expect(stored?.checkedInAt).toBe(onTheDay);
    expect(stored?.history.at(-1)).toEqual({
      at: onTheDay,
      by: 'inspector-fire',
      action: 'checked-in',
      reason: '前台',
    });
  });

  it.each(['abcd2345', 'ABCD 2345', 'abcd-23-45'])('takes the code as typed: %s', async (code) => {
    expect((await arrive(aVisit(), { code })).answer).toMatchObject({ status: 'under-way' });
  });

  it('on another day is allowed, and on record as such', async () => {
    const { stored } = await arrive(aVisit(), undefined, { now: '2026-12-10T01:00:00.000Z' });
    expect(stored?.history.at(-1)?.action).toBe('checked-in-off-day');
  });

  it('with another code is refused', async () => {
    const { answer, stored } = await arrive(aVisit(), { code: 'ABCD2346' });
    expect(answer).toMatchObject({ refused: 'check-in-refused', errors: [{ path: 'code', code: 'code-wrong' }] });
    expect(stored?.version).toBe(1);
  });

  it.each(['done', 'closed', 'cancelled', 'vetoed'] as const)('is refused at a visit that is %s', async (status) => {
    expect((await arrive(aVisit({ status }))).answer).toMatchObject({ refused: 'state-conflict' });
  });

  it('finds no visit that the inspector’s unit does not attend', async () => {
    const { answer } = await arrive(aVisit(), undefined, { principal: inspector('market-S03') });
    expect(answer).toMatchObject({ refused: 'not-found' });
  });

  it('a second unit checks in too; the same inspector again changes nothing', async () => {
    const ports = fakePorts();
    await ports.visits.create(aJointVisit());
    const params = { visitId: aJointVisit().visitId };
    const body = { code: 'ABCD2345' };
    const come = (unit: string) =>
      checkIn(ports, aRequest('check-in', { params, body, principal: inspector(unit), now: onTheDay }));
    await come('fire');
    expect(await come('market-S03')).toMatchObject({ version: 3 });
    expect(await come('fire')).toMatchObject({ version: 3 });
  });

  it('at an unannounced visit makes its notice due, with the number it has by now', async () => {
    const visit = aVisit({ mode: 'unannounced', notice: held, outbox: undefined });
    const ports = fakePorts();
    await ports.visits.create(visit);
    await ports.visits.create(aVisit({ visitId: `${visit.businessId}.v2`, day: '2026-12-15', code: 'OTHER' }));
    const params = { visitId: visit.visitId };
    const body = { code: visit.code };
    await checkIn(ports, aRequest('check-in', { params, body, principal: inspector('fire'), now: onTheDay }));
    const stored = byId(ports, visit.visitId);
    expect(stored).toMatchObject({
      numberInYear: 2,
      notice: { status: 'due', dueAt: onTheDay },
      outbox: { task: 'send-notice', since: onTheDay },
    });
    expect(ports.queues.sent.notify).toEqual([expect.objectContaining({ visitId: visit.visitId, version: 1 })]);
  });

  it('leaves an announced visit’s notice to itself', async () => {
    const { ports, stored } = await arrive(aVisit());
    expect(stored?.outbox).toEqual(aVisit().outbox);
    expect(ports.queues.sent.notify).toEqual([]);
  });
});
