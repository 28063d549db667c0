import { describe, expect, it } from 'vitest';
import { sendNotice } from '../../../lib/app/notices/send-notice.ts';
import { listPlanRequests } from '../../../lib/app/plans/list-plan-requests.ts';
import { relayOutbox } from '../../../lib/app/relay-outbox.ts';
import { applyCommand } from '../../../lib/app/schedule/apply-command.ts';
import { getCommand } from '../../../lib/app/schedule/get-command.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { anUrgentCheck, type Sent, send, settled, streetCoordinator } from '../../support/a-change.ts';
import { admin, aRequest, coordinator, planner } from '../../support/a-request.ts';
import {
  aDistrict,
  addPlan,
  allVisits,
  type District,
  district,
  drain,
  proposed,
  published,
} from '../../support/a-run.ts';
import { fakeSender } from '../../support/fakes/queues.ts';

const standing = async () => {
  const ports = await aDistrict();
  await addPlan(ports, { rows: [{ notBefore: '2026-12-07' }, { businessId: 'B-02', notBefore: '2026-12-07' }] });
  await published(ports, await proposed(ports));
  return ports;
};
const at = (ports: District, businessId = 'B-01'): Visit => {
  const visit = allVisits(ports).find((one) => one.businessId === businessId);
  if (!visit) throw new Error(`no visit at ${businessId}`);
  return visit;
};
const moveTo = (visit: Visit, overrides: object = {}): Sent => ({
  operation: 'reschedule-visit',
  visitId: visit.visitId,
  body: {
    day: visit.day === '2026-12-16' ? '2026-12-17' : '2026-12-16',
    start: '13:30',
    reason: '主体申请',
    ...overrides,
  },
});
const callOff = (visit: Visit, operation: 'cancel-visit' | 'veto-visit' = 'cancel-visit'): Sent => ({
  operation,
  visitId: visit.visitId,
  body: { reason: '近期已检查' },
});

describe('ordering a change', () => {
  it('stores the order with its task, queues it for the district and answers at once', async () => {
    const ports = await standing();
    const before = at(ports);
    const answer = await send(ports, moveTo(before));
    expect(answer).toMatchObject({ status: 'queued' });
    if (!('commandId' in answer)) return;
    const { commandId } = answer;
    expect(ports.queues.sent.schedule).toEqual([{ command: 'apply', ...district, commandId }]);
    expect(await ports.commands.find(district, commandId)).toMatchObject({
      status: 'queued',
      outbox: { task: 'apply' },
    });
    expect(at(ports)).toEqual(before);
  });

  it('refuses at once a visit out of reach, a start that is none and a time gone by', async () => {
    const ports = await standing();
    const visit = at(ports);
    const elsewhere = { ...streetCoordinator, street: 'S01' };
    expect(await send(ports, callOff(visit), elsewhere)).toMatchObject({ refused: 'not-found' });
    expect(await send(ports, callOff(visit, 'veto-visit'), elsewhere)).toMatchObject({ refused: 'not-found' });
    expect(await send(ports, callOff(visit, 'veto-visit'), coordinator)).toMatchObject({ refused: 'forbidden' });
    expect(await send(ports, moveTo(visit, { start: '09:01' }))).toMatchObject({
      refused: 'change-refused',
      errors: [{ code: 'start-unknown' }],
    });
    expect(await send(ports, moveTo(visit, { day: '2026-11-23', start: '09:00' }))).toMatchObject({
      errors: [{ code: 'time-past' }],
    });
    expect(ports.commands.stored.size).toBe(0);
  });

  it('refuses a visit that is called off already', async () => {
    const ports = await standing();
    const visit = at(ports);
    await settled(ports, callOff(visit));
    expect(await send(ports, callOff(visit))).toMatchObject({ refused: 'state-conflict' });
  });

  it('is found by the relay where the queue could not be reached', async () => {
    const ports = await standing();
    ports.queues.failing = true;
    await send(ports, callOff(at(ports)));
    ports.queues.failing = false;
    ports.clock.set('2026-11-23T01:05:00.000Z');
    expect(await relayOutbox(ports)).toMatchObject({ apply: 1 });
    await drain(ports);
    expect(at(ports).status).toBe('cancelled');
    expect([...ports.commands.stored.values()]).toMatchObject([{ status: 'done' }]);
  });
});

