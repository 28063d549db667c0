import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../lib/domain/catalogue/settings.ts';
import { aDistrict, addPlan, allVisits, aUnit, inspectors, proposed, published } from '../../support/a-run.ts';

/** A visit of two units, whose inspectors are as many as said. */
const jointVisit = async (settings: Partial<Settings>) => {
  const ports = await aDistrict({
    settings,
    units: [
      aUnit({ inspectors: inspectors('fire', 2) }),
      aUnit({ unitId: 'market', department: 'market', inspectors: inspectors('market', 2) }),
    ],
  });
  await addPlan(ports, { rows: [{ items: ['I0001'] }] });
  const plan = { planId: 'P3', department: 'market', items: ['I0301'], type: 'routine' } as const;
  await addPlan(ports, { plan, rows: [{ items: ['I0301'] }] });
  await published(ports, await proposed(ports));
  return allVisits(ports);
};

describe('the least number of inspectors at a joint visit', () => {
  it('is each unit’s own, as a rule', async () => {
    const [visit] = await jointVisit({});
    expect(visit?.attending.map(({ team }) => team.length)).toEqual([2, 2]);
  });

  it('is shared by the units where the setting lets them', async () => {
    const [visit] = await jointVisit({ jointTeamSharesMinimum: true });
    expect(visit?.attending.map(({ team }) => team.length)).toEqual([1, 1]);
  });
});
