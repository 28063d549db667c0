import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { type HttpAnswer, type HttpClient, signedIn } from '../../support/district/http-client.ts';
import { place, planBody, smallDistrict } from '../../support/district/small-district.ts';

// Caps, quiet days, alerts, previews and absences over HTTP: each rule refused and allowed, with its reason.

let local: Local;
let admin: HttpClient;
let coordinator: HttpClient;
let fire: HttpClient;
let reviewer: HttpClient;

const must = async (answer: Promise<HttpAnswer>, status: number): Promise<HttpAnswer['json']> => {
  const { status: got, json, text } = await answer;
  expect(got, text).toBe(status);
  return json;
};
const horizon = { from: '2026-12-01', to: '2026-12-31' };

const planned = async (): Promise<string> => {
  const { consolidationId } = await must(coordinator('POST', '/v1/consolidations', { body: horizon }), 202);
  await local.drain();
  return consolidationId;
};
const publish = async (consolidationId: string): Promise<void> => {
  await must(
    reviewer('POST', `/v1/consolidations/${consolidationId}/reviews`, { body: { decision: 'approved' } }),
    200,
  );
  await must(coordinator('POST', `/v1/consolidations/${consolidationId}/publish`), 202);
  await local.drain();
};
const submit = (n: number, overrides: object = {}) =>
  must(fire('POST', '/v1/plans', { body: planBody({ businesses: [{ businessId: place(n) }], ...overrides }) }), 201);
const visitAt = async (n: number): Promise<HttpAnswer['json']> =>
  (await must(coordinator('GET', `/v1/visits?from=2026-11-23&to=2026-12-31&businessId=${place(n)}`), 200)).items.at(-1);
const preview = (visitId: string, query: string) => coordinator('GET', `/v1/visits/${visitId}/preview?${query}`);

beforeAll(async () => {
  local = await startLocal({ port: 0 });
  await local.moveClock(new Date('2026-11-23T01:00:00.000Z'));
  admin = await signedIn(local, { role: 'admin' });
  coordinator = await signedIn(local, { role: 'coordinator' });
  fire = await signedIn(local, { role: 'planner', department: 'fire' });
  reviewer = await signedIn(local, { role: 'reviewer', level: 1, department: 'fire' });
  await must(admin('PUT', '/v1/calendar/2026', { body: smallDistrict.calendar }), 200);
  await must(admin('PUT', '/v1/calendar/2027', { body: smallDistrict.calendar }), 200);
  for (const rows of ['items', 'businesses', 'units'] as const) {
    await must(admin('POST', `/v1/${rows}/import`, { body: { [rows]: smallDistrict[rows] } }), 200);
  }
  const settings = {
    effectiveFrom: '2026-01-01',
    caps: [{ per: 'business', grades: ['A'], most: 1 }],
    quietDays: [
      { from: '2026-12-10', to: '2026-12-11', reason: '高考' },
      { from: '2026-12-14', to: '2026-12-14', street: 'S02', reason: '庙会' },
    ],
  };
  await must(admin('PUT', '/v1/settings', { body: settings }), 200);
  await submit(1);
  await submit(2);
  await publish(await planned());
}, 120_000);
afterAll(async () => local?.stop());

describe('caps', () => {
  test('leave a second counted visit out by business and grade, and let one of another grade through, with an alert before publication', async () => {
    const apart = { window: { notBefore: '2026-12-15', due: '2026-12-18' }, items: ['F2'] };
    await submit(1, apart);
    await submit(2, apart);
    const consolidationId = await planned();
    const left = await must(coordinator('GET', `/v1/consolidations/${consolidationId}/unscheduled`), 200);
    const visits = await must(coordinator('GET', `/v1/consolidations/${consolidationId}/visits`), 200);
    const joined = [...left.items, ...visits.items].map(({ businessId }: { businessId: string }) => businessId);
    expect(joined.toSorted()).toEqual([place(1), place(2)].toSorted());
    for (const { businessId, reason } of left.items) {
      expect({ businessId, code: reason.code }).toEqual({ businessId: place(1), code: 'cap-reached' });
    }
    const alerts = await must(coordinator('GET', `/v1/consolidations/${consolidationId}/alerts`), 200);
    const fresh = visits.items.filter(({ joins }: { joins?: string }) => joins === undefined);
    expect(alerts.withinDays).toBe(60);
    expect(alerts.items.map(({ visitId }: { visitId: string }) => visitId)).toEqual(
      fresh.map(({ visitId }: { visitId: string }) => visitId),
    );
  });

  test('that are used up are told to the admin, with what is done and planned', async () => {
    const { items } = await must(admin('GET', '/v1/cap-use?left=0&year=2026'), 200);
    expect(items).toEqual([
      expect.objectContaining({ businessId: place(1), per: 'business', done: 0, planned: 1, most: 1, left: 0 }),
    ]);
    await must(fire('GET', '/v1/cap-use?left=0&year=2026'), 200).then((own) => expect(own.items).toEqual([]));
  });

  test('never block an urgent check, but flag it', async () => {
    const query = `businessId=${place(1)}&items=H2&notBefore=2026-12-01&due=2026-12-04&mode=unannounced`;
    const { items } = await must(coordinator('GET', `/v1/urgent-options?${query}`), 200);
    const open = items.find(({ blockedBy }: { blockedBy?: object }) => blockedBy === undefined);
    expect(open.flags).toContain('over-cap');
  });
});

