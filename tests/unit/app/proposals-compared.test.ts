import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareConsolidations } from '../../../lib/app/centre/compare-consolidations.ts';
import { publishConsolidation } from '../../../lib/app/centre/publish-consolidation.ts';
import { startConsolidation } from '../../../lib/app/centre/start-consolidation.ts';
import { applyCommand } from '../../../lib/app/schedule/apply-command.ts';
import { getCommand } from '../../../lib/app/schedule/get-command.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { compareProposals } from '../../../lib/domain/centre/compare-proposals.ts';
import type { Consolidation } from '../../../lib/domain/centre/consolidation.ts';
import { suppose } from '../../../lib/domain/centre/what-if.ts';
import { aProposedVisit } from '../../support/a-consolidation.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  aUnit,
  type District,
  drain,
  getRun,
  inspectors,
  proposed,
  published,
} from '../../support/a-run.ts';

/** Five businesses on one day, and one team of fire's: four visits a day fit. */
const aCrowdedDay = async () => {
  const units = [aUnit({ inspectors: inspectors('fire', 2) }), aUnit({ unitId: 'health', department: 'health' })];
  const ports = await aDistrict({ units });
  const day = { notBefore: '2026-12-01', due: '2026-12-01' };
  const places = ['B-01', 'B-02', 'B-03'];
  await addPlan(ports, {
    plan: { planId: 'P1', type: 'routine', window: day },
    rows: places.map((businessId) => ({ businessId, items: ['I0002', 'I0001'], ...day })),
  });
  return ports;
};

const compare = (ports: District, runs: readonly Consolidation[], more: object = {}) =>
  compareConsolidations(
    ports,
    aRequest('compare-consolidations', {
      query: { of: runs.map(({ consolidationId }) => consolidationId).join(','), ...more },
      principal: coordinator,
    }),
  );

describe('what a proposal supposes', () => {
  it('plans with the units, caps and weights supposed, and leaves what stands alone', async () => {
    const ports = await aCrowdedDay();
    const before = JSON.stringify([await ports.units.all({ district: 'shangcheng' }), ports.visits.stored.size]);
    const away = await proposed(ports, { whatIf: { away: [{ unitId: 'fire', days: ['2026-12-01'] }] } });
    expect(away.figures).toMatchObject({ scheduled: 0, unscheduled: { closed: 3 } });
    const none = await proposed(ports, { whatIf: { yearlyCap: { perDepartment: 0 } } });
    expect(none.figures).toMatchObject({ scheduled: 0, unscheduled: { 'cap-reached': 3 } });
    expect((await proposed(ports)).figures).toMatchObject({ scheduled: 3 });
    expect(JSON.stringify([await ports.units.all({ district: 'shangcheng' }), ports.visits.stored.size])).toBe(before);
  });

  it('refuses units that the district does not have', async () => {
    const ports = await aCrowdedDay();
    const body = { from: '2026-12-01', to: '2026-12-31', whatIf: { teams: { navy: 2 } } };
    const answer = await startConsolidation(ports, aRequest('start-consolidation', { body, principal: coordinator }));
    expect(answer).toMatchObject({
      refused: 'horizon-refused',
      errors: [{ path: 'whatIf.teams.navy', code: 'unit-unknown' }],
    });
  });

  it.each([
    ['more teams than the unit has', { teams: { fire: 3 } }, 'whatIf.teams.fire'],
    ['a higher cap', { yearlyCap: { byDepartment: { health: 9 } } }, 'whatIf.yearlyCap'],
    ['a shorter gap', { minGapDays: 1 }, 'whatIf.minGapDays'],
  ])('is for comparison alone with %s', async (_, whatIf, path) => {
    const ports = await aDistrict({ settings: { minGapDays: 3 } });
    await addPlan(ports, { plan: { planId: 'P1' }, rows: [{ businessId: 'B-01', items: ['I0002'] }] });
    const run = await proposed(ports, { whatIf });
    const params = { consolidationId: run.consolidationId };
    const answer = await publishConsolidation(
      ports,
      aRequest('publish-consolidation', { params, principal: coordinator }),
    );
    expect(answer).toMatchObject({ refused: 'publication-refused', errors: [{ path, code: 'what-if-beyond' }] });
    expect(ports.queues.sent.schedule).toEqual([]);
  });

  it('may be published where it supposes less than there is', async () => {
    const ports = await aCrowdedDay();
    const run = await proposed(ports, { whatIf: { teams: { fire: 1 }, costWeights: { trip: 5 } } });
    expect((await published(ports, run)).status).toBe('published');
  });

  it('supposes nothing where nothing is named', () => {
    const units = [aUnit()];
    expect(suppose({}, defaultSettings, units, () => 2)).toEqual({ settings: defaultSettings, units, beyond: [] });
  });
});

