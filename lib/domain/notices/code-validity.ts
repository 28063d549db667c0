import type { Settings } from '../catalogue/settings.ts';
import { instantOf } from '../local-time.ts';
import { isStanding, type Visit } from '../visits/visit.ts';
import { isOpenToBusiness } from './notice-delivery.ts';

type Around = Pick<Visit, 'mode' | 'day' | 'start' | 'end' | 'checkedInAt' | 'doneAt'>;

const hourMs = 3_600_000;
const timesOf = (instants: readonly (string | undefined)[]): readonly number[] =>
  instants.flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));

/**
 * From when until when the code of a visit works: some hours before its start until some hours after its end, and while
 * its team is there on another day. That of an unannounced visit begins with the check-in and not a moment before.
 */
export const codeWindow = (
  { mode, day, start, end, checkedInAt, doneAt }: Around,
  { codeHoursBefore, codeHoursAfter }: Pick<Settings, 'codeHoursBefore' | 'codeHoursAfter'>,
): { readonly from: Date; readonly until: Date } | undefined => {
  const checkedIn = timesOf([checkedInAt]);
  const announced = mode === 'announced' ? [instantOf(day, start).getTime() - codeHoursBefore * hourMs] : [];
  const beginnings = [...announced, ...checkedIn];
  const last = Math.max(instantOf(day, end).getTime(), ...checkedIn, ...timesOf([doneAt]));
  return beginnings.length === 0
    ? undefined
    : { from: new Date(Math.min(...beginnings)), until: new Date(last + codeHoursAfter * hourMs) };
};

/** Whether a code tells anyone anything now: the visit stands, its business may know of it, and it is around its time. */
export const isCodeValid = (visit: Visit, settings: Settings, now: Date): boolean => {
  const window = codeWindow(visit, settings);
  if (!window || !isStanding(visit.status) || !isOpenToBusiness(visit)) return false;
  return now >= window.from && (now < window.until || visit.status === 'under-way');
};
