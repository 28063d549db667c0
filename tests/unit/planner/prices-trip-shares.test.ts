import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../lib/planner/compile-model.ts';
import type { Model } from '../../../lib/planner/model.ts';
import { createTripShares, type TripShares } from '../../../lib/planner/prices-trip-shares.ts';
import { tinyInstances } from '../../support/planner/tiny-instance.ts';

/** The most that all callers and free teams together can be charged for one trip. */
const chargeable = (model: Model, shares: TripShares, beat: number, day: number, session: number): number => {
  let sum = 0;
  for (let c = shares.beatStart[beat]; c < shares.beatStart[beat + 1]; c++) {
    const caller = shares.callers[c];
    if (day >= shares.firstDay[caller] && day <= shares.lastDay[caller])
      sum += shares.share[shares.base[caller] + day * model.sessionCount + session];
  }
  for (let slot = 0; slot < model.slotCount; slot++) {
    if (model.sessionOf[slot] !== session) continue;
    const time = day * model.slotCount + slot;
    sum +=
      shares.slotShare[beat * model.timeCount + time] * model.capacity[model.beatUnit[beat] * model.timeCount + time];
  }
  return sum;
};

describe('shares of a trip', () => {
  it('never add up to more than the trip, whatever was seen', () => {
    fc.assert(
      fc.property(
        tinyInstances(5),
        fc.infiniteStream(fc.double({ min: 0, max: 20, noNaN: true })),
        (instance, draws) => {
          const model = compileModel(instance);
          const shares = createTripShares(model, 1);
          for (let round = 0; round < 3; round++) {
            for (let beat = 0; beat < model.beatCount; beat++)
              for (let day = 0; day < model.dayCount; day++)
                for (let session = 0; session < model.sessionCount; session++) {
                  const most = model.standingTrips[(beat * model.dayCount + day) * model.sessionCount + session]
                    ? 0
                    : 1;
                  expect(chargeable(model, shares, beat, day, session)).toBeLessThanOrEqual(most + 1e-5);
                }
            shares.seen.forEach((_, at) => {
              shares.seen[at] += draws.next().value ?? 0;
            });
            shares.slotSeen.forEach((_, at) => {
              shares.slotSeen[at] += draws.next().value ?? 0;
            });
            shares.update();
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