describe('publishing one of several proposals', () => {
  it('supersedes the others of its horizon, whatever their state, and no other', async () => {
    const ports = await aCrowdedDay();
    const chosen = await proposed(ports);
    const other = await proposed(ports, { title: 'other' });
    const elsewhen = await proposed(ports, { to: '2026-12-30' });
    await published(ports, chosen);
    expect((await getRun(ports, other.consolidationId)).status).toBe('superseded');
    expect((await getRun(ports, elsewhen.consolidationId)).status).toBe('proposed');
  });

  it('refuses the second of two orders, and tells who sent it', async () => {
    const ports = await aCrowdedDay();
    const runs = [await proposed(ports), await proposed(ports)];
    for (const { consolidationId } of runs) {
      await publishConsolidation(
        ports,
        aRequest('publish-consolidation', { params: { consolidationId }, principal: coordinator }),
      );
    }
    const first = ports.queues.sent.schedule[0];
    await drain(ports);
    if (first) await applyCommand(ports, first);
    expect((await getRun(ports, runs[0]?.consolidationId ?? '')).status).toBe('published');
    const commandId = `publish.${runs[1]?.consolidationId}`;
    const command = await getCommand(ports, aRequest('get-command', { params: { commandId }, principal: coordinator }));
    expect(command).toMatchObject({ status: 'refused', reason: { code: 'superseded' } });
    expect(allVisits(ports)).toHaveLength(3);
  });
});

describe('comparing proposals', () => {
  it('sets figures side by side and says which requests only some place, and why not', async () => {
    const ports = await aCrowdedDay();
    const runs = [await proposed(ports), await proposed(ports, { whatIf: { yearlyCap: { perDepartment: 0 } } })];
    expect(await compare(ports, runs)).toMatchObject({
      proposals: [{ figures: { visits: 3 } }, { figures: { visits: 0 }, whatIf: { yearlyCap: { perDepartment: 0 } } }],
      businesses: { compared: 3, different: 3 },
      requests: {
        different: 3,
        items: [
          { requestId: 'P1-1', placed: [{ placed: true }, { placed: false, reason: { code: 'cap-reached' } }] },
          {},
          {},
        ],
      },
      items: [{ differences: ['requests'], visits: [[{ day: '2026-12-01', units: ['fire'] }], []] }, {}, {}],
    });
  });

  it('shows the differing businesses in pages', async () => {
    const ports = await aCrowdedDay();
    const runs = [await proposed(ports), await proposed(ports, { whatIf: { yearlyCap: { perDepartment: 0 } } })];
    const first = await compare(ports, runs, { limit: 2 });
    expect(first).toMatchObject({ items: [{ businessId: 'B-01' }, { businessId: 'B-02' }], nextCursor: 'B-02' });
    const rest = await compare(ports, runs, { limit: 2, cursor: 'B-02' });
    expect(rest).toMatchObject({ items: [{ businessId: 'B-03' }] });
    expect(rest).not.toHaveProperty('nextCursor');
  });

  it('finds nothing between a proposal and its own repetition', async () => {
    const ports = await aCrowdedDay();
    const runs = [await proposed(ports, { seed: 1 }), await proposed(ports, { seed: 1 })];
    expect(await compare(ports, runs)).toMatchObject({
      businesses: { different: 0 },
      requests: { different: 0 },
      items: [],
    });
  });

  it('refuses proposals of different horizons', async () => {
    const ports = await aCrowdedDay();
    const runs = [await proposed(ports), await proposed(ports, { to: '2026-12-30' })];
    expect(await compare(ports, runs)).toMatchObject({
      refused: 'comparison-refused',
      errors: [{ path: 'of[1]', code: 'horizon-differs' }],
    });
  });

  it.each([
    ['another day', { day: '2026-12-10' }, ['time']],
    ['other people', { performs: { health: ['I0001'] } }, ['people']],
    ['other requests', { requests: [] }, ['requests']],
  ] as const)('tells %s', (_, change, differences) => {
    const { different } = compareProposals([
      [aProposedVisit()],
      [aProposedVisit({ ...change, requests: 'requests' in change ? [] : aProposedVisit().requests })],
    ]);
    expect(different).toMatchObject([{ businessId: 'B-01', differences }]);
  });

  it('tells a visit that was split', () => {
    const request = aProposedVisit().requests.map((one) => ({ ...one, requestId: 'P2-1' }));
    const both = aProposedVisit({ requests: [...aProposedVisit().requests, ...request] });
    const { different } = compareProposals([
      [both],
      [aProposedVisit(), aProposedVisit({ visitId: 'B-01.v2', requests: request })],
    ]);
    expect(different).toMatchObject([{ differences: ['grouping'] }]);
  });

  it('says the same whichever proposal is named first', () => {
    const visit = fc
      .record({ businessId: fc.constantFrom('B-01', 'B-02'), day: fc.constantFrom('2026-12-08', '2026-12-09') })
      .map((some) => aProposedVisit(some));
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 4 }), fc.array(visit, { maxLength: 4 }), (a, b) => {
        const outline = (one: readonly (typeof a)[number][], other: readonly (typeof a)[number][]) =>
          compareProposals([one, other]).different.map(({ businessId, differences }) => [businessId, differences]);
        expect(outline(a, b)).toEqual(outline(b, a));
      }),
    );
  });
});
