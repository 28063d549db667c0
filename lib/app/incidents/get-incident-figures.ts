import { addDays } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { earliestOf } from '../../domain/date-order.ts';
import { foldIncidents } from '../../domain/incidents/incident-figures.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

const usualDays = 30;
const mostDays = 92;

/** How long first answers and handling took, folded from the incidents themselves at every call. */
export const getIncidentFigures = async (
  ports: Pick<Ports, 'incidents' | 'settings'>,
  { query, principal, now }: RequestOf<'get-incident-figures'>,
): Promise<ViewOf<'get-incident-figures'>> => {
  const last = query.to ?? localDate(now);
  const from = query.from ?? addDays(last, -usualDays);
  const to = earliestOf(last, addDays(from, mostDays));
  const incidents = await ports.incidents.ofDays(scopeOf(principal), from, to);
  const history = await ports.settings.history({ district: principal.district });
  const due = settingsOn(history, to).incidentClocks;
  const streets = [...Map.groupBy(incidents, ({ street }) => street)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    from,
    to,
    total: foldIncidents(incidents, due, now),
    streets: streets.map(([street, some]) => ({ street, ...foldIncidents(some, due, now) })),
  };
};
