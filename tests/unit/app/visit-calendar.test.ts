import { expect, test } from 'vitest';
import { visitCalendar } from '../../../lib/app/notices/visit-calendar.ts';
import { aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const now = new Date('2026-11-24T01:00:00.000Z');
const sent = { ...aVisit().notice, status: 'sent' } as const;

const opened = async (visit = aVisit({ notice: sent })) => {
  const ports = { ...fakePorts(), baseUrl: 'https://example.com' };
  await ports.visits.create(visit);
  const claims = { district: visit.district, visitId: visit.visitId, noticeVersion: 1 };
  return { ports, token: await ports.links.sign(claims, new Date('2027-03-01T00:00:00.000Z')), visit };
};

test('the calendar file leads back to the notice, and fetching it is not reading it', async () => {
  const { ports, token, visit } = await opened();
  const file = await visitCalendar(ports, { token, language: 'en', now });
  expect(file).toMatchObject({ method: 'REQUEST' });
  expect('text' in file && file.text.replaceAll('\r\n ', '')).toContain(`URL:https://example.com/n/${token}`);
  expect((await ports.visits.find({ district: visit.district }, visit.visitId))?.notice.readAt).toBeUndefined();
});

test('an unannounced visit has no calendar file before its check-in', async () => {
  const { ports, token } = await opened(aVisit({ mode: 'unannounced', notice: { ...sent, status: 'held' } }));
  expect(await visitCalendar(ports, { token, language: 'zh-CN', now })).toMatchObject({ refused: 'not-found' });
});
