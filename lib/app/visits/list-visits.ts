import { addDays, workingDayAfter } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { latestOf } from '../../domain/date-order.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { maySeeComplaints, visitView } from './visit-view.ts';

const usual = { daysBack: 31, span: 366 };
const daysAhead = 120; // thirty working days, which is the most that the setting takes, and the longest holidays

type Span = { readonly from: string; readonly to: string };

/** The part of a span whose visits are so near that an unread notice is somebody's to follow up. */
const soon = async (
  ports: Pick<Ports, 'settings' | 'calendars'>,
  district: string,
  today: string,
  { from, to }: Span,
): Promise<Span> => {
  const { unreadWorkingDaysBefore } = settingsOn(await ports.settings.history({ district }), today);
  const calendars = await readCalendars(ports, { district }, { notBefore: today, due: addDays(today, daysAhead) });
  const last = workingDayAfter(calendars, today, unreadWorkingDaysBefore) ?? addDays(today, unreadWorkingDaysBefore);
  return { from: latestOf(from, today), to: last < to ? last : to };
};

/** Visits by day and start, within the reader's scope; a span is cut at a year. */
export const listVisits = async (
  ports: Pick<Ports, 'visits' | 'links' | 'settings' | 'calendars'>,
  { query, principal, now }: RequestOf<'list-visits'>,
): Promise<ViewOf<'list-visits'> | Refusal> => {
  if (query.complaints !== undefined && !maySeeComplaints(principal)) {
    return refuse('forbidden', { path: 'complaints', code: 'supervision-only' });
  }
  const { from: askedFrom, to: askedTo, ...rest } = query;
  const from = askedFrom ?? addDays(askedTo ?? localDate(now), -usual.daysBack);
  const widest = addDays(from, usual.span);
  const to = askedTo !== undefined && askedTo < widest ? askedTo : widest;
  const span =
    rest.notice === 'unread' ? await soon(ports, principal.district, localDate(now), { from, to }) : { from, to };
  const page = await ports.visits.list(scopeOf(principal), { ...rest, ...span });
  if ('refused' in page) return page;
  return { ...page, items: await Promise.all(page.items.map((visit) => visitView(ports, visit, principal))) };
};
