import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitToSummary } from '../../../lib/adapters/visit-summary.ts';
import { acknowledgeNotice } from '../../../lib/app/notices/acknowledge-notice.ts';
import { readNotice } from '../../../lib/app/notices/read-notice.ts';
import { recordDelivery } from '../../../lib/app/notices/record-delivery.ts';
import { sendNotice } from '../../../lib/app/notices/send-notice.ts';
import type { NoticeSender, OutgoingNotice } from '../../../lib/app/ports/notice-ports.ts';
import { askToResend, revokeLinks } from '../../../lib/domain/notices/ask-again.ts';
import { escalationOf, mayNeedFollowUp } from '../../../lib/domain/notices/escalation.ts';
import { raiseNotice } from '../../../lib/domain/notices/notice-change.ts';
import { makeReminderDue } from '../../../lib/domain/notices/reminder.ts';
import { callOff } from '../../../lib/domain/schedule/call-off.ts';
import { isAhead, type Visit } from '../../../lib/domain/visits/visit.ts';
import { aRequest } from '../../support/a-request.ts';
import { anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

// What a business holds and reads is kept here apart from the record, as a person would remember it: messages with their
// links, pages that were opened. Every version that the record raises is then held to it.

type Content = { readonly day: string; readonly certificates: string };
type Message = {
  readonly notice: OutgoingNotice;
  readonly messageId: string;
  bounced: boolean;
  readonly revoked: number;
};

const asked = { by: 'coordinator-1', reason: '商户未收到', at: '' };
const contentOf = ({ day, attending }: Visit): Content => ({
  day,
  certificates: attending.flatMap(({ team }) => team.map(({ certificate }) => certificate)).join(),
});

/** Somebody of the same name and another certificate each time. */
const teamNo = (n: number) => [
  { inspectorId: `N${n}`, name: '甲一', certificate: `ZJ-${n}` },
  { inspectorId: 'N2', name: '甲二', certificate: 'ZJ-0002' },
];

const aBusinessSide = async () => {
  let minutes = 0;
  let answers: readonly ('sent' | 'failed')[] = [];
  let revoked = 0;
  const inbox: Message[] = [];
  const clock = { now: () => new Date(Date.parse('2026-11-23T01:00:00.000Z') + minutes * 60_000) };
  const senders = (['email', 'sms'] as const).map(
    (channel, n): NoticeSender => ({
      channel,
      send: async (notice) => {
        if ((answers[n] ?? 'sent') === 'failed') return { status: 'failed', error: 'refused' };
        const messageId = `M${inbox.length}`;
        inbox.push({ notice, messageId, bounced: false, revoked });
        return { status: 'sent', messageId };
      },
    }),
  );
  const ports = { ...fakePorts(), clock, senders, baseUrl: 'https://example.com', toHtml: () => '<p>' };
  const first = aVisit();
  const { district, visitId } = first;
  await ports.visits.create(first);
  const stands = async () => (await ports.visits.find({ district }, visitId)) ?? first;
  const pass = () => {
    minutes += 7;
    return clock.now();
  };
  const store = async (next: Visit | undefined | { readonly refused: string }) => {
    if (next && !('refused' in next)) expect(await ports.visits.change(next)).toBe('stored');
  };
  const tokenOf = ({ notice }: Message) => notice.url.slice(notice.url.lastIndexOf('/') + 1);

  // The memory of the business.
  let known: Content | undefined;
  let hasRead = false;
  const seen = new Set<number>();
  const isTold = (version: number) => inbox.some(({ notice, bounced }) => notice.version === version && !bounced);
  const remember = async () => {
    const visit = await stands();
    if (hasRead || (known === undefined && isTold(visit.notice.version))) known = contentOf(visit);
  };

  const raise = async (change: Partial<Visit>) => {
    const before = await stands();
    if (!isAhead(before.status)) return;
    await remember();
    hasRead = false;
    const next = { ...before, ...change, version: before.version + 1 };
    const raised = { ...next, ...raiseNotice(before, next, pass().toISOString()) };
    const { kind, changes, version } = raised.notice;
    const said = changes.join('\n');
    const now = contentOf(raised);
    expect(version).toBe(before.notice.version + 1);
    expect(kind).toBe(known ? 'changed' : 'new');
    expect(said.includes('检查时间')).toBe(known !== undefined && known.day !== now.day);
    if (known && known.day !== now.day) expect(said).toContain(`${known.day} 09:00 → ${now.day} 09:00`);
    expect(said.includes('执法人员')).toBe(known !== undefined && known.certificates !== now.certificates);
    await store(raised);
  };

  return {
    ports,
    inbox,
    stands,
    clock,
    isTold,
    hasRead: () => hasRead,
    holdsLink: async () => {
      const { version } = (await stands()).notice;
      return inbox.some((one) => one.notice.version === version && !one.bounced && one.revoked === revoked);
    },
    send: async (given: readonly ('sent' | 'failed')[]) => {
      answers = given;
      pass();
      await sendNotice(ports, { district, visitId, version: 1 });
    },
    move: (day: number) => raise({ day: `2026-12-${String(day)}` }),
    redraw: (n: number) => raise({ attending: [anAttendance({ team: teamNo(n) })] }),
    open: async (which: number) => {
      const message = inbox.at(-1 - (which % Math.max(1, inbox.length)));
      if (!message) return;
      const opened = await readNotice(ports, tokenOf(message), { language: 'zh-CN', now: pass(), isReader: true });
      expect('refused' in opened).toBe(message.revoked !== revoked);
      if ('refused' in opened) return;
      seen.add(opened.notice.version);
      if (isTold(opened.notice.version) || opened.visit.notice.status !== 'due') hasRead = true; // by an earlier link it is not yet the new one's reader
    },
    acknowledge: async (which: number) => {
      const message = inbox.at(-1 - (which % Math.max(1, inbox.length)));
      if (!message) return;
      const before = (await stands()).notice;
      const request = { params: { token: tokenOf(message) }, body: {}, now: pass().toISOString() };
      await acknowledgeNotice(ports, aRequest('acknowledge-notice', request));
      const { acknowledgedAt, version } = (await stands()).notice;
      if (acknowledgedAt === before.acknowledgedAt) return;
      expect(message.notice.version).toBe(version); // what was acknowledged is what its link was sent with
      hasRead = true;
    },
    resend: async () => {
      await remember();
      await store(askToResend(await stands(), aVisit().contacts, { ...asked, at: pass().toISOString() }));
    },
    revoke: async () => {
      await remember();
      hasRead = false; // by whom is not known any more
      revoked += 1;
      await store(revokeLinks(await stands(), aVisit().contacts, { ...asked, at: pass().toISOString() }));
    },
    bounce: async (which: number) => {
      const message = inbox.at(-1 - (which % Math.max(1, inbox.length)));
      const visit = await stands();
      const isCurrent = visit.notice.channels.some(({ messageId }) => messageId === message?.messageId);
      if (!message || !isCurrent) return;
      message.bounced = true;
      const of = { district, visitId, version: message.notice.version };
      const report = { messageId: message.messageId, of, outcome: 'failed', isFinal: true, error: 'gone' } as const;
      await recordDelivery(ports, { ...report, at: pass().toISOString() });
    },
    remind: async (days: number) => {
      minutes += days * 1440;
      await store(makeReminderDue(await stands(), pass()));
    },
    cancel: async () => {
      const order = { ...asked, at: pass().toISOString(), commandId: 'cmd-1' };
      await store(callOff(await stands(), 'cancel-visit', order));
    },
  };
};

type Side = Awaited<ReturnType<typeof aBusinessSide>>;
type Step = { readonly name: string; readonly run: (side: Side) => Promise<void> };

const outcome = fc.constantFrom('sent' as const, 'failed' as const);
const which = fc.constantFrom(0, 0, 0, 1, 2, 3); // of the messages, from the latest back
const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(outcome, outcome).map((given) => ({ name: `send ${given}`, run: (side) => side.send(given) })),
  fc.tuple(outcome, outcome).map((given) => ({ name: `send ${given}`, run: (side) => side.send(given) })),
  fc.integer({ min: 10, max: 14 }).map((day) => ({ name: `move ${day}`, run: (side) => side.move(day) })),
  fc.integer({ min: 1, max: 3 }).map((n) => ({ name: `redraw ${n}`, run: (side) => side.redraw(n) })),
  which.map((n) => ({ name: `open ${n}`, run: (side) => side.open(n) })),
  which.map((n) => ({ name: `acknowledge ${n}`, run: (side) => side.acknowledge(n) })),
  which.map((n) => ({ name: `bounce ${n}`, run: (side) => side.bounce(n) })),
  fc.constant({ name: 'resend', run: (side) => side.resend() }),
  fc.constant({ name: 'revoke', run: (side) => side.revoke() }),
  fc.nat(1).map((days) => ({ name: `remind ${days}`, run: (side) => side.remind(days) })),
];
const sequence = fc.tuple(fc.array(fc.oneof(...steps), { maxLength: 14 }), fc.boolean());

