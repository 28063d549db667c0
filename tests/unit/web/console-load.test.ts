import { describe, expect, test } from 'vitest';
import { loadStep, unitLoads } from '../../../web/console/screens/centre/unit-load.ts';

const starts = ['09:00', '10:30', '13:30', '15:00'];
const visit = (day: string, start: string, end: string) => ({
  visitId: `${day} ${start}`,
  businessId: 'b',
  businessName: 'b',
  street: 'S01',
  day,
  start,
  end,
  mode: 'announced' as const,
  attending: [{ unitId: 'fire', department: 'fire', checks: [] }],
  saved: 0,
  unmerged: [],
});

describe('the load of a unit’s day', () => {
  const inspectors = Array.from({ length: 5 }, () => undefined);

  test('is the share of its teams’ starts that its visits take; a long visit takes two', () => {
    const visits = [visit('2026-12-01', '09:00', '12:00'), visit('2026-12-01', '13:30', '15:00')];
    const load = unitLoads(visits, [{ unitId: 'fire', teams: 1, inspectors }], starts, 2)
      .get('fire')
      ?.get('2026-12-01');
    expect(load).toEqual({ visits: 2, share: 0.75 });
  });

  test('counts as many teams as the inspectors make, where the unit does not say', () => {
    const loads = unitLoads([visit('2026-12-01', '09:00', '10:30')], [{ unitId: 'fire', inspectors }], starts, 2);
    expect(loads.get('fire')?.get('2026-12-01')?.share).toBe(1 / 8);
  });

  test('is full when nothing is left of it', () => {
    expect([0.1, 0.5, 0.75, 1].map(loadStep)).toEqual([1, 2, 3, 4]);
  });
});
