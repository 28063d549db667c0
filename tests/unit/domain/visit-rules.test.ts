import { describe, expect, it } from 'vitest';
import { diaryOf, hasFreeTeam } from '../../../lib/domain/field/diary.ts';
import { chooseUnit, teamsOf } from '../../../lib/domain/schedule/choose-unit.ts';
import { endOf, leadOf, nextNumberInYear } from '../../../lib/domain/schedule/visit-schedule.ts';
import { countedDepartments, requestsAnswered } from '../../../lib/domain/visits/visit-requests.ts';
import { aUnit, inspectors } from '../../support/a-run.ts';
import { aCheck, aJointVisit, anAttendance, aVisit } from '../../support/a-visit.ts';

describe('a visit', () => {
  it('is led by the department with most minutes, of equals the first by name', () => {
    const market = (minutes: number) =>
      anAttendance({ unitId: 'm', department: 'market', checks: [aCheck({ minutes })] });
    expect(leadOf([anAttendance(), market(31)])).toBe('market');
    expect(leadOf([market(30), anAttendance()])).toBe('fire');
  });

  it('ends when the unit that stays longest leaves', () => {
    expect(endOf('09:00', [{ slots: 1 }, { slots: 2 }], 90)).toBe('12:00');
  });

  it('is numbered among those of its year that the business may know of', () => {
    const others = [
      aVisit({ visitId: 'a' }),
      aVisit({ visitId: 'b', status: 'cancelled' }),
      aVisit({ visitId: 'c', mode: 'unannounced' }),
      aVisit({ visitId: 'd', mode: 'unannounced', checkedInAt: '2026-03-01T01:00:00.000Z' }),
      aVisit({ visitId: 'e', day: '2025-12-09' }),
    ];
    expect(nextNumberInYear(others, 'f', '2026-12-20')).toBe(3);
  });

  it('counts towards the cap of the departments whose routine or special plans it serves, attending or not', () => {
    const [fire, health, market] = aJointVisit().plans;
    if (!fire || !health || !market) throw new Error('three plans');
    const visit = aJointVisit({ plans: [{ ...fire, type: 'case' }, health, { ...market, orderedFromAbove: true }] });
    expect(countedDepartments(visit)).toEqual(['health']);
  });

  it('answers what it was made for until it is over, and then what was checked in full', () => {
    const missed = aJointVisit({
      attending: aJointVisit().attending.map((attendance) => ({
        ...attendance,
        checks: attendance.checks.map((check) => ({
          ...check,
          outcome: check.itemId === 'I0301' ? ('not-checked' as const) : ('compliant' as const),
        })),
      })),
    });
    expect([...requestsAnswered(missed).keys()]).toEqual(['P1-1', 'P2-1', 'P3-1']);
    expect([...requestsAnswered({ ...missed, status: 'done' }).keys()]).toEqual(['P1-1', 'P2-1']);
  });
});

describe('a unit', () => {
  it('fields the teams it names, as far as it has the inspectors', () => {
    expect(teamsOf(aUnit({ inspectors: inspectors('n', 5) }), 2)).toBe(2);
    expect(teamsOf(aUnit({ inspectors: inspectors('n', 5), teams: 1 }), 2)).toBe(1);
    expect(teamsOf(aUnit({ inspectors: inspectors('n', 2), teams: 3 }), 2)).toBe(1);
  });

  it('of the street goes before the district’s; a department without either has none', () => {
    const units = [aUnit(), aUnit({ unitId: 'fire-S03', street: 'S03' }), aUnit({ unitId: 'fire-S04', street: 'S04' })];
    const unitAt = (street: string, department = 'fire') => {
      const unit = chooseUnit(units, department, { businessId: 'B-01', street }, 2);
      return typeof unit === 'string' ? unit : unit.unitId;
    };
    expect([unitAt('S03'), unitAt('S05'), unitAt('S03', 'tax')]).toEqual(['fire-S03', 'fire', 'no-unit']);
  });

  it('has no free team where every one of them is out in some slot of the stay', () => {
    const out = (visitId: string, slot: number, slots: number) => {
      return { visitId, unitId: 'fire', day: '2026-12-09', slot, slots, inspectors: [] };
    };
    const diary = diaryOf([out('a', 0, 2), out('b', 1, 1)]);
    const stay = (slot: number, visitId = 'x') => ({ visitId, day: '2026-12-09', slot, slots: 1 });
    expect(hasFreeTeam(diary, 'fire', 2, stay(0))).toBe(true);
    expect(hasFreeTeam(diary, 'fire', 2, stay(1))).toBe(false);
    expect(hasFreeTeam(diary, 'fire', 2, stay(1, 'a'))).toBe(true);
    expect(hasFreeTeam(diary, 'health', 1, stay(1))).toBe(true);
  });
});
