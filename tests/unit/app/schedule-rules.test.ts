import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepProposalCaps, withoutRequests } from '../../../lib/app/centre/keep-proposal-caps.ts';
import { readSnapshot } from '../../../lib/app/centre/planning-snapshot.ts';
import { type StaffingRules, staffVisit, type VisitRequest } from '../../../lib/app/visits/staff-visit.ts';
import { addDays, daysBetween } from '../../../lib/domain/catalogue/calendar.ts';
import type { PlanType } from '../../../lib/domain/plans/plan.ts';
import { countedDepartments } from '../../../lib/domain/visits/visit-requests.ts';
import { aConsolidation, aProposedVisit } from '../../support/a-consolidation.ts';
import { anItem } from '../../support/a-plan.ts';
import { aDistrict, addPlan, allVisits, aUnit, inspectors, proposed, published } from '../../support/a-run.ts';

const ask = (unitId: string, ...items: readonly string[]): VisitRequest => ({
  requestId: `${unitId}-1`,
  planId: 'P1',
  department: unitId,
  unitId,
  items,
});
const items = new Map(
  [
    anItem({ itemId: 'F1', recognitionClass: 'exits', minutes: 30 }),
    anItem({ itemId: 'F2', minutes: 60 }),
    anItem({ itemId: 'H1', department: 'health', recognitionClass: 'exits', minutes: 20 }),
    anItem({ itemId: 'M1', department: 'market', minutes: 30 }),
  ].map((item) => [item.itemId, item]),
);
const staff = (requests: readonly VisitRequest[], rules: Partial<StaffingRules> = {}) =>
  staffVisit(requests, {
    items,
    slotMinutes: 90,
    performed: new Set(),
    fits: () => true,
    attends: () => false,
    ...rules,
  });

describe('staffing a visit', () => {
  it('sends the fewest units: who comes anyway performs the shared class', () => {
    expect(staff([ask('fire', 'F1', 'F2'), ask('health', 'H1')])).toEqual({ fire: ['F1', 'F2'] });
  });

  it('lets another unit perform where the first can’t stay so long, and says so where none can', () => {
    const fits = (unitId: string, minutes: number) => unitId !== 'fire' || minutes <= 60;
    expect(staff([ask('fire', 'F1', 'F2'), ask('health', 'H1')], { fits })).toEqual({ fire: ['F2'], health: ['H1'] });
    expect(staff([ask('fire', 'F2')], { fits: () => false })).toBeUndefined();
  });

  it('performs nothing again that the visit performs already, and prefers who is there', () => {
    expect(staff([ask('health', 'H1')], { performed: new Set(['exits']) })).toEqual({});
    const attends = (unitId: string) => unitId === 'health';
    expect(staff([ask('fire', 'F1'), ask('health', 'H1')], { attends })).toEqual({ health: ['H1'] });
  });
});

describe('holding a plan to the caps', () => {
  const counted = { type: 'routine', orderedFromAbove: false } as const;
  const snapshot = async (perDepartment: number) => {
    const ports = await aDistrict({ settings: { yearlyCap: { perDepartment, byDepartment: {} } } });
    const read = await readSnapshot(ports, aConsolidation(), ports.clock.now());
    return { ...read, items };
  };
  const first = aProposedVisit({ requests: [ask('fire', 'F2')], performs: { fire: ['F2'] } });
  const second = aProposedVisit({
    visitId: 'B-01.v2',
    day: '2026-12-21',
    requests: [{ ...ask('fire', 'F1'), requestId: 'fire-2' }, ask('market', 'M1')],
    performs: { fire: ['F1'], market: ['M1'] },
  });

  it('takes a department’s requests out of its latest visits, and leaves the others there', async () => {
    const kept = keepProposalCaps([first, second], new Map([['P1', counted]]), await snapshot(1));
    expect(kept.dropped).toEqual([{ request: 'fire-2', reason: 'cap-reached' }]);
    expect(kept.visits).toEqual([first, { ...second, requests: [ask('market', 'M1')], performs: { market: ['M1'] } }]);
  });

  it('leaves alone what the cap allows and what it does not count', async () => {
    const visits = [first, second];
    expect(keepProposalCaps(visits, new Map([['P1', counted]]), await snapshot(2))).toEqual({ visits, dropped: [] });
    const exempt = new Map([['P1', { ...counted, orderedFromAbove: true }]]);
    expect(keepProposalCaps(visits, exempt, await snapshot(0))).toEqual({ visits, dropped: [] });
  });

  it('drops a visit that nobody can perform without the department that had to leave', async () => {
    const shared = aProposedVisit({ requests: [ask('fire', 'F1'), ask('health', 'H1')], performs: { fire: ['F1'] } });
    expect(withoutRequests(shared, new Set(['fire-1']), await snapshot(0))).toBeUndefined();
  });
});

