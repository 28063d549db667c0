import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../lib/planner/instance.ts';
import { planVisits } from '../../../lib/planner/plan-visits.ts';

const pause = async () => {};

/** Two departments and three shops; everything fits but `rush`, which has one team for three checks due the same day. */
const rush = (teams: number): Instance => ({
  format: 1,
  days: ['2026-12-01', '2026-12-02'],
  slots: { perDay: 1, minutes: 90, starts: ['09:00'], sessions: [[0]] },
  units: [
    { id: 'calm', teams: 3 },
    { id: 'rush', teams },
  ],
  items: [{ id: 'I1', minutes: 60 }],
  businesses: ['B1', 'B2', 'B3'].map((id) => ({ id, grid: 'G1' })),
  requests: ['B1', 'B2', 'B3'].flatMap((business) => [
    {
      id: `${business}-calm`,
      business,
      unit: 'calm',
      items: ['I1'],
      notBefore: '2026-12-01',
      due: '2026-12-02',
      mode: 'announced' as const,
    },
    {
      id: `${business}-rush`,
      business,
      unit: 'rush',
      items: ['I1'],
      notBefore: '2026-12-02',
      due: '2026-12-02',
      mode: 'unannounced' as const,
      weight: 2,
    },
  ]),
});

describe('what one more team would save', () => {
  it('is asked for on the day and at the unit that is short, and worth at least what it does save', async () => {
    const run = (teams: number) => planVisits(rush(teams), { iterationLimit: 3000, pause });
    const [short, helped] = [await run(1), await run(2)];
    expect(short.teamValues.map(({ unit, day }) => [unit, day])).toEqual([['rush', '2026-12-02']]);
    expect(short.teamValues[0].saves).toBeGreaterThanOrEqual(short.figures.cost - helped.figures.cost - 1);
    expect(short.teamValues[0].bySlot).toHaveLength(1);
  });

  it('is nothing where teams are enough', async () => {
    const { teamValues, figures } = await planVisits(rush(3), { iterationLimit: 3000, pause });
    expect(figures.unscheduledWeight).toBe(0);
    expect(teamValues).toEqual([]);
  });
});
