import type { Ports } from '../../lib/app/ports.ts';
import type { QueueName } from '../../lib/contract/queues.ts';
import { defaultSettings } from '../../lib/domain/catalogue/settings.ts';
import type { Contacts } from '../../lib/domain/notices/contacts.ts';
import type { Scope } from '../../lib/domain/principal.ts';
import type { Visit } from '../../lib/domain/visits/visit.ts';
import { aConsolidation, aProposedVisit } from '../support/a-consolidation.ts';
import { aBusiness, aCalendar, anItem, aPlan, aRow } from '../support/a-plan.ts';
import { aUnit, inspectors } from '../support/a-run.ts';
import { fakePorts } from '../support/fakes/ports.ts';
import { type Bug, linksUnder, type Postponed, visitsUnder } from './planted-bugs.ts';
import { pushLog } from './push-log.ts';
import { misbehavingQueues } from './queues.ts';
import { aReceiver, truthOf } from './receiver.ts';
import { gated, type Weather, type Worker } from './weather.ts';

export const district = 'shangcheng';
export const scope = { district };
export const visitIds = { moved: 'B-01.v1', off: 'B-02.v1', secret: 'B-03.v1' } as const;

const startMs = Date.parse('2026-11-23T01:00:00.000Z');

/** Three approved visits at three businesses, one of them unannounced, about to be published. */
const approved = async (ports: Ports): Promise<void> => {
  await ports.items.import(scope, [anItem()]);
  const addresses = { email: 'desk@example.com', phone: '13800138000' };
  const contactsOf = (businessId: string): Contacts =>
    businessId === 'B-02'
      ? { ...addresses, webhook: 'https://example.com/hook' }
      : { ...addresses, channels: ['email', 'sms'] };
  await ports.businesses.import(
    scope,
    ['B-01', 'B-02', 'B-03'].map((businessId) =>
      aBusiness({ businessId, name: `店 ${businessId}`, contacts: contactsOf(businessId) }),
    ),
  );
  await ports.units.import(scope, [aUnit({ inspectors: inspectors('fire', 12) })]);
  await ports.calendars.put(scope, aCalendar(), 0);
  await ports.calendars.put(scope, aCalendar({ year: 2027 }), 0);
  const at = new Date(startMs).toISOString();
  const settings = { ...defaultSettings, channelAttempts: 20, reviewLevels: [], effectiveFrom: '2026-01-01' };
  await ports.settings.put(scope, { ...settings, version: 1, changedAt: at, changedBy: 'admin' });
  const rows = (planId: string, businessIds: readonly string[]) =>
    businessIds.map((businessId) => aRow({ requestId: `${planId}-${businessId}`, businessId }));
  const plans = [
    { plan: aPlan(), rows: rows('P1', ['B-01', 'B-02']) },
    { plan: aPlan({ planId: 'P2', mode: 'unannounced' }), rows: rows('P2', ['B-03']) },
  ];
  for (const { plan, rows: own } of plans) {
    const batch = await ports.plans.writeBatch(scope, plan.planId, 'b1', own);
    await ports.plans.create({ ...plan, batches: [batch], requests: own.length });
  }
  const run = aConsolidation({
    status: 'publishing',
    attemptId: 'A1',
    pages: 1,
    planIds: ['P1', 'P2'],
    publishing: { by: 'coordinator-1', at, nextPage: 0, visits: 0, returned: 0 },
    outbox: { task: 'publish', since: at },
  });
  await ports.consolidations.create(run);
  const request = (planId: string, businessId: string) => ({
    requests: [{ requestId: `${planId}-${businessId}`, planId, department: 'fire', unitId: 'fire', items: ['I0001'] }],
  });
  await ports.consolidations.writeProposal(run, 'A1', {
    visits: [
      aProposedVisit({ visitId: visitIds.moved, ...request('P1', 'B-01') }),
      aProposedVisit({ visitId: visitIds.off, businessId: 'B-02', ...request('P1', 'B-02') }),
      aProposedVisit({ visitId: visitIds.secret, businessId: 'B-03', mode: 'unannounced', ...request('P2', 'B-03') }),
    ],
    unscheduled: [],
    outcomes: new Map(),
  });
};

export type World = Awaited<ReturnType<typeof aWorld>>;

