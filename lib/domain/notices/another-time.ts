import { type Calendar, workingDayAfter } from '../catalogue/calendar.ts';
import type { Settings } from '../catalogue/settings.ts';
import { type FieldError, isRefusal } from '../refusal.ts';
import { isAppliedToVisit } from '../schedule/call-off.ts';
import type { MoveSight } from '../schedule/move-rules.ts';
import { reschedule } from '../schedule/reschedule.ts';
import type { Wish } from '../visits/feedback.ts';
import { isAhead, type Visit } from '../visits/visit.ts';
import { isOpenToBusiness } from './notice-delivery.ts';

export type Start = { readonly day: string; readonly start: string };

const startsPerDay = 2; // several days are worth more to a shop than several starts of one

export const anotherTimesLeft = (visit: Pick<Visit, 'wishes'>, { anotherTimesAtMost }: Settings): number =>
  Math.max(0, anotherTimesAtMost - (visit.wishes?.length ?? 0));

/** Why the business may not ask for another time now; undefined where it may. */
export const anotherTimeFault = (
  visit: Visit,
  settings: Settings,
  calendars: ReadonlyMap<number, Calendar>,
  today: string,
): FieldError | undefined => {
  if (!isAhead(visit.status) || visit.mode === 'unannounced') {
    return { path: 'status', code: 'status', values: { status: visit.status } };
  }
  const { anotherTimeWorkingDaysBefore: workingDays, anotherTimesAtMost: most } = settings;
  if (anotherTimesLeft(visit, settings) === 0) return { path: 'day', code: 'another-time-used', values: { most } };
  const reached = workingDayAfter(calendars, today, workingDays);
  return reached === undefined || reached > visit.day
    ? { path: 'day', code: 'another-time-late', values: { workingDays } }
    : undefined;
};

/**
 * Whether the schedule could take the visit at a start, by the very decision that moves it, as far as the business may
 * know: a visit to it that is still unannounced blocks nothing here (rule 4), only the order that follows may fail by it.
 */
export const fitsAt = (visit: Visit, { day, start }: Start, whole: MoveSight): true | readonly FieldError[] => {
  const sight = { ...whole, visits: whole.visits.filter(isOpenToBusiness) };
  const slot = sight.settings.slots.starts.indexOf(start);
  if (slot < 0)
    return [{ path: 'start', code: 'start-unknown', values: { starts: sight.settings.slots.starts.join(', ') } }];
  const order = { at: '', by: '', reason: '', commandId: '', consent: true, teamsKept: false, day, slot };
  const moved = reschedule(visit, order, sight);
  return isRefusal(moved) ? moved.errors : true;
};

/** Up to `most` feasible starts, the earliest days first and few of each day. */
export const feasibleStarts = (visit: Visit, sights: ReadonlyMap<string, MoveSight>, most: number): readonly Start[] =>
  [...sights]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, sight]) =>
      sight.settings.slots.starts
        .map((start) => ({ day, start }))
        .filter((one) => fitsAt(visit, one, sight) === true)
        .slice(0, startsPerDay),
    )
    .slice(0, most);

/**
 * The last wish where it is for this start: a repeat of a request, not another one. Once the visit was moved there and away
 * again, it is another one: a command that was applied does nothing a second time.
 */
export const sameWish = (visit: Visit, { day, start }: Start): Wish | undefined => {
  const last = visit.wishes?.at(-1);
  if (last?.day !== day || last.start !== start) return undefined;
  const isThere = visit.day === day && visit.start === start;
  return isThere || !isAppliedToVisit(visit, last.commandId) ? last : undefined;
};

/** The visit with what its business asked for on record. */
export const recordWish = (visit: Visit, wish: Wish): Visit => ({
  ...visit,
  wishes: [...(visit.wishes ?? []), wish],
  history: [
    ...visit.history,
    {
      at: wish.at,
      by: 'business',
      action: 'another-time-requested',
      reason: `${wish.day} ${wish.start}${wish.words ? ` ${wish.words}` : ''}`,
    },
  ],
  version: visit.version + 1,
});
