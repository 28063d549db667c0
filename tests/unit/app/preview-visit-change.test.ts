import { describe, expect, it } from 'vitest';
import { previewVisitChange } from '../../../lib/app/schedule/preview-visit-change.ts';
import { changePreview } from '../../../lib/contract/repairs.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { streetCoordinator } from '../../support/a-change.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import { aDistrict, addPlan, allVisits, type District, district, proposed, published } from '../../support/a-run.ts';
import { aVisit } from '../../support/a-visit.ts';

const standing = async (mode: Visit['mode'] = 'announced') => {
  const ports = await aDistrict();
  await addPlan(ports, { plan: { mode }, rows: [{ notBefore: '2026-12-07' }] });
  await published(ports, await proposed(ports));
  const [visit] = allVisits(ports);
  if (!visit) throw new Error('no visit');
  const { outbox: _, ...rest } = visit;
  const notice = visit.mode === 'announced' ? ({ ...visit.notice, status: 'sent' } as const) : visit.notice;
  const told: Visit = { ...rest, notice, version: visit.version + 1 };
  await ports.visits.change(told);
  return { ports, visit: told };
};
const preview = (
  ports: District,
  { visitId }: Visit,
  query: Record<string, string>,
  principal: Principal = coordinator,
  language: 'zh-CN' | 'en' = 'zh-CN',
) => {
  const now = ports.clock.now().toISOString();
  const request = aRequest('preview-visit-change', { params: { visitId }, query, principal, now, language });
  return previewVisitChange(ports, request);
};
const elsewhere = ({ day }: Visit) => (day === '2026-12-16' ? '2026-12-17' : '2026-12-16');

describe('preview-visit-change', () => {
  it('says of a move where the visit would be, and what its notice would say, in the language of who asks', async () => {
    const { ports, visit } = await standing();
    const day = elsewhere(visit);
    const view = await preview(ports, visit, { change: 'reschedule', day, start: '13:30' });
    expect(view).toMatchObject({
      visitId: visit.visitId,
      version: visit.version,
      fits: true,
      against: [],
      day,
      start: '13:30',
      notifies: true,
      insideNoticePeriod: false,
      changes: [`检查时间：${visit.day} ${visit.start} → ${day} 13:30`],
      waiting: [],
    });
    expect(changePreview.safeParse(view).error).toBeUndefined();
    const abroad = await preview(ports, visit, { change: 'reschedule', day, start: '13:30' }, coordinator, 'en');
    expect(abroad).toMatchObject({ changes: [`When: ${visit.day} ${visit.start} → ${day} 13:30`] });
  });

  it('names the visits to the same business that a move would come close to', async () => {
    const { ports, visit } = await standing();
    const { businessId, businessName } = visit;
    await ports.visits.create(aVisit({ visitId: `${businessId}.near`, businessId, businessName, day: '2026-12-30' }));
    const view = await preview(ports, visit, { change: 'reschedule', day: elsewhere(visit), start: '13:30' });
    expect('near' in view && view.near).toMatchObject([{ visitId: `${businessId}.near` }]);
  });

  it.each(['cancel', 'veto'] as const)('says of a %s which requests wait again, and of no place', async (change) => {
    const { ports, visit } = await standing();
    const view = await preview(ports, visit, { change }, streetCoordinator);
    expect(view).toMatchObject({
      fits: true,
      notifies: true,
      redrawn: [],
      near: [],
      waiting: [{ requestId: 'P1-1', department: 'fire' }],
    });
    expect(view).not.toHaveProperty('day');
  });

  it('says what stands against a change, in words, and nothing of what would follow', async () => {
    const { ports, visit } = await standing();
    const past = await preview(ports, visit, { change: 'reschedule', day: '2026-11-23', start: '09:00' });
    expect(past).toMatchObject({ fits: false, notifies: false, changes: [] });
    expect('against' in past && past.against[0]).toEqual({ path: 'day', code: 'time-past', text: '时间已过' });
    const odd = await preview(ports, visit, { change: 'reschedule', day: elsewhere(visit), start: '09:01' });
    expect(odd).toMatchObject({
      fits: false,
      against: [{ code: 'start-unknown', text: expect.stringMatching(/09:00/) }],
    });
    const { version, ...off } = visit;
    await ports.visits.change({ ...off, status: 'cancelled', version: version + 1 });
    expect(await preview(ports, visit, { change: 'cancel' })).toMatchObject({ fits: false });
  });

  it('refuses a move that says no place, and a visit that is none or out of reach', async () => {
    const { ports, visit } = await standing();
    const move = (query: Record<string, string>) => preview(ports, visit, { change: 'reschedule', ...query });
    expect(await move({ start: '09:00' })).toMatchObject({ refused: 'change-refused', errors: [{ path: 'day' }] });
    expect(await move({ day: '2026-12-16' })).toMatchObject({ refused: 'change-refused', errors: [{ path: 'start' }] });
    const elsewhereInTown = { ...streetCoordinator, street: 'S01' };
    expect(await preview(ports, visit, { change: 'cancel' }, elsewhereInTown)).toMatchObject({ refused: 'not-found' });
    const none = { ...visit, visitId: 'B-09.none' };
    expect(await preview(ports, none, { change: 'cancel' })).toMatchObject({ refused: 'not-found' });
  });

  it('writes nothing, orders nothing and sends nothing', async () => {
    const { ports, visit } = await standing();
    const before = structuredClone([...allVisits(ports)]);
    const commands = ports.commands.stored.size;
    const sent = structuredClone(ports.queues.sent);
    for (const change of ['cancel', 'veto', 'reschedule'])
      await preview(ports, visit, { change, day: elsewhere(visit), start: '13:30' });
    expect(allVisits(ports)).toEqual(before);
    expect(ports.commands.stored.size).toBe(commands);
    expect(ports.queues.sent).toEqual(sent);
    expect(await ports.commands.find(district, 'preview')).toBeUndefined();
  });

  it('of an unannounced visit would tell its business nothing', async () => {
    const { ports, visit } = await standing('unannounced');
    for (const change of ['cancel', 'reschedule'])
      expect(await preview(ports, visit, { change, day: elsewhere(visit), start: '13:30' })).toMatchObject({
        fits: true,
        notifies: false,
        changes: [],
      });
  });
});
