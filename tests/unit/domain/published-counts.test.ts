import { expect, it } from 'vitest';
import { publishPage } from '../../../lib/domain/centre/consolidation-transitions.ts';
import { aConsolidation } from '../../support/a-consolidation.ts';

const now = new Date('2026-11-30T09:00:00.000Z');
const publishing = { by: 'coordinator-1', at: now.toISOString(), nextPage: 0, visits: 0, returned: 0 };

it('the pages of a publication add up to what went back to waiting, reason by reason', () => {
  const run = aConsolidation({ status: 'publishing', pages: 2, publishing });
  const first = publishPage(run, { visits: 3, returned: 2, returnedFor: { 'too-near': 2 } }, now);
  const last = publishPage(first, { visits: 1, returned: 3, returnedFor: { 'too-near': 1, closed: 2 } }, now);
  expect(last).toMatchObject({
    status: 'published',
    publishing: { visits: 4, returned: 5, returnedFor: { 'too-near': 3, closed: 2 } },
  });
});
