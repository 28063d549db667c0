import { describe, expect, it } from 'vitest';
import { acknowledgeIncident } from '../../../lib/app/incidents/acknowledge-incident.ts';
import { dispatchIncident } from '../../../lib/app/incidents/dispatch-incident.ts';
import { listDutyRosters } from '../../../lib/app/incidents/list-duty-rosters.ts';
import { putDutyRoster } from '../../../lib/app/incidents/put-duty-roster.ts';
import { reportIncident } from '../../../lib/app/incidents/report-incident.ts';
import { watchIncident } from '../../../lib/app/incidents/watch-incident.ts';
import type { MessageSender } from '../../../lib/app/ports/notice-ports.ts';
import type { Principal } from '../../../lib/domain/principal.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import { admin, aRequest, coordinator, inspector } from '../../support/a-request.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const district = 'shangcheng';
const sentinel: Principal = { subject: 'sentinel-1', district, role: 'sentinel', street: 'S01' };
const now = '2026-12-31T15:58:00.000Z';
const squad = (unitId: string, street: string | null) => ({
  unitId,
  department: 'comprehensive',
  street,
  offOn: [],
  inspectors: [],
});
const phones = { contacts: [{ unitId: 'squad-S01', phone: '13800000001' }], command: { email: 'command@s01.example' } };

type Said = { readonly key: string; readonly to: string; readonly short: string };

/** A district with one street, its roster, a phone and a mailbox; `down` makes the phone a fault. */
const aDistrict = async (roster: object = phones, units = [squad('squad-S01', 'S01'), squad('fire', null)]) => {
  const ports = fakePorts();
  ports.clock.set(now);
  await ports.units.import({ district }, units);
  const body = { shifts: [], ...roster };
  const put = await putDutyRoster(
    ports,
    aRequest('put-duty-roster', { params: { street: 'S01' }, body, principal: admin, now }),
  );
  if (isRefusal(put)) throw new Error(put.refused);
  const said: Said[] = [];
  const line = { down: false };
  const sms: MessageSender = {
    channel: 'sms',
    async send({ key, short }, { phone }) {
      if (!phone) return undefined;
      if (line.down) throw new Error('the line is dead');
      said.push({ key, to: phone, short });
      return { status: 'sent' };
    },
  };
  const email: MessageSender = {
    channel: 'email',
    async send({ key, short }, contacts) {
      if (!contacts.email) return undefined;
      said.push({ key, to: contacts.email, short });
      return { status: 'sent' };
    },
  };
  const pause = async (milliseconds: number) =>
    ports.clock.set(new Date(ports.clock.now().getTime() + milliseconds).toISOString());
  const report = { type: 'fire-hazard', place: '秋涛路 1 号', words: '住户张三', photos: [] } as const;
  const incident = await reportIncident(ports, aRequest('report-incident', { body: report, principal: sentinel, now }));
  if (isRefusal(incident)) throw new Error(incident.refused);
  const { incidentId } = incident;
  const look = (at: string) => {
    ports.clock.set(at);
    const tellers = { senders: [sms, email], baseUrl: 'https://inspect.example', pause };
    return watchIncident({ ...ports, ...tellers }, { district, incidentId });
  };
  const asked = (principal: Principal, at = now) => ({ params: { incidentId }, principal, now: at });
  const stored = () => ports.incidents.stored.get(`${district} ${incidentId}`);
  return { ports, incident, look, said, line, asked, stored };
};

