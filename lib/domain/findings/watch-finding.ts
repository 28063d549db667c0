import { type Calendar, workingDayAfter } from '../catalogue/calendar.ts';
import type { Settings } from '../catalogue/settings.ts';
import { localDate } from '../local-time.ts';
import { isRefusal } from '../refusal.ts';
import { escalateFinding } from './close-finding.ts';
import { type Finding, nextFinding } from './finding.ts';
import { type Clock, isClockOverdue, settleDeadlines } from './finding-clock.ts';

type Watch = {
  readonly now: Date;
  readonly settings: Pick<Settings, 'escalateAfterWorkingDays' | 'remindFindingWorkingDaysBefore'>;
  readonly calendars: ReadonlyMap<number, Calendar>;
};

/** The finding with deadlines that the calendar has come to know since; undefined where there are none. */
export const settleFinding = (finding: Finding, { now, calendars }: Watch): Finding | undefined => {
  const clocks = settleDeadlines(finding.clocks, calendars);
  return clocks && nextFinding(finding, { clocks }, { at: now, by: 'system', action: 'deadline-known' });
};

/** Overdue for more than the working days that are given; where the calendar does not reach that day, not yet. */
const isLongOverdue = (clock: Clock, today: string, { settings, calendars }: Watch): boolean => {
  if (!('dueOn' in clock.deadline) || !isClockOverdue(clock, today)) return false;
  const last = workingDayAfter(calendars, clock.deadline.dueOn, settings.escalateAfterWorkingDays);
  return last !== undefined && last < today;
};

/** The finding escalated because a clock of it has been overdue for too long; undefined where none has. */
export const escalateOverdue = (finding: Finding, watch: Watch): Finding | undefined => {
  const today = localDate(watch.now);
  const late = finding.clocks.find((clock) => isLongOverdue(clock, today, watch));
  if (!late) return undefined;
  const dueOn = 'dueOn' in late.deadline ? late.deadline.dueOn : '';
  const escalated = escalateFinding(finding, { reason: `${late.kind} ${dueOn}` }, { by: 'system', now: watch.now });
  return isRefusal(escalated) ? undefined : escalated;
};

/** The finding with a reminder of its business's deadline due; undefined where that day is not near or was reminded of. */
export const makeFindingReminderDue = (finding: Finding, watch: Watch): Finding | undefined => {
  const clock = finding.clocks.find(({ kind }) => kind === 'correct');
  if (finding.status !== 'open' || !clock || !('dueOn' in clock.deadline)) return undefined;
  const { dueOn } = clock.deadline;
  const today = localDate(watch.now);
  const last = workingDayAfter(watch.calendars, today, watch.settings.remindFindingWorkingDaysBefore);
  const isNear = today <= dueOn && last !== undefined && dueOn <= last;
  if (watch.settings.remindFindingWorkingDaysBefore === 0 || !isNear || finding.reminder?.dueOn === dueOn)
    return undefined;
  const reminder = { dueOn, status: 'due', at: watch.now.toISOString(), channels: [] } as const;
  return { ...finding, reminder, version: finding.version + 1 };
};

/** The finding after its reminder went out; no way to push it is no failure, since the business's page shows the deadline. */
export const recordFindingReminder = (
  finding: Finding,
  channels: NonNullable<Finding['reminder']>['channels'],
  now: Date,
): Finding => {
  const { reminder } = finding;
  if (reminder?.status !== 'due') return finding;
  const pushed = channels.filter(({ channel }) => channel !== 'portal');
  const status = pushed.length > 0 && pushed.every((one) => one.status === 'failed') ? 'failed' : 'sent';
  return nextFinding(
    finding,
    { reminder: { ...reminder, status, at: now.toISOString(), channels } },
    { at: now, by: 'system', action: status === 'failed' ? 'reminder-failed' : 'reminded' },
  );
};
