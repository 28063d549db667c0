import { addDays } from '../domain/calendar.ts';
import { localDate } from '../domain/local-time.ts';
import { scopeOf } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';
import { maySeeComplaints, visitView } from './visit-view.ts';

const usual = { daysBack: 31, span: 366 };

/** Visits by day and start, within the reader's scope; a span is cut at a year. */
export const listVisits = async (
  ports: Pick<Ports, 'visits' | 'links'>,
  { query, principal, now }: RequestOf<'list-visits'>,
): Promise<ViewOf<'list-visits'> | Refusal> => {
  if (query.complaints !== undefined && !maySeeComplaints(principal)) {
    return refuse('forbidden', { path: 'complaints', code: 'supervision-only' });
  }
  const { from: askedFrom, to: askedTo, ...rest } = query;
  const from = askedFrom ?? addDays(askedTo ?? localDate(now), -usual.daysBack);
  const widest = addDays(from, usual.span);
  const to = askedTo !== undefined && askedTo < widest ? askedTo : widest;
  const page = await ports.visits.list(scopeOf(principal), { ...rest, from, to });
  if ('refused' in page) return page;
  return { ...page, items: await Promise.all(page.items.map((visit) => visitView(ports, visit, principal))) };
};
