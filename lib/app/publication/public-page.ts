import { addDays } from '../../domain/catalogue/calendar.ts';
import { latestOf } from '../../domain/date-order.ts';
import { localDate } from '../../domain/local-time.ts';
import { isWithdrawn } from '../../domain/publication/publication.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Visit, VisitSummary } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf } from '../request.ts';

type Query = RequestOf<'public-visits'>['query'];

const usual = { daysBack: 31, span: 366 };

const positionOf = ({ day, slot, visitId }: Pick<VisitSummary, 'day' | 'slot' | 'visitId'>): string =>
  `${day} ${String(slot).padStart(2, '0')} ${visitId}`;

/** The cursor is the place of the last visit shown, which the public knows: nothing of what was passed over is in it. */
const toCursor = (position: string): string => Buffer.from(position).toString('base64url');
const fromCursor = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return '';
  const position = Buffer.from(cursor, 'base64url').toString('utf8');
  return /^\d{4}-\d{2}-\d{2} \d{2} \S+$/.test(position) ? position : undefined;
};

type Shown = Pick<VisitSummary, 'mode' | 'status'>;

/** The first `count` public visits after a position, in order. A day is complete before it is cut. */
const nextShown = async (
  ports: Pick<Ports, 'visits'>,
  district: string,
  span: { readonly from: string; readonly to: string },
  { street }: Query,
  isShown: (visit: Shown) => boolean,
  after: string,
  count: number,
): Promise<readonly VisitSummary[]> => {
  const found: VisitSummary[] = [];
  const from = latestOf(after.slice(0, 10), span.from);
  for await (const page of ports.visits.summaries({ district }, from, span.to)) {
    const inReach = page.filter((visit) => street === undefined || visit.street === street);
    found.push(...inReach.filter((visit) => isShown(visit) && positionOf(visit) > after));
    const reached = page.at(-1)?.day ?? '';
    if (found.filter(({ day }) => day < reached).length >= count) break;
  }
  return found.toSorted((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1)).slice(0, count);
};

/**
 * A page of visits for anyone: those that `isShown` says are public, by the index and again by the visit itself. Pages
 * are filled and cut by public visits alone, so that neither their length nor their cursor tells of any other. What was
 * withdrawn leaves its page by one shorter: that something was is no secret, what it was is.
 */
export const publicPage = async (
  ports: Pick<Ports, 'visits'> & { readonly ownDistrict: string },
  { query, now }: { readonly query: Query; readonly now: Date },
  isShown: (visit: Shown) => boolean,
): Promise<{ readonly visits: readonly Visit[]; readonly nextCursor?: string } | Refusal> => {
  const after = fromCursor(query.cursor);
  if (after === undefined) return refuse('malformed', { path: 'cursor', code: 'cursor' });
  const district = query.district ?? ports.ownDistrict;
  const from = query.from ?? addDays(query.to ?? localDate(now), -usual.daysBack);
  const widest = addDays(from, usual.span);
  const to = query.to !== undefined && query.to < widest ? query.to : widest;
  const rows = await nextShown(ports, district, { from, to }, query, isShown, after, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const ids = shown.map(({ visitId }) => visitId);
  const found = await ports.visits.some({ district }, ids);
  const visits = ids.flatMap((visitId) => {
    const visit = found.get(visitId);
    return visit && isShown(visit) && !isWithdrawn(visit) ? [visit] : [];
  });
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  return { visits, ...(last ? { nextCursor: toCursor(positionOf(last)) } : {}) };
};
