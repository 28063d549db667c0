import { describe, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../../lib/app/incidents/acknowledge-incident.ts';
import { dispatchIncident } from '../../../lib/app/incidents/dispatch-incident.ts';
import { listIncidents } from '../../../lib/app/incidents/list-incidents.ts';
import { putDutyRoster } from '../../../lib/app/incidents/put-duty-roster.ts';
import { reportIncident } from '../../../lib/app/incidents/report-incident.ts';
import { resolveIncident } from '../../../lib/app/incidents/resolve-incident.ts';
import { watchIncident } from '../../../lib/app/incidents/watch-incident.ts';
import { relayOutbox } from '../../../lib/app/relay-outbox.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import { admin, aRequest, coordinator, inspector } from '../../support/a-request.ts';
import { anIncident } from '../../support/an-incident.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const district = 'shangcheng';
const sentinel: Principal = { subject: 'sentinel-1', district, role: 'sentinel', street: 'S01' };
const street: Principal = { subject: 'coordinator-S01', district, role: 'coordinator', street: 'S01' };
const now = '2026-12-31T15:58:00.000Z';
const body = { type: 'fire-hazard', place: '秋涛路 1 号', photos: [] } as const;

const squad = (unitId: string, of: string | null) => ({
  unitId,
  department: 'comprehensive',
  street: of,
  offOn: [],
  inspectors: [],
});

const aDistrict = async () => {
  const ports = fakePorts();
  ports.clock.set(now);
  await ports.units.import({ district }, [squad('squad-S01', 'S01'), squad('squad-S02', 'S02'), squad('fire', null)]);
  return ports;
};
type Fakes = Awaited<ReturnType<typeof aDistrict>>;

const report = async (ports: Fakes, more: object = {}, principal: Principal = sentinel) =>
  reportIncident(ports, aRequest('report-incident', { body: { ...body, ...more }, principal, now }));
const reported = async (ports: Fakes) => {
  const answer = await report(ports);
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
};

describe('reporting an incident', () => {
  it('dispatches it to the unit on duty and sets its first alarm, in one write', async () => {
    const ports = await aDistrict();
    const { incidentId, ...view } = await reported(ports);
    expect(view).toMatchObject({ street: 'S01', status: 'dispatched', unitId: 'squad-S01', version: 1 });
    expect(ports.queues.sent.watch).toEqual([{ district, incidentId, at: '2026-12-31T16:01:00.000Z' }]);
  });

  it('follows the roster of the moment', async () => {
    const ports = await aDistrict();
    const shifts = [{ unitId: 'fire', from: '2026-12-31T20:00', to: '2027-01-01T08:00' }];
    const request = aRequest('put-duty-roster', { params: { street: 'S01' }, body: { shifts }, principal: admin, now });
    expect(await putDutyRoster(ports, request)).toMatchObject({ onDuty: 'fire', version: 1 });
    expect(await reported(ports)).toMatchObject({ unitId: 'fire' });
  });

  it('stands although the queue is out of reach, and the sweep rings its alarms', async () => {
    const ports = await aDistrict();
    ports.queues.failing = true;
    const { incidentId } = await reported(ports);
    ports.queues.failing = false;
    await relayOutbox(ports);
    expect(ports.queues.sent.watch).toEqual([]); // nothing is due yet
    ports.clock.set('2026-12-31T16:01:31.000Z');
    await relayOutbox(ports);
    expect(ports.queues.sent.watch).toMatchObject([{ incidentId }]);
  });

  it('is refused in another street, with photos nobody uploaded, at a business nobody knows', async () => {
    const ports = await aDistrict();
    expect(await report(ports, { street: 'S02' })).toMatchObject({ errors: [{ code: 'street-not-yours' }] });
    expect(await report(ports, { photos: ['nothing'] })).toMatchObject({
      errors: [{ path: 'photos[0]', code: 'photo-missing' }],
    });
    expect(await report(ports, { businessId: 'nowhere' })).toMatchObject({ errors: [{ code: 'business-unknown' }] });
    expect(await report(ports, {}, coordinator)).toMatchObject({ errors: [{ path: 'street', code: 'required' }] });
    expect(ports.incidents.stored.size).toBe(0);
  });
});

describe('handling an incident', () => {
  const asked = (principal: Principal, incidentId: string) => ({ params: { incidentId }, principal, now });

  it('is the dispatched unit’s or a coordinator’s: others don’t find it', async () => {
    const ports = await aDistrict();
    const { incidentId } = await reported(ports);
    const answerAs = (principal: Principal) =>
      acknowledgeIncident(ports, aRequest('acknowledge-incident', { ...asked(principal, incidentId), body: {} }));
    expect(await answerAs(inspector('squad-S02'))).toMatchObject({ refused: 'not-found' });
    expect(await answerAs({ ...street, street: 'S02' })).toMatchObject({ refused: 'not-found' });
    expect(await answerAs(inspector('squad-S01'))).toMatchObject({ status: 'acknowledged' });
    expect(await answerAs(inspector('squad-S01'))).toMatchObject({ status: 'acknowledged', version: 2 });
  });

  it('passes to a unit that serves the street, and to no other', async () => {
    const ports = await aDistrict();
    const { incidentId } = await reported(ports);
    const passTo = (unitId: string) =>
      dispatchIncident(
        ports,
        aRequest('dispatch-incident', { ...asked(street, incidentId), body: { unitId, reason: '专业处置' } }),
      );
    expect(await passTo('squad-S02')).toMatchObject({ errors: [{ code: 'unit-not-of-street' }] });
    expect(await passTo('fire')).toMatchObject({ status: 'dispatched', unitId: 'fire' });
  });

  it('keeps both of two answers at once: one wins, the other sees it', async () => {
    const ports = await aDistrict();
    const { incidentId } = await reported(ports);
    const resolveAs = (words: string) =>
      resolveIncident(
        ports,
        aRequest('resolve-incident', { ...asked(inspector('squad-S01'), incidentId), body: { words, photos: [] } }),
      );
    const answers = await Promise.all([resolveAs('甲处置'), resolveAs('乙处置')]);
    expect(answers.map((answer) => (isRefusal(answer) ? answer.refused : answer.status)).toSorted()).toEqual([
      'resolved',
      'state-conflict',
    ]);
  });

  it('is listed by what runs out next, to sentinels of the street and to its own unit', async () => {
    const ports = await aDistrict();
    await ports.incidents.create(anIncident({ incidentId: '2026-12-31.late', reportedAt: '2026-12-31T15:59:00.000Z' }));
    await ports.incidents.create(anIncident({ incidentId: '2026-12-31.soon', reportedAt: '2026-12-31T15:50:00.000Z' }));
    await ports.incidents.create(anIncident({ incidentId: '2026-12-31.other', street: 'S02', unitId: 'squad-S02' }));
    const over = { status: 'resolved', acknowledgedAt: now, handledAt: now } as const;
    await ports.incidents.create(anIncident({ incidentId: '2026-12-31.over', ...over }));
    const seen = async (principal: Principal, query: object = {}) =>
      (await listIncidents(ports, aRequest('list-incidents', { query, principal, now }))).items.map(
        ({ incidentId }) => incidentId.split('.')[1],
      );
    expect(await seen(sentinel)).toEqual(['soon', 'late', 'over']);
    expect(await seen(inspector('squad-S02'))).toEqual(['other']);
    expect(await seen(admin, { state: 'open', street: 'S01' })).toEqual(['soon', 'late']);
    expect(await seen(admin, { from: '2027-01-01' })).toEqual([]);
  });
});

const tellers = { senders: [], baseUrl: 'https://inspect.example' };

describe('watching an incident', () => {
  const atWork = async () => {
    const ports = await aDistrict();
    const incident = anIncident();
    await ports.incidents.create(incident);
    const message = { district, incidentId: incident.incidentId };
    const pauses: number[] = [];
    const pause = async (milliseconds: number) => {
      pauses.push(milliseconds);
      ports.clock.set(new Date(ports.clock.now().getTime() + milliseconds).toISOString());
    };
    const look = (incidents = ports.incidents) => watchIncident({ ...ports, incidents, pause, ...tellers }, message);
    return {
      ports,
      message,
      look,
      pauses,
      stored: () => ports.incidents.stored.get(`${district} ${incident.incidentId}`),
    };
  };

  it('raises an alert when it is due and sets the alarm for the next', async () => {
    const { ports, look } = await atWork();
    ports.clock.set('2026-12-31T16:01:00.000Z');
    expect((await look()).raised).toMatchObject([{ clock: 'first-answer', kind: 'warning', street: 'S01' }]);
    expect(ports.queues.sent.watch.map(({ at }) => at)).toEqual(['2026-12-31T16:03:00.000Z']);
  });

  it('waits out the seconds that its message came early, with the alarm after it set and one write left to do', async () => {
    const { ports, look, stored } = await atWork();
    ports.clock.set('2026-12-31T16:00:56.100Z');
    const reads: string[] = [];
    const incidents = {
      ...ports.incidents,
      find: async (...asked: Parameters<typeof ports.incidents.find>) => {
        reads.push(ports.clock.now().toISOString());
        return ports.incidents.find(...asked);
      },
    };
    await look(incidents);
    expect(reads).toEqual(['2026-12-31T16:00:56.100Z']);
    expect(ports.queues.sent.watch.map(({ at }) => at)).toEqual(['2026-12-31T16:03:00.000Z']);
    const [warning] = stored()?.alerts ?? [];
    expect(warning?.dueAt).toBe('2026-12-31T16:01:00.000Z');
    // A warning of many rings within the second before, so that all of them are on time.
    expect(warning && '2026-12-31T16:00:59.000Z' < warning.at && warning.at <= warning.dueAt).toBe(true);
  });

  it('says that a clock has ended neither before that moment nor after somebody answered while it waited', async () => {
    const { ports, look, pauses, stored } = await atWork();
    ports.clock.set('2026-12-31T16:01:00.000Z');
    await look();
    ports.clock.set('2026-12-31T16:02:57.000Z');
    await look();
    expect(pauses.at(-1)).toBe(3_000);
    expect(stored()?.alerts.at(-1)).toMatchObject({ kind: 'breach', at: '2026-12-31T16:03:00.000Z' });

    const other = await atWork();
    other.ports.clock.set('2026-12-31T16:02:57.000Z');
    const answering = async () => {
      const asked = {
        params: { incidentId: anIncident().incidentId },
        principal: inspector('squad-S01'),
        now,
        body: {},
      };
      await acknowledgeIncident(other.ports, aRequest('acknowledge-incident', asked));
      other.ports.clock.set('2026-12-31T16:03:00.000Z');
    };
    await watchIncident({ ...other.ports, ...tellers, pause: answering }, other.message);
    expect(other.stored()?.alerts.map(({ kind }) => kind)).toEqual(['warning']);
  });

  it('sends a message on that came long before its time', async () => {
    const { ports, look, stored } = await atWork();
    expect((await look()).raised).toEqual([]);
    expect(ports.queues.sent.watch.map(({ at }) => at)).toEqual(['2026-12-31T16:01:00.000Z']);
    expect(stored()?.alerts).toEqual([]);
  });

  it('raises nothing twice, however often and at once its messages come', async () => {
    const { ports, look, stored } = await atWork();
    ports.clock.set('2026-12-31T16:01:00.000Z');
    await Promise.all([look(), look(), look()]);
    await look();
    expect(stored()?.alerts).toHaveLength(1);
  });

  it('after a standstill raises all that has come due, in order, and ends with the last', async () => {
    const { ports, look, stored } = await atWork();
    ports.clock.set('2027-01-01T08:00:00.000Z');
    await look();
    expect(stored()?.alerts.map(({ clock, kind }) => `${clock} ${kind}`)).toEqual([
      'first-answer warning',
      'first-answer breach',
      'handling warning',
      'handling breach',
    ]);
    expect(stored()).not.toHaveProperty('outbox');
    expect(ports.queues.sent.watch).toEqual([]);
  });

  it('stays quiet about what was answered in the meantime', async () => {
    const { ports, look, stored } = await atWork();
    const incidentId = anIncident().incidentId;
    const request = {
      params: { incidentId },
      principal: inspector('squad-S01'),
      now,
      body: { words: '已清除', photos: [] },
    };
    await resolveIncident(ports, aRequest('resolve-incident', request));
    ports.clock.set('2026-12-31T16:30:00.000Z');
    expect((await look()).raised).toEqual([]);
    expect(stored()?.alerts).toEqual([]);
  });
});
