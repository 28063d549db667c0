import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { diaryOf, type Engagement } from '../../../lib/domain/field/diary.ts';
import type { MoveSight } from '../../../lib/domain/schedule/move-rules.ts';
import { type MoveOrder, reschedule } from '../../../lib/domain/schedule/reschedule.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aUnit, inspectors } from '../../support/a-run.ts';
import { anAttendance, aVisit } from '../../support/a-visit.ts';

const people = inspectors('fire', 4);
const teamOf = (...at: readonly number[]) =>
  at
    .flatMap((n) => people.slice(n, n + 1))
    .map(({ inspectorId, name, certificate }) => ({ inspectorId, name, certificate }));

/** Told to its business for 9 December, 09:00; fire's first two inspectors come. */
const aToldVisit = (overrides: Partial<Visit> = {}): Visit => {
  const { outbox: _, ...visit } = aVisit({
    visitId: 'B-01.v1',
    businessId: 'B-01',
    status: 'notified',
    attending: [anAttendance({ team: teamOf(0, 1) })],
    notice: { version: 1, kind: 'new', status: 'sent', sentAt: '2026-11-23T01:00:01.000Z', changes: [], channels: [] },
    ...overrides,
  });
  return visit;
};

const anOrder = (overrides: Partial<MoveOrder> = {}): MoveOrder => ({
  at: '2026-11-24T01:00:00.000Z',
  by: 'coordinator-1',
  reason: '主体申请',
  commandId: 'cmd-1',
  day: '2026-12-10',
  slot: 1,
  consent: false,
  teamsKept: false,
  ...overrides,
});

const aSight = (overrides: Partial<MoveSight> = {}): MoveSight => ({
  settings: defaultSettings,
  worksOn: true,
  today: '2026-11-24',
  time: '09:00',
  noticed: '2026-11-27',
  business: aBusiness(),
  visits: [aToldVisit()],
  windows: [{ notBefore: '2026-12-01', due: '2026-12-20' }],
  units: new Map([['fire', aUnit({ inspectors: people })]]),
  diary: new Map(),
  ...overrides,
});

const busy = (visitId: string, ...who: readonly number[]): Engagement => ({
  visitId,
  unitId: 'fire',
  day: '2026-12-10',
  slot: 1,
  slots: 1,
  inspectors: teamOf(...who).map(({ inspectorId }) => inspectorId),
});

const moved = (visit: Visit, order: MoveOrder, sight: MoveSight): Visit => {
  const result = reschedule(visit, order, sight);
  if ('refused' in result) throw new Error(JSON.stringify(result));
  return result;
};
const codesOf = (visit: Visit, order: MoveOrder, sight: MoveSight): readonly string[] => {
  const result = reschedule(visit, order, sight);
  return 'refused' in result ? result.errors.map(({ code }) => code) : [];
};

