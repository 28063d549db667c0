import { type Calendar, daysBetween, workingDayAfter } from '../catalogue/calendar.ts';

/**
 * What somebody has to do by a day: the business corrects, the unit verifies and closes, a rectification's re-check takes
 * place, parties agree and keep the agreement, a case is handed over and concluded.
 */
export const clockKinds = [
  'correct',
  'verify',
  'recheck',
  'close',
  'agree',
  'follow-up',
  'hand-over',
  'conclude',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** The last day of a clock, or, where it runs into a year that the calendar does not know yet, what it counts from: never a guess. */
export type Deadline =
  | { readonly dueOn: string }
  | { readonly unknownYear: number; readonly from: string; readonly workingDays: number };

export type Clock = { readonly kind: ClockKind; readonly deadline: Deadline };

/** The `count`-th working day after `from`. */
export const workingDeadline = (calendars: ReadonlyMap<number, Calendar>, from: string, count: number): Deadline => {
  const dueOn = workingDayAfter(calendars, from, count);
  if (dueOn !== undefined) return { dueOn };
  const lastKnown = [...calendars.keys()].reduce((last, year) => Math.max(last, year), Number(from.slice(0, 4)) - 1);
  return { unknownYear: lastKnown + 1, from, workingDays: count };
};

/** Clocks with one of them started, or started anew. */
export const startClock = (clocks: readonly Clock[], kind: ClockKind, deadline: Deadline): readonly Clock[] => [
  ...stopClocks(clocks, kind),
  { kind, deadline },
];

export const stopClocks = (clocks: readonly Clock[], ...kinds: readonly ClockKind[]): readonly Clock[] =>
  clocks.filter(({ kind }) => !kinds.includes(kind));

/** Clocks with every deadline that the calendars have come to know; undefined where they know no more than before. */
export const settleDeadlines = (
  clocks: readonly Clock[],
  calendars: ReadonlyMap<number, Calendar>,
): readonly Clock[] | undefined => {
  let settled = false;
  const next = clocks.map((clock) => {
    if ('dueOn' in clock.deadline) return clock;
    const deadline = workingDeadline(calendars, clock.deadline.from, clock.deadline.workingDays);
    settled ||= 'dueOn' in deadline;
    return 'dueOn' in deadline ? { ...clock, deadline } : clock;
  });
  return settled ? next : undefined;
};

export const isClockOverdue = ({ deadline }: Clock, today: string): boolean =>
  'dueOn' in deadline && deadline.dueOn < today;

/** The first day that a clock ends on; an unknown end counts as the last day of the year before, so that it is seen in time. */
export const earliestDue = (clocks: readonly Clock[]): string | undefined =>
  clocks
    .map(({ deadline }) => ('dueOn' in deadline ? deadline.dueOn : `${deadline.unknownYear - 1}-12-31`))
    .toSorted()
    .at(0);

/** A clock as it is shown on a day: days left are calendar days, negative once it is overdue. */
export const clockOn = ({ kind, deadline }: Clock, today: string) =>
  'dueOn' in deadline
    ? {
        kind,
        dueOn: deadline.dueOn,
        daysLeft: daysBetween(today, deadline.dueOn),
        overdue: deadline.dueOn < today,
      }
    : { kind, unknownYear: deadline.unknownYear, overdue: false };
