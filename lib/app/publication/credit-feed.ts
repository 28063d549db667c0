import { addDays } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { publicChange } from '../../domain/publication/publication.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { publicResult, resultIdOf } from './public-result.ts';

/** The index may be behind and writes under way: what changed in the last minute is for the next asking, so that none is passed over. */
const settledMs = 60_000;
const daysAhead = 120;

type View = ViewOf<'credit-feed'>;
type Place = { readonly changedAt: string; readonly resultId: string };

/** A place says when and under which public id, never which visit: it stands in addresses and logs. */
const toCursor = ({ changedAt, resultId }: Place): string =>
  Buffer.from(`${changedAt} ${resultId}`).toString('base64url');
const fromCursor = (cursor: string | undefined): Place | undefined => {
  if (cursor === undefined) return { changedAt: '', resultId: '' };
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [, changedAt, resultId] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) ([0-9a-f]{24}|-)$/.exec(text) ?? [];
  return changedAt !== undefined && resultId !== undefined ? { changedAt, resultId } : undefined;
};

type Entry = { readonly visit: Visit; readonly place: Place };

/** The entry of a visit where its last change is still the one that the index named; undefined where it has moved on since, to come up later. */
const entryOf = (visit: Visit, until: string): Entry | undefined => {
  const change = publicChange(visit);
  return change && change.changedAt <= until
    ? { visit, place: { changedAt: change.changedAt, resultId: resultIdOf(visit) } }
    : undefined;
};

const isAfter = (a: Place, b: Place): boolean =>
  a.changedAt > b.changedAt || (a.changedAt === b.changedAt && a.resultId > b.resultId);

/** The first `count` entries after a place, ordered by change and, within one instant, by public id. */
const entriesAfter = async (
  { visits }: Pick<Ports, 'visits'>,
  district: string,
  place: Place,
  until: string,
  count: number,
): Promise<readonly Entry[]> => {
  const found: Entry[] = [];
  for await (const page of visits.publicChanges({ district }, place.changedAt, until)) {
    found.push(...page.flatMap((visit) => entryOf(visit, until) ?? []).filter((entry) => isAfter(entry.place, place)));
    // The last instant read may go on in the next page: whatever is returned must lie before it.
    const reached = found.at(-1)?.place.changedAt ?? '';
    if (found.filter((entry) => entry.place.changedAt < reached).length >= count) break;
  }
  return found.toSorted((a, b) => (isAfter(a.place, b.place) ? 1 : -1)).slice(0, count);
};

/**
 * Results in the order in which the public learned of them: each visit once, with its latest change. Who asks again with
 * `nextCursor` gets what changed since: corrections in full, of withdrawals no more than the id. At least once, never out of order.
 */
export const creditFeed = async (
  ports: Pick<Ports, 'visits' | 'calendars' | 'settings'> & { readonly ownDistrict: string },
  { query, now }: RequestOf<'credit-feed'>,
): Promise<View | Refusal> => {
  const place = fromCursor(query.cursor);
  if (!place) return refuse('malformed', { path: 'cursor', code: 'cursor' });
  const district = query.district ?? ports.ownDistrict;
  const until = new Date(now.getTime() - settledMs).toISOString();
  const entries = await entriesAfter(ports, district, place, until, query.limit + 1);
  const shown = entries.slice(0, query.limit);
  const days = shown.map(({ visit }) => visit.day).toSorted();
  const history = await ports.settings.history({ district });
  const notBefore = days.at(0) ?? localDate(now);
  const calendars = await readCalendars(
    ports,
    { district },
    { notBefore, due: addDays(days.at(-1) ?? notBefore, daysAhead) },
  );
  const items = shown.map(({ visit, place: { changedAt, resultId } }): View['items'][number] => {
    const { change = 'published' } = publicChange(visit) ?? {};
    if (change === 'withdrawn') return { resultId, change, changedAt };
    const [creditCode = '', siteNumber = ''] = visit.businessId.split('-', 2);
    const result = publicResult(visit, calendars, (on) => settingsOn(history, on));
    return { ...result, change, changedAt, creditCode, siteNumber };
  });
  const last = shown.at(-1)?.place ?? (query.cursor === undefined ? { changedAt: until, resultId: '-' } : place);
  return { schema: 'inspect-once/results/1', items, nextCursor: toCursor(last), more: entries.length > shown.length };
};
