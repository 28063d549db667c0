import { expect, test } from 'vitest';
import { noteRecognised } from '../../../lib/domain/field/visit-results.ts';
import { revokeLinks } from '../../../lib/domain/notices/ask-again.ts';
import { escalationOf } from '../../../lib/domain/notices/escalation.ts';
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

test('a notice that has not gone out for too long stays so when its links are revoked', () => {
  const at = '2026-11-23T05:00:00.000Z';
  const revoked = revokeLinks(aVisit(), aVisit().contacts, { by: 'admin', reason: '链接外泄', at });
  const due = 'refused' in revoked ? aVisit() : revoked;
  expect(escalationOf(due, { now: new Date(at), lateMinutes: 60 })).toEqual({
    reason: 'not-sent',
    since: '2026-11-23T01:00:00.000Z',
  });
});