describe('moving a visit', () => {
  it('keeps state, code and team, and raises a notice that says old → new', () => {
    const visit = moved(aToldVisit(), anOrder(), aSight());
    expect(visit).toMatchObject({
      day: '2026-12-10',
      slot: 1,
      start: '10:30',
      end: '12:00',
      status: 'notified',
      code: 'ABCD2345',
      version: 2,
      notice: { version: 2, kind: 'changed', status: 'due' },
      outbox: { task: 'send-notice' },
    });
    expect(visit.notice.changes).toEqual([
      '检查时间：2026-12-09 09:00 → 2026-12-10 10:30 / When: 2026-12-09 09:00 → 2026-12-10 10:30',
    ]);
    expect(visit.attending[0]?.team).toEqual(teamOf(0, 1));
    expect(visit.history.at(-1)).toMatchObject({ action: 'rescheduled', reason: '主体申请', commandId: 'cmd-1' });
  });

  it.each([
    ['the same time', { day: '2026-12-09', slot: 0 }, {}, 'same-time'],
    ['a day that has passed', { day: '2026-11-20' }, { windows: [] }, 'time-past'],
    ['an hour of today that has passed', { day: '2026-11-24', slot: 0 }, { windows: [] }, 'time-past'],
    ['a free day', {}, { worksOn: false }, 'not-working-day'],
    ['a year without a calendar', {}, { worksOn: undefined }, 'calendar-unknown'],
    ['a day outside a request’s window', { day: '2026-12-21' }, {}, 'window-of-request'],
    [
      'a day on which the business is closed',
      {},
      { business: aBusiness({ closedOn: ['2026-12-10'] }) },
      'business-closed',
    ],
    [
      'a day on which the unit is off',
      {},
      { units: new Map([['fire', aUnit({ offOn: ['2026-12-10'] })]]) },
      'unit-off',
    ],
    ['a slot at which every team is out', {}, { diary: diaryOf([busy('x', 2), busy('y', 3)]) }, 'unit-full'],
  ] as const)('refuses %s', (_, order, sight, code) => {
    expect(codesOf(aToldVisit(), anOrder(order), aSight(sight))).toEqual([code]);
  });

  it('refuses what would be closer to another visit than the gap, and not its own old day', () => {
    const other = aToldVisit({ visitId: 'B-01.v2', day: '2026-12-14' });
    const settings = { ...defaultSettings, minGapDays: 5 };
    const sight = aSight({ settings, visits: [aToldVisit(), other] });
    expect(codesOf(aToldVisit(), anOrder(), sight)).toEqual(['near-visit']);
    const called = { ...other, status: 'cancelled' } as const;
    expect(codesOf(aToldVisit(), anOrder(), { ...sight, visits: [aToldVisit(), called] })).toEqual([]);
  });

  it('refuses a stay that its session can’t hold', () => {
    const [own] = aToldVisit().attending;
    const long = {
      ...anAttendance(),
      ...own,
      checks: (own?.checks ?? []).map((check) => ({ ...check, minutes: 120 })),
    };
    expect(codesOf(aToldVisit({ attending: [long] }), anOrder(), aSight())).toEqual(['session-short']);
    expect(codesOf(aToldVisit({ attending: [long] }), anOrder({ slot: 2 }), aSight())).toEqual([]);
  });

  it('keeps the yearly cap of the year it moves into', () => {
    const settings = { ...defaultSettings, yearlyCap: { perDepartment: 1, byDepartment: {} } };
    const next = aToldVisit({ visitId: 'B-01.v2', day: '2027-02-01' });
    const sight = aSight({ settings, windows: [], visits: [aToldVisit(), next] });
    expect(codesOf(aToldVisit(), anOrder({ day: '2027-01-11' }), sight)).toEqual(['cap-reached']);
    expect(codesOf(aToldVisit(), anOrder(), sight)).toEqual([]);
  });

  it('redraws who is busy or must recuse themselves, with a record and a line in the notice', () => {
    const diary = diaryOf([busy('other', 0)]);
    const visit = moved(aToldVisit(), anOrder(), aSight({ diary }));
    const names = visit.attending[0]?.team.map(({ inspectorId }) => inspectorId) ?? [];
    expect(names).toHaveLength(2);
    expect(names).not.toContain('fire-1');
    expect(visit.history.at(-1)).toMatchObject({ by: 'system', action: 'team-redrawn' });
    expect(visit.notice.changes[1]).toContain('执法人员');
    expect(moved(aToldVisit(), anOrder(), aSight({ diary }))).toEqual(visit);
    const tied = new Map([['fire', aUnit({ inspectors: [...inspectors('fire', 2, ['B-01']), ...people.slice(2)] })]]);
    const recused = moved(aToldVisit(), anOrder(), aSight({ units: tied }));
    expect(recused.attending[0]?.team.map(({ inspectorId }) => inspectorId)).toEqual(['fire-3', 'fire-4']);
  });

  it('keeps the team where that was asked for, or refuses', () => {
    const diary = diaryOf([busy('other', 0)]);
    expect(codesOf(aToldVisit(), anOrder({ teamsKept: true }), aSight({ diary }))).toEqual(['team-not-free']);
    expect(codesOf(aToldVisit(), anOrder({ teamsKept: true }), aSight())).toEqual([]);
  });

  it('refuses where too few are left to draw', () => {
    const units = new Map([
      ['fire', aUnit({ teams: 2, inspectors: [...people.slice(0, 3), ...inspectors('tied', 1, ['B-01'])] })],
    ]);
    const diary = diaryOf([busy('other', 0, 2)]);
    expect(codesOf(aToldVisit(), anOrder(), aSight({ units, diary }))).toEqual(['no-inspectors']);
  });

  it('puts a change inside the notice period on record, by consent or with its reason', () => {
    const near = aSight({ windows: [], noticed: '2026-12-10' });
    const agreed = moved(aToldVisit(), anOrder({ consent: true }), near);
    expect(agreed.history.at(-1)).toMatchObject({ action: 'short-notice-agreed' });
    expect(agreed.notice.changes.at(-1)).toContain('已征得贵单位同意');
    const reasoned = moved(aToldVisit(), anOrder(), near);
    expect(reasoned.history.at(-1)).toMatchObject({ action: 'short-notice-reasoned', reason: '主体申请' });
    expect(reasoned.notice.changes.at(-1)).toContain('主体申请');
    expect(moved(aToldVisit(), anOrder(), aSight()).notice.changes).toHaveLength(1);
  });

  it('tells the business of an unannounced visit nothing', () => {
    const hidden = aToldVisit({
      mode: 'unannounced',
      status: 'planned',
      notice: { version: 1, kind: 'new', status: 'held', changes: [], channels: [] },
    });
    const visit = moved(hidden, anOrder(), aSight({ noticed: undefined }));
    expect(visit.notice).toEqual(hidden.notice);
    expect(visit.outbox).toBeUndefined();
  });

  it.each(['under-way', 'done', 'cancelled', 'vetoed'] as const)('refuses a visit that is %s', (status) => {
    expect(reschedule(aToldVisit({ status }), anOrder(), aSight())).toMatchObject({
      refused: 'state-conflict',
      errors: [{ code: 'status', values: { status } }],
    });
  });
});
