import { describe, expect, it } from 'vitest';
import { publisherOf } from '../../../lib/domain/centre/publisher-of.ts';
import { consolidatePlan } from '../../../lib/domain/plans/plan-progress.ts';
import { aPlan } from '../../support/a-plan.ts';

const at = '2026-12-01T01:00:00.000Z';
const started = { at, by: 'coordinator-1', as: { role: 'coordinator' }, action: 'start' } as const;
const published = { at, by: 'coordinator-2', as: { role: 'coordinator', street: 'S01' }, action: 'publish' } as const;
const publishing = { by: 'coordinator-2', at, nextPage: 0, visits: 0, returned: 0 };

describe('what a publication writes', () => {
  it('is on the authority of who published, as the run’s own record says', () => {
    const run = { startedBy: 'coordinator-1', publishing, history: [started, published] };
    expect(publisherOf(run)).toEqual({ by: 'coordinator-2', as: published.as });
    const plan = consolidatePlan(aPlan({ status: 'submitted', consolidations: [] }), 'C1', publisherOf(run), at);
    expect(plan?.history.at(-1)).toMatchObject({ by: 'coordinator-2', as: published.as, action: 'consolidated' });
  });

  it('names no authority that no record says', () => {
    expect(publisherOf({ startedBy: 'coordinator-1', publishing, history: [started] })).toEqual({
      by: 'coordinator-2',
    });
    expect(publisherOf({ startedBy: 'coordinator-1', history: [] })).toEqual({ by: 'coordinator-1' });
  });
});
