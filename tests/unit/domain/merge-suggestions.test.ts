import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import { type Company, type Draft, rarest, suggestMerges } from '../../../lib/domain/plans/merge-suggestions.ts';

const draft: Draft = {
  window: { notBefore: '2026-12-07', due: '2026-12-11' },
  slots: 1,
  classes: new Set(['fire-exits']),
  tier: 'medium',
};
const aVisitOn = (day: string, more: Partial<Company> = {}): Company => ({
  businessId: 'B-01',
  notBefore: day,
  due: day,
  departments: ['market'],
  standing: { start: '09:00' },
  slots: 1,
  classes: [],
  ...more,
});
const aRequest = (notBefore: string, due: string, more: Partial<Company> = {}): Company => ({
  businessId: 'B-02',
  notBefore,
  due,
  departments: ['health'],
  slots: 1,
  classes: [],
  tier: 'high',
  ...more,
});
const companionsOf = (...company: Company[]) => suggestMerges(draft, company, '2026-11-24').suggestions;

describe('merge suggestions', () => {
  it('name whom a target’s window meets, and nobody who comes before or after it', () => {
    expect(companionsOf(aVisitOn('2026-12-07'), aVisitOn('2026-12-12'), aRequest('2026-12-01', '2026-12-06'))).toEqual([
      { businessId: 'B-01', companions: [expect.objectContaining({ notBefore: '2026-12-07', order: 'follow' })] },
    ]);
  });

  it('say which checks would be the same, and whether people would be there equally long', () => {
    const [suggestion] = companionsOf(
      aRequest('2026-12-01', '2026-12-31', { classes: ['fire-exits', 'licence'], slots: 2 }),
      aRequest('2026-12-01', '2026-12-31', { slots: 3 }),
    );
    expect(suggestion?.companions.map((one) => [one.sharedClasses, one.similarLength])).toEqual([
      [['fire-exits'], true],
      [[], false],
    ]);
  });

  it.each([
    ['high', 'follow'],
    ['medium', 'follow'],
    ['low', 'lead'],
  ] as const)('let the rarer follow: beside a %s-frequency request, a medium one is to %s', (tier, order) => {
    const [suggestion] = companionsOf(aRequest('2026-12-07', '2026-12-11', { tier }));
    expect(suggestion?.companions[0]?.order).toBe(order);
  });

  it('follow what stands, however rare the draft’s own check', () => {
    expect(companionsOf(aVisitOn('2026-12-08'))[0]?.companions[0]?.order).toBe('follow');
  });

  it('offer the window’s smallest shift that meets the most, never one that begins too early', () => {
    const company = [
      aVisitOn('2026-12-14'),
      aRequest('2026-12-14', '2026-12-20'),
      aVisitOn('2026-11-25', { businessId: 'B-03' }),
    ];
    const { shifts } = suggestMerges(draft, company, '2026-12-01');
    expect(shifts[0]).toEqual({ days: 3, window: { notBefore: '2026-12-10', due: '2026-12-14' }, joinable: 2 });
    expect(shifts.every(({ window }) => window.notBefore >= '2026-12-01')).toBe(true);
    expect(suggestMerges(draft, [aVisitOn('2026-12-08')], '2026-12-01').shifts).toEqual([]);
  });

  it('count for every shift exactly the targets that its window meets', () => {
    const company = fc.record({
      business: fc.constantFrom('B-01', 'B-02', 'B-03'),
      from: fc.integer({ min: -50, max: 50 }),
      days: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(company), (some) => {
        const all = some.map(({ business, from, days }) => {
          const notBefore = addDays('2026-12-07', from);
          return aRequest(notBefore, addDays(notBefore, days), { businessId: business });
        });
        const { shifts, suggestions } = suggestMerges(draft, all, '2026-11-24');
        for (const { window, joinable } of shifts) {
          const met = all.filter(({ notBefore, due }) => window.notBefore <= due && notBefore <= window.due);
          expect(joinable).toBe(new Set(met.map(({ businessId }) => businessId)).size);
          expect(joinable).toBeGreaterThan(suggestions.length);
        }
      }),
    );
  });
});

describe('the rarest of several checks', () => {
  it('is low before medium before high', () => {
    expect([rarest(['high', 'low', 'medium']), rarest(['high', 'medium']), rarest(['high'])]).toEqual([
      'low',
      'medium',
      'high',
    ]);
  });
});
