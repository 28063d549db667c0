import { addDays, type Calendar, isWorkingDay, workingDayAfter } from '../catalogue/calendar.ts';
import { localDate } from '../local-time.ts';
import type { Visit, VisitStatus, VisitSummary } from '../visits/visit.ts';
import type { ChannelDelivery } from './notice-state.ts';
import { hasNoticeToSend, statusOf } from './send-again.ts';

const awaited: readonly VisitStatus[] = ['planned', 'notified', 'acknowledged'];

/**
 * The days whose visits are reminded of on a working day: from the next day to the working day `workingDays` ahead, so that
 * whoever is visited on a Monday hears of it on Friday. Undefined on a free day, and where the setting is 0.
 */
export const remindedDays = (
  calendars: ReadonlyMap<number, Calendar>,
  today: string,
  workingDays: number,
): { readonly from: string; readonly to: string } | undefined => {
  const calendar = calendars.get(Number(today.slice(0, 4)));
  if (workingDays === 0 || !calendar || !isWorkingDay(calendar, today)) return undefined;
  const from = addDays(today, 1);
  return { from, to: workingDayAfter(calendars, today, workingDays) ?? from };
};

/** Whether the day index leaves it open that a visit needs a reminder: announced, told of, and still to come. */
export const mayNeedReminder = ({
  mode,
  status,
  noticeStatus,
}: Pick<VisitSummary, 'mode' | 'status' | 'noticeStatus'>) =>
  mode === 'announced' && awaited.includes(status) && noticeStatus !== 'held' && noticeStatus !== 'due';

/** The visit with its reminder due; undefined where there is one for this day, or where its business was told only today. */
export const makeReminderDue = (visit: Visit, now: Date): Visit | undefined => {
  const { mode, status, notice, reminder, day } = visit;
  const told = notice.sentAt !== undefined && localDate(new Date(notice.sentAt)) < localDate(now);
  if (!told || !mayNeedReminder({ mode, status, noticeStatus: notice.status }) || reminder?.day === day)
    return undefined;
  const at = now.toISOString();
  return {
    ...visit,
    reminder: { day, status: 'due', at, channels: [] },
    outbox: visit.outbox ?? { task: 'send-notice', since: at },
    version: visit.version + 1,
  };
};

/** Whether a due reminder is still worth sending: not once the visit began, went, moved, or has a newer notice to send. */
export const reminderToSend = ({ reminder, notice, status, day }: Visit): 'send' | 'moot' | undefined => {
  if (reminder?.status !== 'due') return undefined;
  return reminder.day === day && awaited.includes(status) && !hasNoticeToSend({ notice }) ? 'send' : 'moot';
};

/** The visit after its reminder went out, or turned out to be moot. */
export const recordReminder = (visit: Visit, channels: readonly ChannelDelivery[] | 'moot', now: Date): Visit => {
  const { outbox, reminder, ...rest } = visit;
  const at = now.toISOString();
  const status = channels !== 'moot' && statusOf(channels) === 'failed' ? 'failed' : 'sent';
  return {
    ...rest,
    ...(channels === 'moot' || !reminder ? {} : { reminder: { day: reminder.day, status, at, channels } }),
    history:
      channels === 'moot'
        ? visit.history
        : [...visit.history, { at, by: 'system', action: status === 'failed' ? 'reminder-failed' : 'reminded' }],
    ...(outbox && (outbox.task !== 'send-notice' || hasNoticeToSend(visit)) ? { outbox } : {}),
    version: visit.version + 1,
  };
};