describe('applying a change', () => {
  it('moves the visit, and lets its new place count at once for the next change', async () => {
    const ports = await standing();
    const [one, other] = [at(ports), at(ports, 'B-02')];
    const [day, start] = ['2026-12-16', '13:30'];
    const full = (await ports.units.all(district)).map((unit) => ({ ...unit, teams: 1 }));
    await ports.units.import(district, full);
    const first = await settled(ports, moveTo(one, { day, start }));
    const second = await settled(ports, moveTo(other, { day, start }));
    expect(first.status).toBe('done');
    expect(second).toMatchObject({ status: 'refused', refusals: [{ code: 'unit-full' }] });
    expect(at(ports)).toMatchObject({ day, start });
    expect(at(ports, 'B-02')).toEqual(other);
  });

  it('sees what an earlier command wrote even where the day index does not show it yet', async () => {
    const ports = await standing();
    await ports.units.import(
      district,
      (await ports.units.all(district)).map((unit) => ({ ...unit, teams: 1 })),
    );
    const [one, other] = [at(ports), at(ports, 'B-02')];
    const lagging: District = { ...ports, visits: { ...ports.visits, summaries: async function* () {} } };
    const place = { day: '2026-12-16', start: '13:30' };
    await settled(ports, moveTo(one, place));
    expect(await settled(lagging, moveTo(other, place))).toMatchObject({ refusals: [{ code: 'unit-full' }] });
  });

  it('sees pages published a moment ago even where the day index does not show them yet', async () => {
    const ports = await standing();
    await ports.units.import(
      district,
      (await ports.units.all(district)).map((unit) => ({ ...unit, teams: 1 })),
    );
    const [one, other] = [at(ports), at(ports, 'B-02')];
    const lagging: District = { ...ports, visits: { ...ports.visits, summaries: async function* () {} } };
    const { day, start } = other;
    expect(await settled(lagging, moveTo(one, { day, start }))).toMatchObject({ refusals: [{ code: 'unit-full' }] });
  });

  it('lets the requests of a visit called off wait, with what was said, until a run plans them again', async () => {
    const ports = await standing();
    await settled(ports, callOff(at(ports), 'veto-visit'));
    const request = aRequest('list-plan-requests', { params: { planId: 'P1' }, principal: planner });
    const rows = await listPlanRequests(ports, request);
    expect('items' in rows && rows.items).toMatchObject([
      { disposition: 'waiting', reason: { code: 'vetoed', text: expect.stringContaining('近期已检查') } },
      { disposition: 'scheduled' },
    ]);
    await published(ports, await proposed(ports));
    const again = await listPlanRequests(ports, request);
    expect('items' in again && again.items.map(({ disposition }) => disposition)).toEqual(['scheduled', 'scheduled']);
  });

  it('refuses what the schedule has against it, and tells who sent it in their language', async () => {
    const ports = await standing();
    const visit = at(ports);
    const { commandId } = await settled(ports, moveTo(visit, { day: '2026-12-12' }));
    const asked = { params: { commandId }, principal: coordinator };
    expect(await getCommand(ports, aRequest('get-command', { ...asked, language: 'en' }))).toMatchObject({
      command: 'reschedule-visit',
      status: 'refused',
      percent: 100,
      target: { visitId: visit.visitId },
      reason: { code: 'not-working-day', text: 'Not a working day' },
    });
    expect(await getCommand(ports, aRequest('get-command', { ...asked, principal: admin }))).toMatchObject({
      commandId,
    });
    expect(await getCommand(ports, aRequest('get-command', { ...asked, principal: planner }))).toMatchObject({
      refused: 'not-found',
    });
    expect(at(ports)).toEqual(visit);
  });

  it('decides again where the business read its notice in between', async () => {
    const ports = await standing();
    const visit = at(ports);
    let raced = false;
    const racing: District = {
      ...ports,
      visits: {
        ...ports.visits,
        change: async (next) => {
          if (!raced) {
            raced = true;
            await ports.visits.change({ ...visit, version: visit.version + 1 });
          }
          return ports.visits.change(next);
        },
      },
    };
    expect((await settled(racing, callOff(visit))).status).toBe('done');
    expect(at(ports)).toMatchObject({ status: 'cancelled', version: visit.version + 2 });
  });

  it('sends one notice of the latest state after two quick changes, and never an older one', async () => {
    const ports = await standing();
    const portal = fakeSender('portal');
    const needs = { ...ports, senders: [portal], baseUrl: 'https://x.example', toHtml: () => '<p></p>' };
    const deliver = async () => {
      for (const message of ports.queues.sent.notify.splice(0)) await sendNotice(needs, message);
    };
    await deliver();
    portal.sent.length = 0;
    await settled(ports, moveTo(at(ports), { day: '2026-12-16' }));
    await settled(ports, moveTo(at(ports), { day: '2026-12-17' }));
    ports.queues.sent.notify.reverse();
    await deliver();
    expect(portal.sent.map(({ key }) => key)).toEqual([`${at(ports).visitId}:3`]);
    expect(at(ports).notice.changes).toEqual([expect.stringMatching(/2026-12-\d\d \d\d:\d\d → 2026-12-17 13:30/)]);
  });
});

