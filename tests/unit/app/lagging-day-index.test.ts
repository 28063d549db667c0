import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishConsolidation } from '../../../lib/app/centre/publish-consolidation.ts';
import { applyCommand } from '../../../lib/app/schedule/apply-command.ts';
import { isStanding } from '../../../lib/domain/visits/visit.ts';
import { anUrgentCheck, send } from '../../support/a-change.ts';
import { aBusiness } from '../../support/a-plan.ts';
import { aRequest, coordinator } from '../../support/a-request.ts';
import { aDistrict, addPlan, allVisits, aUnit, type District, inspectors, proposed } from '../../support/a-run.ts';
import { laggingVisits } from '../../support/lagging-visits.ts';

const places = Array.from({ length: 8 }, (_, n) => `B-0${n + 1}`);
const day = '2026-12-02';

/** Two runs over one day of one team, planned on the same snapshot and published one into the other, with urgent checks between. */
const twoRuns = async (lags: readonly number[], claimless: boolean): Promise<District> => {
  let at = Date.parse('2026-11-23T01:00:00.000Z');
  let n = 0;
  const lagOf = (): number => lags[n++ % lags.length] ?? 0;
  const ports = {
    ...(await aDistrict({
      settings: { reservePercent: 0 },
      units: [aUnit({ teams: 1, inspectors: inspectors('fire', 2) })],
      businesses: places.map((businessId) => aBusiness({ businessId })),
    })),
    visits: laggingVisits(() => at, lagOf, claimless),
    clock: { now: () => new Date(at), set: () => undefined },
  };
  const rows = (some: readonly string[]) =>
    some.map((businessId) => ({ businessId, items: ['I0001'], notBefore: day, due: day }));
  await addPlan(ports, { plan: { planId: 'P1' }, rows: rows(places.slice(0, 3)) });
  const first = await proposed(ports);
  await addPlan(ports, { plan: { planId: 'P2' }, rows: rows(places.slice(3, 7)) });
  const second = await proposed(ports);
  for (const { consolidationId } of [first, second]) {
    await publishConsolidation(
      ports,
      aRequest('publish-consolidation', { params: { consolidationId }, principal: coordinator }),
    );
  }
  const window = { notBefore: day, due: day };
  await send(ports, { operation: 'insert-urgent', body: anUrgentCheck({ businessId: 'B-08', window }) });
  for (let message = ports.queues.sent.schedule.shift(); message; message = ports.queues.sent.schedule.shift()) {
    await applyCommand(ports, message);
    at += 25_000; // longer than any command is remembered as recent
  }
  return ports;
};

/** Teams and inspectors that are in two places at once. */
const doubleBooked = (ports: District): number => {
  const taken = allVisits(ports)
    .filter(({ status }) => isStanding(status))
    .flatMap(({ day: on, slot, attending }) =>
      attending.flatMap(({ slots, team }) =>
        team.flatMap(({ inspectorId }) => Array.from({ length: slots }, (_, k) => `${inspectorId} ${on} ${slot + k}`)),
      ),
    );
  return taken.length - new Set(taken).size;
};

const lags = fc.array(fc.nat(14 * 60_000), { minLength: 3, maxLength: 12 });

describe('a day index that lags', () => {
  it('overbooks no team: who decides reads the claims of the day, whatever the index shows', async () => {
    await fc.assert(
      fc.asyncProperty(lags, async (some) => {
        const ports = await twoRuns(some, false);
        expect(doubleBooked(ports)).toBe(0);
        expect(allVisits(ports).length).toBe(4); // one team, four starts
      }),
      { numRuns: 25 },
    );
  });

  it('would overbook one without claims, which is what they are for', async () => {
    expect(doubleBooked(await twoRuns([60_000], true))).toBeGreaterThan(0);
  });
});