describe('who is on duty', () => {
  it('is told at once what was dispatched to them: what, where and until when, not what the sentinel wrote', async () => {
    const { ports, incident, look, said } = await aDistrict();
    expect(ports.queues.sent.watch).toMatchObject([{ at: now }]);
    expect(incident).not.toHaveProperty('reach');
    await look(now);
    expect(said.map(({ to }) => to)).toEqual(['13800000001']);
    expect(said[0]?.short).toContain('消防隐患，秋涛路 1 号');
    expect(said[0]?.short).toContain('2027-01-01 00:03');
    expect(said[0]?.short).toContain(`https://inspect.example/#/incidents/${incident.incidentId}`);
    expect(said[0]?.short).not.toContain('张三');
  });

  it('is warned before a clock ends; of the end who commands the street is told too', async () => {
    const { look, said } = await aDistrict();
    await look(now);
    await look('2026-12-31T16:01:00.000Z');
    expect(said.slice(1).map(({ to }) => to)).toEqual(['13800000001']);
    await look('2026-12-31T16:03:00.000Z');
    expect(said.slice(2).map(({ to }) => to)).toEqual(['13800000001', 'command@s01.example']);
  });

  it('is told nothing twice, however often and at once messages come', async () => {
    const { look, said } = await aDistrict();
    await Promise.all([look(now), look(now), look(now)]);
    await look(now);
    expect(said).toHaveLength(1);
  });

  it('is told by whom it was taken over, after a dispatch by hand', async () => {
    const roster = { ...phones, contacts: [...phones.contacts, { unitId: 'fire', phone: '13800000002' }] };
    const { ports, look, said, asked } = await aDistrict(roster);
    const body = { unitId: 'fire', reason: '专业处置' };
    await dispatchIncident(ports, aRequest('dispatch-incident', { ...asked(coordinator), body }));
    expect(ports.queues.sent.watch.at(-1)).toMatchObject({ at: now });
    await look(now);
    expect(said.map(({ to }) => to)).toEqual(['13800000002']); // the first unit need not hear of it any more
  });

  it('is told no more of what they answered', async () => {
    const { ports, look, said, asked, stored } = await aDistrict();
    await acknowledgeIncident(ports, aRequest('acknowledge-incident', { ...asked(inspector('squad-S01')), body: {} }));
    await look(now);
    expect(said).toEqual([]);
    expect(stored()?.tellings).toMatchObject([{ status: 'moot' }]);
  });

  it('where nobody is, who commands the street is told to dispatch it', async () => {
    const { incident, look, said } = await aDistrict({ command: phones.command }, [squad('squad-S02', 'S02')]);
    expect(incident).toMatchObject({ status: 'open', tellings: [{ about: 'nobody-on-duty', to: 'command' }] });
    await look(now);
    expect(said.map(({ to }) => to)).toEqual(['command@s01.example']);
  });
});

describe('a channel at fault', () => {
  it('is tried again half a minute later, its alerts on time; after the last try the incident says that nobody was told', async () => {
    const { ports, look, said, line, stored } = await aDistrict();
    line.down = true;
    await look(now);
    expect(stored()?.tellings).toMatchObject([{ status: 'due', since: '2026-12-31T15:58:30.000Z', attempts: 1 }]);
    expect(ports.queues.sent.watch.at(-1)).toMatchObject({ at: '2026-12-31T15:58:30.000Z' });
    line.down = false;
    await look('2026-12-31T15:58:30.000Z');
    expect(said).toHaveLength(1);
    expect(stored()?.tellings).toMatchObject([{ status: 'told', attempts: 2 }]);

    const other = await aDistrict();
    other.line.down = true;
    for (const at of [now, '2026-12-31T15:58:30.000Z', '2026-12-31T15:59:00.000Z']) await other.look(at);
    expect(other.stored()?.tellings).toMatchObject([{ status: 'failed', channels: [{ channel: 'sms' }] }]);
    expect(other.stored()?.history.at(-1)).toMatchObject({ action: 'incident-told' });
    expect(JSON.stringify(other.stored()?.history)).not.toContain('13800000001');
  });

  it('that left nothing behind is made good by the sweep, a minute and a half later at most', async () => {
    const { ports, look, said, stored } = await aDistrict();
    const change = ports.incidents.change;
    let writes = 0;
    ports.incidents.change = async (next) => {
      writes += 1;
      if (writes === 2) throw new Error('cut off'); // told, and the function gone before it could say so
      return change(next);
    };
    await expect(look(now)).rejects.toThrow('cut off');
    expect(stored()?.outbox).toEqual({ task: 'watch-incident', since: '2026-12-31T15:59:00.000Z' });
    await look('2026-12-31T15:59:00.000Z');
    const keys = said.map(({ key }) => key);
    expect(new Set(keys).size).toBe(1); // said again under the same key
    expect(stored()?.tellings).toMatchObject([{ status: 'told' }]);
  });
});

describe('the addresses of a roster', () => {
  it('are seen by who keeps it, not by those who only look who is on duty', async () => {
    const { ports } = await aDistrict();
    const listed = async (principal: Principal) =>
      (await listDutyRosters(ports, aRequest('list-duty-rosters', { principal, now }))).items[0];
    expect(await listed(admin)).toMatchObject(phones);
    expect(JSON.stringify(await listed(inspector('squad-S01')))).not.toMatch(/138|@/);
  });

  it('name units that may serve the street, each once', async () => {
    const { ports } = await aDistrict();
    const contacts = ['squad-S01', 'squad-S01', 'squad-S09'].map((unitId) => ({ unitId, phone: '13800000001' }));
    const body = { shifts: [], contacts };
    const request = aRequest('put-duty-roster', { params: { street: 'S01' }, body, principal: admin, now });
    expect(await putDutyRoster(ports, request)).toMatchObject({
      errors: [
        { path: 'contacts[1].unitId', code: 'duplicate' },
        { path: 'contacts[2].unitId', code: 'unit-not-of-street' },
      ],
    });
  });
});