/** The district before its publication, with everything that a worker of the product could touch, and what the receiver got. */
export const aWorld = async (weather: Weather, bug: Bug | undefined) => {
  let nowMs = startMs;
  let isEve = false;
  const ports = fakePorts();
  const stored: Map<string, Visit> = ports.visits.stored;
  const of = (visitId: string): Visit | undefined => stored.get(`${district} ${visitId}`);
  const isKnown = (visitId: string): boolean => {
    const visit = of(visitId);
    return visit?.mode === 'announced' || visit?.checkedInAt !== undefined;
  };
  const snapshots = new Map<object, Visit>();
  const { queues, ...queued } = misbehavingQueues(
    weather.random,
    () => nowMs,
    (message) => {
      const visit = of(message.visitId);
      if (visit) snapshots.set(message, visit);
    },
  );
  const receiver = aReceiver({
    bug,
    random: weather.random,
    isKnown,
    report: queued.report,
    now: () => new Date(nowMs),
  });
  const links = linksUnder(bug, ports.links, of);
  await approved(ports);
  const truths = new Map<string, string>();
  const pushes = pushLog(weather);
  const dropped = new Set<string>();
  /** The ports as one worker has them; `message` is what brought it about. */
  const portsOf = (worker: Worker, message?: object) => {
    const postponed: Postponed = [];
    const snapshot = message && snapshots.get(message);
    const visits = visitsUnder(bug, ports.visits, { postponed, dropped, snapshot });
    const saveNow = async () => {
      for (const { save } of postponed.splice(0)) await save();
    };
    const noting: typeof visits = {
      ...visits,
      create: async (visit) => noted(await visits.create(visit)),
      change: async (visit) => noted(await visits.change(visit)),
    };
    const noted = <Answer>(answer: Answer): Answer => {
      for (const visit of stored.values()) truths.set(`${visit.visitId}:${visit.notice.version}`, truthOf(visit));
      return answer;
    };
    const notify: typeof queues.notify = async (...given) => {
      await queues.notify(...given);
      await saveNow();
      noted(undefined);
    };
    const gate = <P extends object>(port: P): P => gated(weather, worker, port);
    return {
      ...ports,
      items: gate(ports.items),
      units: gate(ports.units),
      businesses: gate(ports.businesses),
      calendars: gate(ports.calendars),
      settings: gate(ports.settings),
      plans: gate(ports.plans),
      consolidations: gate(ports.consolidations),
      commands: gate(ports.commands),
      results: gate(ports.results),
      files: gate(ports.files),
      outbox: gate(ports.outbox),
      visits: gate(noting),
      queues: gate({ ...queues, notify }),
      senders: receiver.senders.map((sender) => gate(pushes.logged(sender, worker))),
      templates: gate(ports.templates),
      sentMessages: gate(ports.sentMessages),
      findings: gate(ports.findings),
      links: gate(links),
      deadLetters: {
        ...ports.deadLetters,
        redrive: async (_: Scope, queue: QueueName) => {
          const given = queued.dead(queue);
          if (bug === 'redrive-deletes-first') {
            await weather.gate(worker, () => given.forEach(queued.takeAway));
            for (let call = 0; call < 10; call += 1) await weather.gate(worker, () => undefined); // time to die in
          }
          for (const message of given) {
            await weather.gate(worker, () => queued.sendBack(message));
            await weather.gate(worker, () => queued.takeAway(message));
          }
          return given.length;
        },
      },
      clock: { now: () => new Date(nowMs + worker.skewMs) },
      baseUrl: 'https://example.com',
      ownDistrict: district,
      toHtml: () => '<p>',
    };
  };
  return {
    ports,
    portsOf,
    queues,
    queued,
    of,
    truths,
    pushes,
    arrivals: receiver.arrivals,
    cameBack: receiver.cameBack,
    links,
    isKnown,
    pass: (ms: number) => {
      nowMs += ms;
    },
    comeToEve: (at: Date) => {
      isEve = true;
      nowMs = Math.max(nowMs, at.getTime());
    },
    /** Whether the day before the visit has come. */
    isEve: () => isEve,
    now: () => new Date(nowMs),
    /** Nothing queued, and nothing left to do on any record. */
    isSettled: (): boolean =>
      queued.isDry() &&
      [stored, ports.consolidations.stored, ports.commands.stored].every((records) =>
        [...records.values()].every(({ outbox }) => outbox === undefined),
      ),
  };
};