describe('quiet days', () => {
  test('hold up moves and new visits, with the reason, where they apply and only there', async () => {
    const visit = await visitAt(2);
    const quiet = await must(preview(visit.visitId, 'change=reschedule&day=2026-12-10&start=09:00'), 200);
    expect(quiet).toMatchObject({ fits: false, against: [{ code: 'quiet-day' }] });
    expect(quiet.against[0].text).toContain('高考');
    const street = await must(preview(visit.visitId, 'change=reschedule&day=2026-12-14&start=09:00'), 200);
    expect(street.against).toMatchObject([{ code: 'quiet-day' }]);
    const other = await must(preview((await visitAt(1)).visitId, 'change=reschedule&day=2026-12-14&start=09:00'), 200);
    expect(other.against.map(({ code }: { code: string }) => code)).not.toContain('quiet-day');
    const query = `businessId=${place(3)}&items=F1&notBefore=2026-12-10&due=2026-12-11&mode=announced`;
    const { items } = await must(coordinator('GET', `/v1/urgent-options?${query}`), 200);
    expect(items.map(({ blockedBy }: { blockedBy?: { code: string } }) => blockedBy?.code)).toEqual([
      'quiet-day',
      'quiet-day',
    ]);
  });
});

describe('a preview', () => {
  test('says what a move, a cancellation and a veto would come to, and changes nothing', async () => {
    const before = await visitAt(2);
    const move = await must(preview(before.visitId, 'change=reschedule&day=2026-12-17&start=13:30'), 200);
    expect(move).toMatchObject({ fits: true, day: '2026-12-17', start: '13:30', notifies: true, waiting: [] });
    const cancel = await must(preview(before.visitId, 'change=cancel'), 200);
    expect(cancel).toMatchObject({ fits: true, notifies: true });
    expect(cancel.waiting.length).toBeGreaterThan(0);
    const veto = await must(preview(before.visitId, 'change=veto'), 200);
    expect(veto.fits).toBe(true);
    await must(preview(before.visitId, 'change=reschedule'), 422);
    await must(preview('nothing.v1', 'change=cancel'), 404);
    expect(await visitAt(2)).toEqual(before);
  });
});

describe('an absence', () => {
  test('shows its moves, makes them once confirmed in the version that was shown, and is refused where the schedule changed', async () => {
    const before = await visitAt(2);
    const [{ inspectors }] = before.attending;
    const body = { unitId: 'fire', inspectorId: inspectors[0], from: before.day, to: before.day, reason: '病假' };
    const first = await must(coordinator('POST', '/v1/absences', { body }), 201);
    expect(first).toMatchObject({
      status: 'proposed',
      moves: 0,
      steps: expect.arrayContaining([expect.objectContaining({ visitId: before.visitId, kind: 'redraw' })]),
    });
    expect(await visitAt(2)).toEqual(before);
    const path = `/v1/absences/${first.absenceId}/confirm`;
    await must(coordinator('POST', path, { headers: { 'if-match': '"9"' } }), 412);
    const { commandId } = await must(coordinator('POST', path, { headers: { 'if-match': `"${first.version}"` } }), 202);
    await local.drain();
    const done = await must(coordinator('GET', `/v1/commands/${commandId}`), 200);
    expect(done).toMatchObject({ status: 'done', target: { absenceId: first.absenceId }, outcome: { failed: [] } });
    const after = await visitAt(2);
    expect(after.attending[0].inspectors).not.toContain(inspectors[0]);
    expect(after).toMatchObject({ day: before.day, start: before.start });
    await must(coordinator('POST', path), 409);

    const all = await must(coordinator('POST', '/v1/absences', { body: { ...body, inspectorId: undefined } }), 201);
    const [step] = all.steps;
    await must(coordinator('POST', `/v1/visits/${step.visitId}/cancel`, { body: { reason: '停业' } }), 202);
    await local.drain();
    const late = await must(coordinator('POST', `/v1/absences/${all.absenceId}/confirm`), 202);
    await local.drain();
    const refused = await must(coordinator('GET', `/v1/commands/${late.commandId}`), 200);
    expect(refused).toMatchObject({ status: 'refused', reason: { code: 'repair-outdated' } });
    const listed = await must(coordinator('GET', '/v1/absences'), 200);
    expect(listed.items.map(({ status }: { status: string }) => status)).toEqual(['proposed', 'confirmed']);
  });
});
