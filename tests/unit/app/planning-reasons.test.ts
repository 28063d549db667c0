import { describe, expect, it } from 'vitest';
import { listProposedVisits } from '../../../lib/app/centre/list-proposed-visits.ts';
import { listUnscheduled } from '../../../lib/app/centre/list-unscheduled.ts';
import type { Consolidation } from '../../../lib/domain/centre/consolidation.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import { aDistrict, addPlan, aUnit, type District, inspectors, proposed } from '../../support/a-run.ts';

const health = { planId: 'P2', department: 'health', items: ['I0201'], type: 'routine' } as const;
const market = { planId: 'P3', department: 'market', items: ['I0301'], type: 'routine' } as const;
const oneDay = { notBefore: '2026-12-10', due: '2026-12-10' };

const leftOut = async (ports: District, run: Consolidation) => {
  const params = { consolidationId: run.consolidationId };
  const page = await listUnscheduled(ports, aRequest('list-unscheduled', { params, principal: coordinator }));
  if ('refused' in page) throw new Error(page.refused);
  return page.items;
};

const visitsOf = async (ports: District, run: Consolidation) => {
  const params = { consolidationId: run.consolidationId };
  const page = await listProposedVisits(ports, aRequest('list-proposed-visits', { params, principal: coordinator }));
  if ('refused' in page) throw new Error(page.refused);
  return page.items;
};

describe('why a proposal is as it is', () => {
  it('names the team and the later day that would place what was left out, and where a team is worth most', async () => {
    const many = Array.from({ length: 6 }, (_, n) => aBusiness({ businessId: `B-0${n}` }));
    const ports = await aDistrict({
      businesses: many,
      units: [aUnit({ inspectors: inspectors('fire', 2) })],
      settings: { inspectorsPerTeam: 2 },
    });
    await addPlan(ports, { rows: many.map(({ businessId }) => ({ businessId, ...oneDay })) });
    const run = await proposed(ports);
    const rows = await leftOut(ports, run);
    expect(rows).toHaveLength(2);
    for (const { reason, remedies } of rows) {
      expect(reason.code).toBe('no-capacity');
      expect(remedies).toEqual([
        { kind: 'one-more-team', unitId: 'fire', day: '2026-12-10', saves: expect.any(Number) },
        { kind: 'later-due', due: '2026-12-11', saves: expect.any(Number) },
      ]);
      for (const { saves } of remedies) expect(saves).toBeGreaterThan(800);
    }
    expect(run.figures?.shortTeams).toMatchObject([{ unitId: 'fire', day: '2026-12-10' }]);
  });

  it('names nothing where nothing by itself would place the request', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { plan: { planId: 'P4', department: 'tax' }, rows: [{ items: ['I0002'] }] });
    expect(await leftOut(ports, await proposed(ports))).toMatchObject([{ reason: { code: 'no-unit' }, remedies: [] }]);
  });

  it('says what a visit costs, what separate visits would, and for which requests none of the business’s visits is too many', async () => {
    const ports = await aDistrict();
    await addPlan(ports, { rows: [oneDay] });
    await addPlan(ports, { plan: market, rows: [{ items: ['I0301'], ...oneDay }] });
    await addPlan(ports, {
      plan: health,
      rows: [{ items: ['I0201'], notBefore: '2026-12-21', due: '2026-12-22' }],
    });
    const run = await proposed(ports);
    const [joint, alone] = await visitsOf(ports, run);
    expect(joint?.worth).toMatchObject({ cost: 122, separately: 222 });
    expect(joint?.worth?.neededFor).toHaveLength(2);
    expect(alone?.worth).toEqual({ cost: 111, separately: 111, neededFor: joint?.worth?.neededFor });
  });
});

describe('what the district has set for its plans', () => {
  const threeAsk = async (settings: Parameters<typeof aDistrict>[0]) => {
    const ports = await aDistrict(settings);
    await addPlan(ports, { rows: [{ items: ['I0002'] }] });
    await addPlan(ports, { plan: health, rows: [{ items: ['I0201'] }] });
    await addPlan(ports, { plan: market, rows: [{ items: ['I0301'] }] });
    return proposed(ports);
  };

  it('brings no more persons upon a business than it allows', async () => {
    const run = await threeAsk({ settings: { inspectorsPerTeam: 2, maxPersonVisitsPerHorizon: 5 } });
    expect(run.figures).toMatchObject({ scheduled: 2, attendances: 2, personVisits: 4 });
    expect((await threeAsk({ settings: { inspectorsPerTeam: 2 } })).figures).toMatchObject({ personVisits: 6 });
  });

  it('keeps persons no longer at a business than it allows', async () => {
    // Three teams of two stay a slot of an hour and a half each: nine hours; six leave room for two of them.
    const run = await threeAsk({ settings: { inspectorsPerTeam: 2, maxPersonHoursPerHorizon: 6 } });
    expect(run.figures).toMatchObject({ scheduled: 2, attendances: 2 });
  });

  it('weighs visits above any attendance where it is lexicographic, and counts its cost so', async () => {
    const run = await threeAsk({ settings: { lexicographicPlanning: true } });
    expect(run.figures).toMatchObject({ visits: 1, attendances: 3, cost: 1_003_003 });
    expect(run.figures?.bound).toBe(run.figures?.cost);
  });
});
