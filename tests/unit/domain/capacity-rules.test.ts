import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import { type CountedVisit, capsReached } from '../../../lib/domain/centre/cap-rules.ts';
import { closedFault } from '../../../lib/domain/centre/quiet-days.ts';
import { heldBack } from '../../../lib/domain/centre/reserve.ts';
import { enterAbsence, keepAbsences } from '../../../lib/domain/schedule/unit-away.ts';
import { inspectorsOn, teamSizeAt, teamsOn } from '../../../lib/domain/schedule/unit-days.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aUnit, inspectors } from '../../support/a-run.ts';

const yearlyCap = { perDepartment: 9, byDepartment: {} };
const visit = (visitId: string, day: string, counts: CountedVisit['counts']): CountedVisit => ({
  visitId,
  day,
  status: 'planned',
  counts,
});
const special = { department: 'fire', type: 'special' } as const;
const routine = { department: 'fire', type: 'routine' } as const;
const health = { department: 'health', type: 'routine' } as const;

describe('caps beside the yearly one', () => {
  const reached = (caps: Parameters<typeof capsReached>[0]['caps'], more: Partial<Parameters<typeof capsReached>[2]>) =>
    capsReached({ yearlyCap, caps }, aBusiness(), {
      asked: [routine],
      here: [],
      others: [visit('v1', '2026-03-02', [routine]), visit('v2', '2025-12-30', [routine])],
      day: '2026-12-02',
      ...more,
    }).length > 0;

  it('count by type, by year and by credit grade', () => {
    expect(reached([{ per: 'department', most: 1 }], {})).toBe(true);
    expect(reached([{ per: 'department', most: 2 }], {})).toBe(false);
    expect(reached([{ per: 'department', types: ['special'], most: 1 }], {})).toBe(false);
    expect(reached([{ per: 'department', types: ['special'], most: 0 }], { asked: [special] })).toBe(true);
    expect(reached([{ per: 'department', grades: ['A'], most: 0 }], {})).toBe(false);
    expect(reached([{ per: 'department', grades: ['A', 'B'], most: 0 }], {})).toBe(true);
  });

  it('count all departments together where they hold for the business', () => {
    expect(reached([{ per: 'business', most: 1 }], { asked: [health] })).toBe(true);
    expect(reached([{ per: 'department', most: 1 }], { asked: [health] })).toBe(false);
    expect(reached([{ per: 'department', department: 'fire', most: 0 }], { asked: [health] })).toBe(false);
  });

  it('are not used up by joining a visit that counts already, nor ever by a case check', () => {
    expect(reached([{ per: 'business', most: 1 }], { asked: [health], here: [routine] })).toBe(false);
    expect(reached([{ per: 'business', most: 0 }], { asked: [{ department: 'fire', type: 'case' }] })).toBe(false);
  });
});

describe('quiet days', () => {
  it('hold in the district, a street or an industry, to the last day', () => {
    const quietDays = [
      { from: '2026-12-01', to: '2026-12-02', reason: 'a' },
      { from: '2026-12-03', to: '2026-12-03', street: 'S09', reason: 'b' },
      { from: '2026-12-04', to: '2026-12-04', industry: 'hotel', reason: 'c' },
    ];
    const shut = (day: string) => closedFault({ quietDays }, aBusiness(), day, 'day')?.values?.reason;
    expect(['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'].map(shut)).toEqual([
      'a',
      undefined,
      'c',
      undefined,
    ]);
  });
});

describe('who may go out', () => {
  const [first, ...rest] = inspectors('fire', 4);
  const unit = aUnit({ inspectors: [{ ...first, certifiedUntil: '2026-12-11' } as never, ...rest] });

  it('is certified on the day, and not away', () => {
    expect([teamsOn(unit, 2, '2026-12-11'), teamsOn(unit, 2, '2026-12-12')]).toEqual([2, 1]);
    const away = enterAbsence(unit, { unitId: 'fire', days: ['2026-12-09'] });
    expect(inspectorsOn(away, '2026-12-09')).toEqual([]);
    expect(
      teamsOn(enterAbsence(unit, { unitId: 'fire', inspectorId: 'fire-4', days: ['2026-12-09'] }), 2, '2026-12-09'),
    ).toBe(1);
  });

  it('stays away through a new import of the unit', () => {
    const away = enterAbsence(unit, { unitId: 'fire', inspectorId: 'fire-2', days: ['2026-12-09'] });
    expect(keepAbsences(unit, away)).toEqual(away);
    expect(keepAbsences(unit, undefined)).toEqual(unit);
  });

  it('brings the least number together with others where the setting lets a joint team share it, each at least one', () => {
    const of = (jointTeamSharesMinimum: boolean, units: number, inspectorsPerTeam = 2) =>
      teamSizeAt({ inspectorsPerTeam, jointTeamSharesMinimum }, units);
    expect([of(false, 3), of(true, 1), of(true, 2), of(true, 3), of(true, 2, 3)]).toEqual([2, 2, 1, 1, 2]);
  });
});

describe('the reserve', () => {
  it('comes to its share over the days, on the same days whoever asks', () => {
    const days = Array.from({ length: 400 }, (_, n) => addDays('2026-01-01', n));
    for (const unitId of ['fire', 'health', 'market']) {
      const held = days.map((day) => heldBack(unitId, day, 8, 5));
      expect(held.reduce((sum, slots) => sum + slots, 0)).toBeCloseTo(0.05 * 8 * 400, -1);
      expect(Math.max(...held)).toBe(1);
      expect(days.map((day) => heldBack(unitId, day, 8, 5))).toEqual(held);
    }
    expect(days.every((day) => heldBack('fire', day, 8, 0) === 0)).toBe(true);
  });
});
