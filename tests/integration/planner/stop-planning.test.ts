import { describe, expect, it } from 'vitest';
import { planVisits } from '../../../lib/planner/plan-visits.ts';
import type { Progress } from '../../../lib/planner/planning-options.ts';
import { districtInstance, districtSizes } from '../../support/planner/district-instance.ts';
import { verified } from '../../support/planner/verified.ts';

const district = districtInstance({ ...districtSizes.medium, businesses: 3000, plans: 120 }, 2);

/** A clock on which every look takes as long as it takes until others are served, so that each look is a pause. */
const slowClock = () => {
  let ms = 0;
  return () => {
    ms += 60;
    return ms;
  };
};

/** Plans until the given pause, where it is told to stop; says how far it was then, and how many pauses came after. */
const stoppedAt = async (stop: number) => {
  const controller = new AbortController();
  const stages: Progress['stage'][] = [];
  let pauses = 0;
  const outcome = await planVisits(district, {
    now: slowClock(),
    timeLimitMs: 1e9,
    signal: controller.signal,
    explain: false,
    pause: async () => {
      pauses++;
      if (pauses === stop) controller.abort();
    },
    onProgress: ({ stage }) => {
      if (!controller.signal.aborted) stages.push(stage);
    },
  });
  return { outcome, stage: stages.at(-1), after: pauses - stop };
};

describe('a plan that is stopped', () => {
  it.each([
    [1, undefined],
    [8, 'compiled'],
    [14, 'constructed'],
    [60, 'constructed'],
  ])('at pause %i holds, with a bound that its certificate proves (last finished: %s)', async (stop, stage) => {
    const stopped = await stoppedAt(stop);
    expect(stopped.stage).toBe(stage);
    // A few pieces of completion and no more: whatever was under way stopped at its next look.
    expect(stopped.after).toBeLessThan(40);
    const { plan } = stopped.outcome;
    const served = plan.visits.flatMap(({ requests }) => requests);
    expect(served.length + plan.unscheduled.length).toBe(district.requests.length);
    expect(verified(district, stopped.outcome).faults).toEqual([]);
  });

  it('serves the more the later it is stopped', async () => {
    const served: number[] = [];
    for (const stop of [1, 10, 60]) served.push((await stoppedAt(stop)).outcome.figures.scheduled);
    expect(served).toEqual(served.toSorted((a, b) => a - b));
    expect(served[2]).toBeGreaterThan(0.9 * district.requests.length);
  });

  it('stops at its time limit in the middle of compiling too', async () => {
    const { figures, trajectory } = await planVisits(district, {
      now: slowClock(),
      timeLimitMs: 200,
      explain: false,
      pause: async () => {},
    });
    expect(figures.scheduled).toBeGreaterThan(0);
    expect(trajectory.at(-1)?.stage).toBe('done');
  });
});
