import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldStatistics,
  type GroupBy,
  groupings,
  noIndustry,
  type RemoteWork,
} from '../../../lib/domain/statistics/fold-statistics.ts';
import { type VisitSummary, visitStatuses } from '../../../lib/domain/visits/visit.ts';

const aSummary = (overrides: Partial<VisitSummary> = {}): VisitSummary => ({
  visitId: 'B-01.v1',
  businessId: 'B-01',
  street: 'S03',
  day: '2026-12-09',
  slot: 0,
  mode: 'announced',
  status: 'done',
  lead: 'fire',
  industry: 'hotel',
  units: [{ unitId: 'fire', department: 'fire', slots: 1, inspectors: ['N1', 'N2'] }],
  requests: [{ requestId: 'P1-1', department: 'fire' }],
  counted: ['fire'],
  findings: {},
  noticeStatus: 'sent',
  ...overrides,
});
const joint = (overrides: Partial<VisitSummary> = {}): VisitSummary =>
  aSummary({
    visitId: 'B-02.v1',
    businessId: 'B-02',
    units: [
      { unitId: 'fire', department: 'fire', slots: 1, inspectors: ['N1', 'N2'] },
      { unitId: 'market', department: 'market', slots: 1, inspectors: ['N3', 'N4', 'N5'] },
    ],
    requests: [
      { requestId: 'P1-2', department: 'fire' },
      { requestId: 'P2-2', department: 'health' },
      { requestId: 'P3-2', department: 'market' },
    ],
    findings: { market: 2 },
    ...overrides,
  });
const fold = (visits: readonly VisitSummary[], groupBy: GroupBy = 'month', remote: readonly RemoteWork[] = []) =>
  foldStatistics(visits, remote, groupBy, () => 2, 3);

describe('the figures', () => {
  it('follow the published formulas', () => {
    const { total } = fold([aSummary(), joint()]);
    expect(total).toEqual({
      requestsDone: 4,
      visits: 2,
      avoided: 2,
      reductionPercent: 50,
      jointVisits: 1,
      jointCandidates: 1,
      jointRate: 100,
      personVisits: 7,
      personVisitsSeparately: 8,
      findings: 2,
      visitsWithFinding: 1,
      problemFoundRate: 50,
      cancelled: 0,
      remote: 0,
      ratings: { count: 0 },
    });
  });

  it('count what businesses rated, and average it only where too many rated to tell who', () => {
    const rated = (...scores: number[]) =>
      scores.map((ratingScore, n) => aSummary({ visitId: `B-01.v${n}`, ratingScore }));
    expect(fold([...rated(5, 1), aSummary()]).total.ratings).toEqual({ count: 2 });
    expect(fold(rated(5, 1, 4)).total.ratings).toEqual({ count: 3, average: 3.33 });
    const groups = fold([...rated(5, 1, 4), joint({ ratingScore: 1, lead: 'market' })], 'department').groups;
    expect(groups.map(({ key, ratings }) => [key, ratings])).toContainEqual(['fire', { count: 3, average: 3.33 }]);
    expect(groups.map(({ key, ratings }) => [key, ratings])).toContainEqual(['market', { count: 1 }]);
  });

  it('hold a business that two departments asked for in two visits against the joint rate', () => {
    const other = aSummary({ visitId: 'B-01.v2', requests: [{ requestId: 'P2-1', department: 'health' }] });
    expect(fold([aSummary(), other]).total).toMatchObject({ jointVisits: 0, jointCandidates: 2, jointRate: 0 });
  });

  it('count requests called off or done off site apart, never as avoided', () => {
    const remote = [{ day: '2026-12-20', department: 'tax', street: 'S03', requests: 5 }];
    const { total } = fold([joint({ status: 'cancelled' }), joint({ status: 'vetoed' })], 'month', remote);
    expect(total).toMatchObject({ requestsDone: 0, visits: 0, avoided: 0, cancelled: 6, remote: 5 });
  });

  it('know nothing of visits that are still to come', () => {
    expect(fold([aSummary({ status: 'notified' }), joint({ status: 'under-way' })]).groups).toEqual([]);
  });

  it('let a visit that could check nothing lower what was avoided', () => {
    expect(fold([joint(), aSummary({ requests: [] })]).total).toMatchObject({ requestsDone: 3, visits: 2, avoided: 1 });
  });

  it('give a joint visit to its lead, and requests, people and findings to their own departments', () => {
    const groups = Object.fromEntries(fold([joint()], 'department').groups.map((group) => [group.key, group]));
    expect(groups.fire).toMatchObject({
      visits: 1,
      requestsDone: 1,
      personVisits: 2,
      findings: 0,
      visitsWithFinding: 1,
    });
    expect(groups.market).toMatchObject({ visits: 0, requestsDone: 1, personVisits: 3, findings: 2 });
    expect(groups.health).toMatchObject({ visits: 0, requestsDone: 1, avoided: 1, personVisits: 0 });
  });

  it('name the group by what is asked for; work off site has no industry', () => {
    const remote = [{ day: '2026-12-20', department: 'tax', street: 'S03', requests: 5 }];
    const keys = (groupBy: GroupBy) => fold([aSummary()], groupBy, remote).groups.map(({ key }) => key);
    expect(keys('month')).toEqual(['2026-12']);
    expect(keys('day')).toEqual(['2026-12-09', '2026-12-20']);
    expect(keys('department')).toEqual(['fire', 'tax']);
    expect(keys('street')).toEqual(['S03']);
    expect(keys('industry')).toEqual(['hotel', noIndustry]);
  });

  it('of the groups add up to the total, whatever they are grouped by', () => {
    const department = fc.constantFrom('fire', 'health', 'market');
    const summary = fc.record({
      businessId: fc.constantFrom('B-01', 'B-02', 'B-03'),
      street: fc.constantFrom('S03', 'S04'),
      industry: fc.constantFrom('hotel', 'gym'),
      day: fc.constantFrom('2026-11-30', '2026-12-01', '2026-12-31'),
      status: fc.constantFrom(...visitStatuses),
      lead: department,
      units: fc.array(
        fc.record({
          unitId: department,
          department,
          slots: fc.constant(1),
          inspectors: fc.array(fc.string(), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
      requests: fc.array(fc.record({ requestId: fc.string(), department }), { maxLength: 4 }),
      findings: fc.dictionary(department, fc.nat(3)),
    });
    const remote = fc.record({
      day: fc.constantFrom('2026-11-30', '2026-12-20'),
      department,
      street: fc.constantFrom('S03', 'S04'),
      requests: fc.nat(9),
    });
    const additive = [
      'requestsDone',
      'visits',
      'avoided',
      'jointVisits',
      'jointCandidates',
      'personVisits',
      'personVisitsSeparately',
      'findings',
      'visitsWithFinding',
      'cancelled',
      'remote',
    ] as const;
    fc.assert(
      fc.property(fc.array(summary), fc.array(remote), (some, off) => {
        const visits = some.map((overrides) => aSummary(overrides));
        const totals = groupings.map((groupBy) => {
          const { total, groups } = fold(visits, groupBy, off);
          for (const figure of additive) {
            expect(groups.reduce((sum, group) => sum + group[figure], 0)).toBe(total[figure]);
          }
          expect(total.avoided).toBe(total.requestsDone - total.visits);
          return total;
        });
        expect(new Set(totals.map((total) => JSON.stringify(total))).size).toBe(1);
      }),
    );
  });
});