/** Calendar entries: one UID; a sequence that grows with the version and never stands for two entries; gone with the visit. */
const holdCalendar = (inbox: readonly Message[]) => {
  const entries = new Map<string, string>();
  for (const { notice } of inbox) {
    const { text = '', method } = notice.calendar ?? {};
    const line = (name: string) => new RegExp(`^${name}[:;](.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
    const said = [line('UID'), line('DTSTART'), line('DTEND'), line('DTSTAMP'), method].join(' ');
    expect(line('UID')).toBe(`${notice.visitId}@${notice.district}.inspect-once`);
    expect(Number(line('SEQUENCE'))).toBe(notice.version - 1);
    expect(entries.get(line('SEQUENCE')) ?? said).toBe(said);
    entries.set(line('SEQUENCE'), said);
  }
};

/** No message twice under one key by one channel, and no reminder of a day that the visit was not on at the time. */
const holdMessages = (inbox: readonly Message[]) => {
  const reminded = inbox.flatMap(({ notice }) => (notice.facts?.kind === 'reminder' ? [notice] : []));
  expect(
    Math.max(
      0,
      ...Map.groupBy(reminded, ({ version, key }) => `${version} ${key}`)
        .values()
        .map((all) => all.length),
    ),
  ).toBeLessThanOrEqual(2); // by e-mail and by text message
  const versions = inbox.map(({ notice }) => notice.version);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b)); // never an older one after a newer
};

/** Whatever is nobody's message is somebody's to follow up, and is found where that is looked for. */
const holdFollowUp = async (side: Side) => {
  const visit = await side.stands();
  const rules = { now: new Date(side.clock.now().getTime() + 3_600_000), lateMinutes: 60 };
  const escalation = escalationOf(visit, rules);
  const inVain = !(await side.holdsLink()) && !side.hasRead();
  if (inVain) expect(escalation?.reason).toMatch(/^not-(delivered|sent)$/);
  if (escalation) expect(mayNeedFollowUp(visitToSummary(visit), undefined)).toBe(true);
};

const hold = async (given: readonly Step[], isCancelled = false) => {
  const side = await aBusinessSide();
  for (const step of given) {
    await step.run(side);
    await holdFollowUp(side);
  }
  if (isCancelled) await side.cancel();
  await side.send(['sent', 'sent']);
  holdCalendar(side.inbox);
  holdMessages(side.inbox);
  const cancellation = { facts: { kind: 'cancelled' }, calendar: { method: 'CANCEL' } };
  if (isCancelled) expect(side.inbox.at(-1)?.notice).toMatchObject(cancellation);
  const { notice } = await side.stands();
  expect(notice.again ?? notice.status).not.toBe('due');
};

test('whatever comes in whatever order: changes are told against what was known, calendars follow, and nobody is left untold unseen', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, ([given, isCancelled]) => hold(given, isCancelled)),
    { numRuns: 500 },
  );
});

const arrives: Step = { name: 'arrives', run: (side) => side.send(['sent', 'sent']) };
const fails: Step = { name: 'fails', run: (side) => side.send(['failed', 'failed']) };
const moves: Step = { name: 'moves', run: (side) => side.move(11) };
const reads: Step = { name: 'reads', run: (side) => side.open(0) };
const revokes: Step = { name: 'revokes', run: (side) => side.revoke() };
const reminds: Step = { name: 'reminds', run: (side) => side.remind(1) };
const redraws: Step = { name: 'redraws', run: (side) => side.redraw(1) };
const acknowledges: Step = { name: 'acknowledges', run: (side) => side.acknowledge(0) };

test.each([
  ['a notice that nobody took is told as new', [fails, moves]],
  ['what a reminder told alone is known', [fails, reminds, arrives, moves]],
  [
    'who read by a link that was revoked is told again, or somebody is told that it failed',
    [arrives, reads, revokes, fails],
  ],
  ['what arrived before a resend that failed is known', [arrives, revokes, fails, moves]],
  ['an acknowledgement reads what it acknowledges', [arrives, moves, arrives, acknowledges, redraws]],
] as const)('%s', async (_, given) => {
  await hold(given);
});
