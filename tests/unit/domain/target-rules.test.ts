import { describe, expect, it } from 'vitest';
import { type NamedTarget, resolveTarget, targetFaults } from '../../../lib/domain/plans/target-rules.ts';

const plan = { window: { notBefore: '2026-12-01', due: '2026-12-20' }, items: ['I1', 'I2'] };
const daysLeft = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'];
const faultsOf = (targets: readonly NamedTarget[], today = '2026-11-23') =>
  targetFaults(targets, plan, new Set(['B1', 'B2']), daysLeft, today);

describe('a named target', () => {
  it("takes the plan's window and items where it names none", () => {
    expect(resolveTarget({ businessId: 'B1' }, plan)).toEqual({
      businessId: 'B1',
      notBefore: '2026-12-01',
      due: '2026-12-20',
      items: ['I1', 'I2'],
    });
    expect(resolveTarget({ businessId: 'B1', due: '2026-12-04', items: ['I2'] }, plan)).toMatchObject({
      due: '2026-12-04',
      items: ['I2'],
    });
  });

  it('is quiet where it is known and lies within the plan', () => {
    expect(faultsOf([{ businessId: 'B1', due: '2026-12-04', items: ['I2'] }, { businessId: 'B2' }])).toEqual([]);
  });

  it('must be a business of the district, named once', () => {
    expect(faultsOf([{ businessId: 'B1' }, { businessId: 'B9' }, { businessId: 'B1' }])).toEqual([
      { path: 'businesses[1].businessId', code: 'business-unknown' },
      { path: 'businesses[2].businessId', code: 'duplicate', values: { first: 1 } },
    ]);
  });

  it("must keep its dates within the plan's window", () => {
    expect(faultsOf([{ businessId: 'B1', due: '2026-12-21' }])).toEqual([
      { path: 'businesses[0].due', code: 'window-outside' },
    ]);
    expect(faultsOf([{ businessId: 'B1', notBefore: '2026-11-30' }])).toEqual([
      { path: 'businesses[0].notBefore', code: 'window-outside' },
    ]);
  });

  it('must not end before it begins, nor be over', () => {
    expect(faultsOf([{ businessId: 'B1', notBefore: '2026-12-08', due: '2026-12-07' }])).toEqual([
      { path: 'businesses[0].due', code: 'window-reversed' },
    ]);
    expect(faultsOf([{ businessId: 'B1', due: '2026-12-04' }], '2026-12-05')).toEqual([
      { path: 'businesses[0].due', code: 'window-closed' },
    ]);
  });

  it('must hold a working day of its own', () => {
    expect(faultsOf([{ businessId: 'B1', notBefore: '2026-12-05', due: '2026-12-06' }])).toEqual([
      { path: 'businesses[0].due', code: 'window-without-working-day' },
    ]);
  });

  it('may name only items of the plan, each once', () => {
    expect(faultsOf([{ businessId: 'B1', items: ['I1', 'I7', 'I1'] }])).toEqual([
      { path: 'businesses[0].items[1]', code: 'item-not-in-plan' },
      { path: 'businesses[0].items[2]', code: 'duplicate', values: { first: 1 } },
    ]);
  });
});