describe('the published schedule', () => {
  it('keeps caps, gaps, teams and people whatever was proposed, in however many runs that knew nothing of each other', async () => {
    const day = (n: number) => addDays('2026-12-01', n);
    const request = fc.record({
      department: fc.constantFrom(
        ['fire', 'I0001'] as const,
        ['fire', 'I0002'] as const,
        ['health', 'I0201'] as const,
        ['market', 'I0301'] as const,
      ),
      businessId: fc.constantFrom('B-01', 'B-02', 'B-03'),
      from: fc.nat(14),
      length: fc.nat(10),
      type: fc.constantFrom<PlanType>('routine', 'special', 'case'),
      mode: fc.constantFrom('announced' as const, 'unannounced' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(request, { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (rounds, cap, minGapDays) => {
          const ports = await aDistrict({
            settings: { yearlyCap: { perDepartment: cap, byDepartment: {} }, minGapDays },
            units: [
              aUnit({ inspectors: [...inspectors('fire', 2), ...inspectors('tied', 2, ['B-01'])] }),
              aUnit({ unitId: 'health', department: 'health', inspectors: inspectors('health', 2) }),
              aUnit({ unitId: 'market', department: 'market', inspectors: inspectors('market', 4) }),
            ],
          });
          const stale = [];
          for (const [round, requests] of rounds.entries()) {
            for (const [n, { department, businessId, from, length, type, mode }] of requests.entries()) {
              const [name, itemId] = department;
              const window = { notBefore: day(from), due: day(from + length) };
              const plan = { planId: `R${round}P${n}`, department: name, items: [itemId], type, mode, window };
              await addPlan(ports, { plan, rows: [{ businessId, items: [itemId], ...window }] });
            }
            stale.push(await proposed(ports));
          }
          for (const run of stale) await published(ports, run);
          const visits = allVisits(ports);
          const served = visits.flatMap(({ attending }) =>
            attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves.map(({ requestId }) => requestId))),
          );
          expect(new Set(served).size).toBe(served.length);
          const stays: string[] = [];
          for (const visit of visits) {
            const same = visits.filter(({ businessId }) => businessId === visit.businessId);
            for (const other of same.filter(({ visitId }) => visitId !== visit.visitId)) {
              expect(Math.abs(daysBetween(other.day, visit.day))).toBeGreaterThanOrEqual(minGapDays);
            }
            for (const department of countedDepartments(visit)) {
              const used = same.filter((other) => countedDepartments(other).includes(department)).length;
              expect(used).toBeLessThanOrEqual(cap);
            }
            for (const { team, slots } of visit.attending) {
              expect(
                team.some(({ inspectorId }) => visit.businessId === 'B-01' && inspectorId.startsWith('tied')),
              ).toBe(false);
              for (const { inspectorId } of team)
                for (let slot = visit.slot; slot < visit.slot + slots; slot++)
                  stays.push(`${inspectorId} ${visit.day} ${slot}`);
            }
          }
          expect(new Set(stays).size).toBe(stays.length);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