type Settled = { readonly visits: unknown; readonly commands: unknown; readonly plans: unknown };

const stateOf = async (ports: District): Promise<Settled> => ({
  visits: allVisits(ports).map(({ code: _, ...visit }) => visit),
  commands: [...ports.commands.stored.values()].map(({ version: _, ...command }) => command),
  plans: await ports.plans.open(district),
});

/** Ports whose call number `cut` fails, before it took effect or after. */
const cutting = (ports: District, cut: number, when: 'before' | 'after') => {
  let calls = 0;
  const guard = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || name === 'summaries') return member;
        return async (...args: unknown[]) => {
          calls += 1;
          const isCut = calls === cut;
          if (isCut && when === 'before') throw new Error('cut off');
          const result: unknown = await Reflect.apply(member, target, args);
          if (isCut && when === 'after') throw new Error('cut off');
          return result;
        };
      },
    });
  const cutPorts: District = {
    ...ports,
    visits: guard(ports.visits),
    commands: guard(ports.commands),
    plans: guard(ports.plans),
    businesses: guard(ports.businesses),
    units: guard(ports.units),
    settings: guard(ports.settings),
    consolidations: guard(ports.consolidations),
    calendars: guard(ports.calendars),
  };
  return { cutPorts, calls: () => calls };
};

describe.each([
  ['a move', (ports: District) => moveTo(at(ports))],
  ['a cancellation', (ports: District) => callOff(at(ports))],
  ['a veto', (ports: District) => callOff(at(ports), 'veto-visit')],
  [
    'an urgent check that joins',
    () => ({
      operation: 'insert-urgent',
      body: anUrgentCheck({ items: ['I0301'], window: { notBefore: '2026-12-01', due: '2026-12-18' } }),
    }),
  ],
  ['an urgent check on its own', () => ({ operation: 'insert-urgent', body: anUrgentCheck({ businessId: 'B-03' }) })],
] as [string, (ports: District) => Sent][])('%s', (_, change) => {
  it('has one effect, wherever it is cut off and however often it is delivered', async () => {
    const undisturbed = await standing();
    await settled(undisturbed, change(undisturbed));
    const expected = await stateOf(undisturbed);
    for (const when of ['before', 'after'] as const) {
      for (let cut = 1, reached = true; reached; cut += 1) {
        const ports = await standing();
        await send(ports, change(ports));
        const [message] = ports.queues.sent.schedule;
        if (!message) throw new Error('nothing was queued');
        const { cutPorts, calls } = cutting(ports, cut, when);
        const end = await applyCommand(cutPorts, message).then(
          () => 'done',
          () => 'cut',
        );
        reached = calls() >= cut;
        expect(end, `${when} call ${cut} of ${calls()}`).toBe(reached ? 'cut' : 'done');
        for (let delivery = 0; delivery < 2; delivery += 1) await applyCommand(ports, message);
        expect(await stateOf(ports), `${when} call ${cut}`).toEqual(expected);
      }
    }
  });
});
