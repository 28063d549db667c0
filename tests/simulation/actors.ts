import { seededIds } from '../../lib/adapters/ids.ts';
import { checkIn } from '../../lib/app/field/check-in.ts';
import { recordResults } from '../../lib/app/field/record-results.ts';
import { acknowledgeNotice } from '../../lib/app/notices/acknowledge-notice.ts';
import { getNotice } from '../../lib/app/notices/get-notice.ts';
import { requestAnotherTime } from '../../lib/app/notices/request-another-time.ts';
import { resendNotice } from '../../lib/app/notices/resend-notice.ts';
import { revokeNoticeLinks } from '../../lib/app/notices/revoke-notice-links.ts';
import { verifyCode } from '../../lib/app/notices/verify-code.ts';
import { publicResults } from '../../lib/app/publication/public-results.ts';
import { publicVisits } from '../../lib/app/publication/public-visits.ts';
import { cancelVisit } from '../../lib/app/schedule/cancel-visit.ts';
import { rescheduleVisit } from '../../lib/app/schedule/reschedule-visit.ts';
import { aRequest, coordinator, inspector } from '../support/a-request.ts';
import type { Worker } from './weather.ts';
import { visitIds, type World } from './world.ts';

/** Somebody who acts from outside, and tries again under the same idempotency key until there is an answer. */
export type Actor = {
  readonly name: string;
  /** Whether the person would act now. */
  readonly ready: () => boolean;
  /** One attempt; the history entry that the answer promises, where it does. */
  readonly act: (worker: Worker) => Promise<string | undefined>;
  /** The visit whose history must show the promise in the end. */
  readonly visitId: string;
};

const seedOf = (n: number): string => `0${'0'.repeat(24)}${n}`;

