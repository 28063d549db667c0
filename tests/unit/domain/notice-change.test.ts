import { describe, expect, it } from 'vitest';
import { raiseNotice } from '../../../lib/domain/notices/notice-change.ts';
import { recordAcknowledgement, recordDelivery, recordReading } from '../../../lib/domain/notices/notice-delivery.ts';
import { callOff } from '../../../lib/domain/schedule/call-off.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aCheck, aJointVisit, anAttendance, aVisit } from '../../support/a-visit.ts';

const at = '2026-11-24T01:00:00.000Z';
const sent = (visit: Visit): Visit => recordDelivery(visit, [], new Date(at));
const read = (visit: Visit): Visit => recordReading(visit, new Date(at)) ?? visit;
const moved = (visit: Visit, day: string, notes: readonly string[] = []): Visit => {
  const next = { ...visit, day, version: visit.version + 1 };
  return { ...next, ...raiseNotice(visit, next, at, notes) };
};
const order = { at, by: 'coordinator-1', reason: '主体已注销', commandId: 'cmd-1' };

describe('a notice of a changed visit', () => {
  it('compares with what the business was told, however many changes lie between', () => {
    const visit = moved(moved(sent(aVisit()), '2026-12-10'), '2026-12-11');
    expect(visit.notice).toMatchObject({ version: 3, kind: 'changed', status: 'due' });
    expect(visit.notice.changes).toEqual([expect.stringContaining('2026-12-09 09:00 → 2026-12-11 09:00')]);
  });

  it('says that all is as it was where the changes cancel out', () => {
    const visit = moved(moved(sent(aVisit()), '2026-12-10'), '2026-12-09');
    expect(visit.notice.changes).toEqual([
      expect.stringMatching(/^与您上次看到的通知一致.+ \/ As in the notice that you last saw/),
    ]);
  });

  it('compares with the last one that was read, though others were sent since that nobody opened', () => {
    const twice = moved(sent(moved(read(sent(aVisit())), '2026-12-10', ['note'])), '2026-12-11');
    expect(twice.notice.changes).toEqual([expect.stringContaining('2026-12-09 09:00 → 2026-12-11 09:00')]);
    expect(twice.notice).not.toHaveProperty('notes');
    const thrice = moved(twice, '2026-12-14');
    expect(thrice.notice.changes).toEqual([expect.stringContaining('2026-12-09 09:00 → 2026-12-14 09:00')]);
  });

  it('compares anew once it was read or acknowledged', () => {
    const told = sent(moved(sent(aVisit()), '2026-12-10'));
    const known = { opened: read(told), acknowledged: recordAcknowledgement(told, new Date(at)) ?? told };
    expect(known.opened.notice).not.toHaveProperty('told');
    for (const visit of Object.values(known))
      expect(moved(visit, '2026-12-11').notice.changes).toEqual([
        expect.stringContaining('2026-12-10 09:00 → 2026-12-11 09:00'),
      ]);
  });

  it('keeps the notes of every change until they are sent', () => {
    const visit = moved(moved(sent(aVisit()), '2026-12-10', ['one']), '2026-12-11', ['two']);
    expect(visit.notice.changes.slice(1)).toEqual(['one', 'two']);
  });

  it('is still new to a business that was told nothing', () => {
    expect(moved(aVisit(), '2026-12-10').notice).toMatchObject({ version: 2, kind: 'new', changes: [] });
  });

  it('names the checks that were added, and who now comes to make them', () => {
    const before = sent(aVisit());
    const more = aCheck({ itemId: 'I0301', name: '证照公示检查' });
    const market = anAttendance({ unitId: 'market', unitName: '市监所', checks: [more] });
    const after = { ...before, attending: [...before.attending, market] };
    expect(raiseNotice(before, after, at).notice.changes).toEqual([
      expect.stringContaining('新增检查事项：证照公示检查（市监所）'),
      '新增执法队：市监所（甲一、甲二） / Unit that now comes: 市监所 (甲一、甲二)',
    ]);
  });

  it('names the unit that is left out, with the checks that are no longer made', () => {
    const before = sent(aJointVisit());
    const after = { ...before, attending: before.attending.slice(0, 1) };
    expect(raiseNotice(before, after, at).notice.changes).toEqual([
      '取消检查事项：证照公示检查（市场监管所） / Check no longer made: 证照公示检查 (市场监管所)',
      '不再参加：市场监管所 / No longer comes: 市场监管所',
    ]);
  });

  it('names the unit that comes in place of another, with its people', () => {
    const before = sent(aVisit());
    const team = [{ inspectorId: 'N9', name: '丙一', certificate: 'ZJ-0009' }];
    const after = { ...before, attending: [anAttendance({ unitId: 'fire-2', unitName: '消防二队', team })] };
    expect(raiseNotice(before, after, at).notice.changes).toEqual([
      expect.stringContaining('新增执法队：消防二队（丙一）'),
      expect.stringContaining('不再参加：区消防救援大队'),
    ]);
  });

  it('tells two people of one name apart by their certificates', () => {
    const before = sent(aVisit());
    const [first, ...others] = anAttendance().team;
    const team = [{ inspectorId: 'N9', name: first?.name ?? '', certificate: 'ZJ-0009' }, ...others];
    expect(raiseNotice(before, { ...before, attending: [anAttendance({ team })] }, at).notice.changes).toEqual([
      expect.stringContaining('甲一 ZJ-0001、甲二 ZJ-0002 → 甲一 ZJ-0009、甲二 ZJ-0002'),
    ]);
  });

  it('calls nobody named by the street who leads in place of the one that was', () => {
    const before = sent(aJointVisit({ nominatedLead: 'fire' }));
    const left = { ...before, attending: before.attending.slice(1), lead: 'market' };
    expect(raiseNotice(before, left, at).notice.changes.join()).not.toContain('街道指定牵头');
    const named = { ...before, lead: 'market', nominatedLead: 'market' };
    expect(raiseNotice(before, named, at).notice.changes.join()).toContain('街道指定牵头：市场监管所');
  });

  it('keeps the notes of a change that no channel took', () => {
    const told = moved(sent(aVisit()), '2026-12-10', ['one']);
    const failed = recordDelivery(told, [{ channel: 'email', status: 'failed', at }], new Date(at));
    expect(moved(failed, '2026-12-11').notice.changes.slice(1)).toEqual(['one']);
  });
});

