import { localDate } from '../local-time.ts';
import { isAhead, isStanding, type Visit, type VisitSummary } from '../visits/visit.ts';

/** Why somebody has to follow up a notice: no channel took it, it has not gone out for too long, or nobody opened it. */
export type EscalationReason = 'not-delivered' | 'not-sent' | 'unread';
export type Escalation = { readonly reason: EscalationReason; readonly since: string };

export type EscalationRules = {
  readonly now: Date;
  /** The last day whose visits' notices must have been read; absent where the district follows up none. */
  readonly unreadUntil?: string;
  /** Minutes within which a notice that is due must have gone out. */
  readonly lateMinutes: number;
};

const isConcerned = ({ mode, status }: Pick<Visit, 'mode' | 'status'>): boolean =>
  mode === 'announced' && (isAhead(status) || !isStanding(status));

/** Whether the day index leaves it open that a notice is to be followed up. */
export const mayNeedFollowUp = (
  { mode, status, noticeStatus, day }: Pick<VisitSummary, 'mode' | 'status' | 'noticeStatus' | 'day'>,
  unreadUntil: string | undefined,
): boolean => {
  if (!isConcerned({ mode, status })) return false;
  if (noticeStatus === 'failed' || noticeStatus === 'due') return true;
  const isUnread = noticeStatus === 'sent' || noticeStatus === 'delivered';
  return isUnread && isAhead(status) && unreadUntil !== undefined && day <= unreadUntil;
};

/**
 * Why a visit's notice is somebody's to follow up, and since when; undefined where all is well. It is over as soon as the
 * notice is read, and for the rest of the day as soon as it is sent again: the business has until tomorrow.
 */
export const escalationOf = (
  visit: Visit,
  { now, unreadUntil, lateMinutes }: EscalationRules,
): Escalation | undefined => {
  const { notice, day, status } = visit;
  if (!isConcerned(visit) || day < localDate(now)) return undefined;
  const { sentAt, dueAt, again } = notice;
  if (notice.status === 'due' || again) {
    const first = dueAt ?? visit.history[0]?.at;
    const since = (notice.status === 'due' ? first : again?.at) ?? now.toISOString();
    const late = now.getTime() - Date.parse(since) >= lateMinutes * 60_000;
    return late ? { reason: 'not-sent', since } : undefined;
  }
  if (notice.status === 'failed') return { reason: 'not-delivered', since: sentAt ?? now.toISOString() };
  const isUnread = (notice.status === 'sent' || notice.status === 'delivered') && notice.readAt === undefined;
  const isNear = isAhead(status) && unreadUntil !== undefined && day <= unreadUntil;
  if (!isUnread || !isNear || sentAt === undefined || localDate(new Date(sentAt)) >= localDate(now)) return undefined;
  return { reason: 'unread', since: sentAt };
};
