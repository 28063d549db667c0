import { addDays } from '../catalogue/calendar.ts';
import { localDate } from '../local-time.ts';
import type { FieldError } from '../refusal.ts';

/** How far a phone's clock may be ahead of ours. */
const skewMs = 5 * 60_000;

/** When something was done on site, and why it is sent on a later day. */
export type Made = { readonly at: string | undefined; readonly lateReason: string | undefined };
export type BackfillRules = { readonly now: Date; readonly backfillDays: number };

/**
 * Refuses a time on site that lies ahead, or on an earlier day: more than `backfillDays` calendar days ago, or without
 * saying why it comes late.
 * @param names the fields that carry the time and the reason
 */
export const madeFaults = (
  { at, lateReason }: Made,
  { now, backfillDays }: BackfillRules,
  names: { readonly at: string; readonly lateReason: string },
): readonly FieldError[] => {
  if (at === undefined) return [];
  const [madeOn, today] = [localDate(new Date(at)), localDate(now)];
  if (Date.parse(at) > now.getTime() + skewMs) return [{ path: names.at, code: 'time-ahead' }];
  if (madeOn >= today) return [];
  if (addDays(madeOn, backfillDays) < today) {
    return [{ path: names.at, code: 'backfill-late', values: { days: backfillDays } }];
  }
  return lateReason === undefined ? [{ path: names.lateReason, code: 'backfill-needs-reason' }] : [];
};