describe('calling a visit off', () => {
  it('sends a cancellation with the reason, by whoever ordered it', () => {
    const visit = callOff(sent(aVisit()), 'cancel-visit', order);
    expect(visit).toMatchObject({
      status: 'cancelled',
      version: 3,
      notice: { version: 2, kind: 'cancelled', status: 'due', changes: [expect.stringContaining('主体已注销')] },
      outbox: { task: 'send-notice' },
    });
    expect('history' in visit && visit.history.at(-1)).toMatchObject({ action: 'cancelled', commandId: 'cmd-1' });
  });

  it('cancels even a notice that is only due, since it may be on its way', () => {
    expect(callOff(aVisit(), 'veto-visit', order)).toMatchObject({
      status: 'vetoed',
      notice: { kind: 'cancelled', version: 2 },
    });
  });

  it('tells a business nothing of an unannounced visit that it never knew of', () => {
    const { outbox: _, ...hidden } = aVisit({
      mode: 'unannounced',
      notice: { version: 1, kind: 'new', status: 'held', changes: [], channels: [] },
    });
    const visit = callOff(hidden, 'cancel-visit', order);
    expect(visit).toMatchObject({ status: 'cancelled', notice: hidden.notice });
    expect(visit).not.toHaveProperty('outbox');
  });

  it.each(['under-way', 'done', 'closed', 'cancelled', 'vetoed'] as const)('refuses a visit that is %s', (status) => {
    expect(callOff(aVisit({ status }), 'cancel-visit', order)).toMatchObject({ refused: 'state-conflict' });
  });
});
