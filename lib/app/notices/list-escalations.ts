import { addDays, workingDayAfter } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { type EscalationRules, escalationOf, mayNeedFollowUp } from '../../domain/notices/escalation.ts';
import { type Scope, scopeOf } from '../../domain/principal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

type Needs = Pick<Ports, 'visits' | 'settings' | 'calendars'>;
type Row = ViewOf<'list-escalations'>['items'][number];

const daysAhead = 120; // thirty working days, which is the most that the setting takes, and the longest holidays
const readAtOnce = 100;

const rulesOn = async (ports: Needs, district: string, now: Date): Promise<EscalationRules> => {
  const today = localDate(now);
  const { unreadWorkingDaysBefore, noticeLateMinutes } = settingsOn(await ports.settings.history({ district }), today);
  const calendars = await readCalendars(ports, { district }, { notBefore: today, due: addDays(today, daysAhead) });
  const unreadUntil =
    unreadWorkingDaysBefore === 0
      ? undefined
      : (workingDayAfter(calendars, today, unreadWorkingDaysBefore) ?? addDays(today, unreadWorkingDaysBefore));
  return { now, lateMinutes: noticeLateMinutes, ...(unreadUntil ? { unreadUntil } : {}) };
};

const positionOf = ({ day, start, visitId }: Pick<Row, 'day' | 'start' | 'visitId'>): string =>
  `${day} ${start} ${visitId}`;

const departmentsOf = ({ attending }: Visit): readonly string[] => {
  const served = attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves));
  return [...new Set([...attending, ...served].map(({ department }) => department))];
};

const toRow = (visit: Visit, rules: EscalationRules): Row | undefined => {
  const escalation = escalationOf(visit, rules);
  if (!escalation) return undefined;
  const { visitId, businessId, businessName, street, day, start, status, notice, contacts } = visit;
  return {
    ...{ visitId, businessId, businessName, street, day, start, status, phone: contacts.phone },
    ...escalation,
    departments: [...departmentsOf(visit)],
    noticeVersion: notice.version,
    kind: notice.kind,
    channels: notice.channels.map(({ messageId: _, ...delivery }) => delivery),
  };
};

const rowsOf = async (ports: Needs, scope: Scope, rules: EscalationRules): Promise<readonly Row[]> => {
  const today = localDate(rules.now);
  const found: string[] = [];
  for await (const page of ports.visits.summaries(scope, today, addDays(today, daysAhead))) {
    for (const visit of page) if (mayNeedFollowUp(visit, rules.unreadUntil)) found.push(visit.visitId);
  }
  const rows: Row[] = [];
  for (let first = 0; first < found.length; first += readAtOnce) {
    const visits = await ports.visits.some(scope, found.slice(first, first + readAtOnce));
    for (const visit of visits.values()) rows.push(...[toRow(visit, rules)].filter((row) => row !== undefined));
  }
  return rows.sort((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1));
};

/**
 * The notices that somebody has to follow up, of the visits that the reader's scope holds: a department those it attends
 * or is served by. Nothing is kept of it: each reading finds by the visits themselves what is still to do.
 */
export const listEscalations = async (
  ports: Needs,
  { query, principal, now }: Pick<RequestOf<'list-escalations'>, 'query' | 'principal' | 'now'>,
): Promise<ViewOf<'list-escalations'>> => {
  const rows = await rowsOf(ports, scopeOf(principal), await rulesOn(ports, principal.district, now));
  const counts = { 'not-delivered': 0, 'not-sent': 0, unread: 0 };
  for (const { reason } of rows) counts[reason] += 1;
  const wanted = rows.filter(
    (row) =>
      (query.reason === undefined || row.reason === query.reason) &&
      (query.after === undefined || positionOf(row) > query.after),
  );
  const items = wanted.slice(0, query.limit);
  const last = items.at(-1);
  return { items, counts, ...(last && wanted.length > items.length ? { nextCursor: positionOf(last) } : {}) };
};