/** What those do who order, read, answer, inspect and record, each in a different visit's life. */
export const actorsOf = (world: World): readonly Actor[] => {
  const nowOf = (worker: Worker) => world.portsOf(worker).clock.now();
  const stands = (visitId: string) => () => world.of(visitId) !== undefined;
  const ordered = (n: number, visitId: string, change: object, kind: 'reschedule-visit' | 'cancel-visit') => ({
    name: `${kind} ${n}`,
    visitId,
    ready: stands(visitId),
    act: async (worker: Worker) => {
      const parts = { params: { visitId }, body: { reason: '调整', ...change }, principal: coordinator };
      const more = { ids: seededIds(seedOf(n)), now: nowOf(worker).toISOString() };
      const ports = world.portsOf(worker);
      const answer =
        kind === 'reschedule-visit'
          ? await rescheduleVisit(ports, aRequest(kind, { ...parts, ...more }))
          : await cancelVisit(ports, aRequest(kind, { ...parts, ...more }));
      return 'refused' in answer ? undefined : `command ${answer.commandId}`;
    },
  });
  /** What staff ask of the notice of the visit that moves, once it has gone out. */
  const asked = (
    name: string,
    n: number,
    ask: (ports: ReturnType<typeof world.portsOf>, request: object) => Promise<string | undefined>,
  ): Actor => ({
    name,
    visitId: visitIds.moved,
    ready: () => world.of(visitIds.moved)?.notice.sentAt !== undefined,
    act: (worker) => {
      const parts = { params: { visitId: visitIds.moved }, body: { reason: '未收到' }, principal: coordinator };
      return ask(world.portsOf(worker), {
        ...parts,
        ids: seededIds(seedOf(n)),
        now: nowOf(worker).toISOString(),
      });
    },
  });
  const urlOf = (visitId: string) => world.arrivals.find((arrival) => arrival.visitId === visitId)?.url;
  const tokenOf = (visitId: string) => urlOf(visitId)?.split('/n/')[1] ?? '';
  const secret = visitIds.secret;
  return [
    ordered(1, visitIds.moved, { day: '2026-12-10', start: '10:30' }, 'reschedule-visit'),
    ordered(2, visitIds.moved, { day: '2026-12-11', start: '13:30' }, 'reschedule-visit'),
    ordered(3, visitIds.off, {}, 'cancel-visit'),
    {
      name: 'read and acknowledge',
      visitId: visitIds.moved,
      ready: () => urlOf(visitIds.moved) !== undefined,
      act: async (worker) => {
        const ports = world.portsOf(worker);
        const request = { params: { token: tokenOf(visitIds.moved) }, language: 'zh-CN', now: nowOf(worker) } as const;
        await getNotice(ports, request);
        const answer = await acknowledgeNotice(ports, { ...request, body: {} });
        return 'refused' in answer ? undefined : 'acknowledged';
      },
    },
    {
      name: 'ask for another time',
      visitId: visitIds.moved,
      ready: () => urlOf(visitIds.moved) !== undefined,
      act: async (worker) => {
        const parts = { params: { token: tokenOf(visitIds.moved) }, body: { day: '2026-12-14', start: '09:00' } };
        const more = { ids: seededIds(seedOf(4)), now: nowOf(worker).toISOString() };
        const answer = await requestAnotherTime(
          world.portsOf(worker),
          aRequest('request-another-time', { ...parts, ...more }),
        );
        return 'refused' in answer ? undefined : `command ${answer.commandId}`;
      },
    },
    asked('resend', 5, async (ports, request) => {
      const answer = await resendNotice(ports, aRequest('resend-notice', request));
      return 'refused' in answer ? undefined : 'resend-asked or links-revoked'; // which sends again as well
    }),
    {
      ...asked('resend on the day before', 7, async (ports, request) => {
        const answer = await resendNotice(ports, aRequest('resend-notice', request));
        return 'refused' in answer ? undefined : 'resend-asked';
      }),
      ready: () => world.isEve(),
    },
    {
      ...asked('revoke links', 6, async (ports, request) => {
        const answer = await revokeNoticeLinks(ports, aRequest('revoke-notice-links', request));
        return 'refused' in answer ? undefined : 'links-revoked';
      }),
      ready: stands(visitIds.moved), // while a notice is going out as well
    },
    {
      name: 'check in',
      visitId: secret,
      ready: stands(secret),
      act: async (worker) => {
        const body = { code: world.of(secret)?.code };
        const now = nowOf(worker).toISOString();
        const parts = { params: { visitId: secret }, body, principal: inspector('fire'), now };
        const answer = await checkIn(world.portsOf(worker), aRequest('check-in', parts));
        return 'refused' in answer ? undefined : 'checked-in';
      },
    },
    {
      name: 'record results',
      visitId: secret,
      ready: () => world.of(secret)?.status === 'under-way',
      act: async (worker) => {
        const body = { checks: [{ itemId: 'I0001', outcome: 'compliant' }] };
        const now = nowOf(worker).toISOString();
        const parts = { params: { visitId: secret }, body, principal: inspector('fire'), now };
        const answer = await recordResults(world.portsOf(worker), aRequest('record-results', parts));
        return 'refused' in answer ? undefined : 'results-recorded';
      },
    },
  ];
};

/** Whether a stranger, or whoever guesses the code, can see anything of the unannounced visit that must not be seen yet. */
export const isLeaking = async (world: World): Promise<boolean> => {
  const visit = world.of(visitIds.secret);
  if (!visit || visit.status === 'done') return false;
  const now = world.now();
  const ports = { ...world.ports, ownDistrict: visit.district };
  const request = { query: { from: '2026-11-01' }, now: now.toISOString() };
  const pages = [
    await publicVisits(ports, aRequest('public-visits', request)),
    await publicResults(ports, aRequest('public-results', request)),
  ];
  if (JSON.stringify(pages).includes(visit.businessName)) return true;
  const source = `stranger at ${now.getTime()}`; // one who has not been told to wait
  const code = await verifyCode(ports, { params: { code: visit.code }, language: 'zh-CN', now, source });
  return visit.checkedInAt === undefined && !('refused' in code);
};
