import type { DutyRosters, Incidents } from '../../app/ports/incident-ports.ts';
import { addDays } from '../../domain/catalogue/calendar.ts';
import type { DutyRoster } from '../../domain/incidents/duty-roster.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import { incidentIsVisible } from '../visible.ts';
import { mapBounded } from './bounded.ts';
import { putVersion } from './conditional-write.ts';
import { incidentKey, incidentsOfDay, rosterKey, rostersOf } from './keys.ts';
import { outboxAttributes } from './outbox-entry.ts';
import { queryAll } from './query.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const daysAtOnce = 8;

const itemOf = ({ district, incidentId, outbox }: Incident): StoredItem => {
  const key = incidentKey(district, incidentId);
  if (!key) throw new Error(`the id of incident ${incidentId} does not begin with its day and a dot`);
  return { ...key, ...outboxAttributes({ pk: `${key.pk}#${key.sk}`, sk: key.sk }, outbox) };
};

const daysFrom = (from: string, to: string): readonly string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The incidents of a day lie together, so that the board reads them exactly and without an index. */
export const dynamoIncidents = (table: Table): Incidents => ({
  create: (incident) => putVersion(table, itemOf(incident), incident, 0),
  change: (incident) => putVersion(table, itemOf(incident), incident),

  async find(scope, incidentId) {
    const key = incidentKey(scope.district, incidentId);
    const stored = key && (await getItem(table, key));
    const incident = stored && unpack<Incident>(stored.body);
    return incident && incidentIsVisible(scope, incident) ? incident : undefined;
  },

  async ofDays(scope, from, to) {
    const days = await mapBounded(daysFrom(from, to), daysAtOnce, (day) =>
      queryAll(table, { partition: incidentsOfDay(scope.district, day) }),
    );
    const incidents = days.flat().map(({ body }) => unpack<Incident>(body));
    return incidents.filter((incident) => incidentIsVisible(scope, incident));
  },
});

/** One item a street, all of a district's together. */
export const dynamoDutyRosters = (table: Table): DutyRosters => ({
  put: (roster) => putVersion(table, rosterKey(roster.district, roster.street), roster),
  async find({ district }, street) {
    const stored = await getItem(table, rosterKey(district, street));
    return stored && unpack<DutyRoster>(stored.body);
  },
  async all({ district }) {
    const stored = await queryAll(table, { partition: rostersOf(district) });
    return stored.map(({ body }) => unpack<DutyRoster>(body));
  },
});
