import { describe, expect, it } from 'vitest';
import { itemFaults, planRefusal, workingDaysLeft } from '../../../lib/domain/plans/plan-rules.ts';
import { aCalendar, anItem } from '../../support/a-plan.ts';

const window = { notBefore: '2026-12-01', due: '2026-12-20' };
const catalogue = new Map(
  [
    anItem({ itemId: 'I1', department: 'fire' }),
    anItem({ itemId: 'I2', department: 'health' }),
    anItem({ itemId: 'I3', department: 'fire', effectiveFrom: '2026-12-10' }),
    anItem({ itemId: 'I4', department: 'fire', effectiveTo: '2026-12-19' }),
  ].map((item) => [item.itemId, item]),
);
const faultsOf = (items: readonly string[], partners: readonly string[] = []) =>
  itemFaults({ department: 'fire', partners, items, window }, catalogue);

describe("a plan's items", () => {
  it('are quiet where each is in force throughout and belongs to the department or a named partner', () => {
    expect(faultsOf(['I1'])).toEqual([]);
    expect(faultsOf(['I1', 'I2'], ['health'])).toEqual([]);
  });

  it('must be in the catalogue', () => {
    expect(faultsOf(['I1', 'I9'])).toEqual([{ path: 'items[1]', code: 'item-unknown' }]);
  });

  it('must belong to the department or a named partner', () => {
    const values = { department: 'health' };
    expect(faultsOf(['I1', 'I2'])).toEqual([{ path: 'items[1]', code: 'item-of-other-department', values }]);
  });

  it('must be in force on the first and the last day of the window', () => {
    expect(faultsOf(['I1', 'I3', 'I4'])).toEqual([
      { path: 'items[1]', code: 'item-not-in-force' },
      { path: 'items[2]', code: 'item-not-in-force' },
    ]);
  });

  it('must be named once', () => {
    expect(faultsOf(['I1', 'I1'])).toEqual([{ path: 'items[1]', code: 'duplicate', values: { first: 1 } }]);
  });

  it('must hold one of the department that submits', () => {
    expect(faultsOf(['I2'], ['health'])).toEqual([{ path: 'items', code: 'department-without-items' }]);
  });
});

describe("a plan's window", () => {
  const calendars = new Map([[2026, aCalendar({ holidays: ['2026-12-18'] })]]);

  it('leaves the working days from today on', () => {
    expect(workingDaysLeft(calendars, window, '2026-12-16')).toEqual(['2026-12-16', '2026-12-17']);
  });

  it('must not be over, though its last day still counts', () => {
    expect(workingDaysLeft(calendars, window, '2026-12-21')).toMatchObject({ code: 'window-closed' });
    const untilToday = { notBefore: '2026-12-01', due: '2026-12-17' };
    expect(workingDaysLeft(calendars, untilToday, '2026-12-17')).toEqual(['2026-12-17']);
  });

  it('must lie in years that the calendar knows', () => {
    const intoNextYear = { notBefore: '2026-12-01', due: '2027-01-05' };
    expect(workingDaysLeft(calendars, intoNextYear, '2026-11-23')).toEqual({
      path: 'window.due',
      code: 'calendar-unknown',
      values: { year: 2027 },
    });
  });

  it('must hold a working day that is still to come', () => {
    const weekend = { notBefore: '2026-12-19', due: '2026-12-20' };
    expect(workingDaysLeft(calendars, weekend, '2026-11-23')).toMatchObject({ code: 'window-without-working-day' });
    expect(workingDaysLeft(calendars, window, '2026-12-18')).toMatchObject({ code: 'window-without-working-day' });
  });
});

describe('the refusal of a plan', () => {
  const ofItem = { path: 'items[0]', code: 'item-unknown' };

  it('is none where nothing is wrong', () => {
    expect(planRefusal([])).toBeUndefined();
  });

  it('tells everything at once, under the most particular kind', () => {
    const closed = { path: 'window.due', code: 'window-closed' };
    expect(planRefusal([ofItem])).toEqual({ refused: 'plan-refused', errors: [ofItem] });
    expect(planRefusal([closed, ofItem])).toEqual({ refused: 'window-closed', errors: [closed, ofItem] });
  });

  it("keeps its general kind where only a target's own window is over", () => {
    const ofTarget = { path: 'businesses[0].due', code: 'window-closed' };
    expect(planRefusal([ofTarget])?.refused).toBe('plan-refused');
  });
});
