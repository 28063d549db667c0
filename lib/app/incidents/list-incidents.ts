import { addDays } from '../../domain/catalogue/calendar.ts';
import { earliestOf, latestOf } from '../../domain/date-order.ts';
import { type Incident, isHandled, nextAlert } from '../../domain/incidents/incident.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { incidentView } from './incident-view.ts';

const mostDays = 31;

/** What runs out next comes first; of what is handled or has run out, the latest. */
const byUrgency = (a: Incident, b: Incident): number => {
  const [first, second] = [nextAlert(a)?.dueAt, nextAlert(b)?.dueAt];
  if (first !== undefined && second !== undefined) return Date.parse(first) - Date.parse(second);
  if (first !== undefined || second !== undefined) return first === undefined ? 1 : -1;
  return Number(isHandled(a)) - Number(isHandled(b)) || Date.parse(b.reportedAt) - Date.parse(a.reportedAt);
};

/** The incidents of some days within the reader's scope, exact to the moment, and the time by which their clocks run. */
export const listIncidents = async (
  { incidents }: Pick<Ports, 'incidents'>,
  { query, principal, now }: RequestOf<'list-incidents'>,
): Promise<ViewOf<'list-incidents'>> => {
  const to = query.to ?? latestOf(localDate(now), query.from ?? '');
  const from = query.from ?? addDays(to, -1);
  const found = await incidents.ofDays(scopeOf(principal), from, earliestOf(to, addDays(from, mostDays)));
  const wanted = found.filter(
    (incident) =>
      (query.street === undefined || incident.street === query.street) &&
      (query.unit === undefined || incident.unitId === query.unit) &&
      (query.state === undefined || isHandled(incident) === (query.state === 'handled')),
  );
  return { items: wanted.toSorted(byUrgency).map(incidentView), now: now.toISOString() };
};
