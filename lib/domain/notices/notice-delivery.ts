import { addDays } from '../catalogue/calendar.ts';
import { instantOf } from '../local-time.ts';
import type { Visit } from '../visits/visit.ts';
import type { ChannelDelivery } from './notice-state.ts';
import { makeDueAgain, mayFallBack, statusOf } from './send-again.ts';
import { isPartlyTold } from './told.ts';

const linkDays = 90; // results and findings stay readable for a quarter after the visit

/** When the link of a visit's notice ends. */
export const noticeLinkExpiry = (visit: Pick<Visit, 'day'>): Date => instantOf(addDays(visit.day, linkDays), '00:00');

/** What the link of a visit's notice says, under its signature; another version or generation is another link. */
export const linkClaimsOf = ({ district, visitId, notice, linkGeneration }: Visit) => ({
  district,
  visitId,
  noticeVersion: notice.version,
  ...(linkGeneration ? { generation: linkGeneration } : {}),
});

/** A verification code as typed by anyone: case, spaces and dashes don't matter. */
export const normaliseCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

/** True once the business may know of the visit: told of it, or, unannounced, from the moment the team checked in. */
export const isOpenToBusiness = (visit: Pick<Visit, 'mode' | 'notice' | 'checkedInAt'>): boolean =>
  visit.mode === 'unannounced' ? visit.checkedInAt !== undefined : visit.notice.status !== 'held';

/**
 * The visit after its notice went out, for the first time or once more. A notice of which no pushed channel took is
 * `failed`, so that the planner sees it; the portal page alone counts as sent only where the business gave no other address.
 */
export const recordDelivery = (
  visit: Visit,
  deliveries: readonly ChannelDelivery[],
  now: Date,
  template?: number,
): Visit => {
  const at = now.toISOString();
  const status = statusOf(deliveries);
  const failed = status === 'failed';
  const { outbox, reminder, ...rest } = visit;
  const { notes, again, template: _, ...notice } = visit.notice; // what went out before is of no use any more
  const action = again ? `notice-${again.kind === 'resend' ? 'resent' : 'fell-back'}` : 'notice-sent';
  const done: Visit = {
    ...rest,
    status: visit.status === 'planned' && !failed ? 'notified' : visit.status,
    notice: {
      ...notice,
      status: notice.readAt === undefined ? status : 'read',
      sentAt: at,
      channels: deliveries,
      ...(again?.kind === 'resend' ? { resentAt: at } : {}),
      ...(failed && notes ? { notes } : {}), // nobody has seen them
      ...(template === undefined ? {} : { template }),
    },
    history: [...visit.history, { at, by: 'system', action: failed ? 'notice-failed' : action }],
    ...(reminder && reminder.status !== 'due' ? { reminder } : {}), // a notice that just went out reminds as well
    ...(outbox && outbox.task !== 'send-notice' ? { outbox } : {}),
    version: visit.version + 1,
  };
  return failed && mayFallBack(done) ? makeDueAgain(done, 'fallback', at) : done; // it came back while it was recorded
};

/** The visit with what some channels took of a notice or reminder that is still due by others. */
export const keepProgress = (visit: Visit, of: 'notice' | 'reminder', channels: readonly ChannelDelivery[]): Visit => ({
  ...visit,
  ...(of === 'notice' ? { notice: { ...visit.notice, channels } } : {}),
  ...(of === 'reminder' && visit.reminder ? { reminder: { ...visit.reminder, channels } } : {}),
  version: visit.version + 1,
});

/** The visit after its notice was opened for the first time; undefined where that changes nothing. */
export const recordReading = (visit: Visit, now: Date): Visit | undefined => {
  const { notice } = visit;
  const isUntold = notice.status === 'due' && !isPartlyTold(notice); // who opens it then came by an earlier link
  if (notice.readAt !== undefined || notice.status === 'held' || isUntold) return undefined;
  const at = now.toISOString();
  const { told: _, ...unread } = notice; // from now on this one is what was read last
  return {
    ...visit,
    notice: { ...unread, status: notice.status === 'due' ? 'due' : 'read', readAt: at },
    history: [...visit.history, { at, by: 'business', action: 'notice-read' }],
    version: visit.version + 1,
  };
};

/** The visit after the business acknowledged it; undefined where it had done so before. */
export const recordAcknowledgement = (visit: Visit, now: Date): Visit | undefined => {
  if (visit.notice.acknowledgedAt !== undefined) return undefined;
  const at = now.toISOString();
  const waiting = visit.status === 'planned' || visit.status === 'notified';
  return {
    ...visit,
    status: waiting ? 'acknowledged' : visit.status,
    notice: {
      ...visit.notice,
      readAt: visit.notice.readAt ?? at,
      acknowledgedAt: at,
      status: visit.notice.status === 'due' ? 'due' : 'read',
    },
    history: [...visit.history, { at, by: 'business', action: 'acknowledged' }],
    version: visit.version + 1,
  };
};
