import { addDays, type Calendar, workingDayAfter } from '../catalogue/calendar.ts';
import { latestOf } from '../date-order.ts';

/** What has to pass from today until a visit is announced and may take place, each in working days; none where absent. */
export type BeforeVisits = {
  readonly reviewWorkingDays?: number;
  readonly publicNoticeWorkingDays?: number;
  readonly noticeWorkingDays: number;
};

/** The first local date on which a visit may take place, by mode; undefined where the calendars end before it. */
export type FirstVisitDays = { readonly announced: string | undefined; readonly unannounced: string | undefined };

/**
 * First days for the visits of a proposal that is there today: review, then public notice, then its publication, then the
 * visit's own notice; what is not announced takes place no earlier than the day after publication. A public notice is over
 * with its last day, so that the next working day is the first to publish on.
 */
export const firstVisitDays = (
  calendars: ReadonlyMap<number, Calendar>,
  today: string,
  { reviewWorkingDays = 0, publicNoticeWorkingDays = 0, noticeWorkingDays }: BeforeVisits,
): FirstVisitDays => {
  const shown = publicNoticeWorkingDays > 0 ? publicNoticeWorkingDays + 1 : 0;
  const publishedOn = workingDayAfter(calendars, today, reviewWorkingDays + shown);
  if (publishedOn === undefined) return { announced: undefined, unannounced: undefined };
  const unannounced = addDays(publishedOn, 1);
  const noticed = workingDayAfter(calendars, publishedOn, noticeWorkingDays);
  return { announced: noticed && latestOf(noticed, unannounced), unannounced };
};
