import { expect, test } from 'vitest';
import { noteRecognised } from '../../../lib/domain/field/visit-results.ts';
import { makeDueAgain } from '../../../lib/domain/notices/send-again.ts';
import { aVisit } from '../../support/a-visit.ts';

// Found by the simulation (seed 11 186): a bounce just before the last result.

test('a notice that is to go out once more still is when the results have been recognised', () => {
  const at = '2026-12-09T03:00:00.000Z';
  const sent = aVisit({ status: 'done', notice: { ...aVisit().notice, status: 'failed', sentAt: at } });
  const again = makeDueAgain(sent, 'fallback', at);
  const noted = noteRecognised({ ...again, outbox: { task: 'recognise-results', since: at } }, new Date(at));
  expect(noted).toMatchObject({ outbox: { task: 'send-notice' }, notice: { again: { kind: 'fallback' } } });
});
