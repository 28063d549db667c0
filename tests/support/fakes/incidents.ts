import { incidentIsVisible } from '../../../lib/adapters/visible.ts';
import type { DutyRosters, Incidents } from '../../../lib/app/ports/incident-ports.ts';
import type { DutyRoster } from '../../../lib/domain/incidents/duty-roster.ts';
import type { Incident } from '../../../lib/domain/incidents/incident.ts';
import { byKey, copy, storeNew, storeNext } from './records.ts';

/** `stored` is open to tests. */
export const fakeIncidents = (): Incidents & { readonly stored: Map<string, Incident> } => {
  const stored = new Map<string, Incident>();
  const key = ({ district, incidentId }: Pick<Incident, 'district' | 'incidentId'>) => `${district} ${incidentId}`;
  return {
    stored,
    create: async (incident) => storeNew(stored, key(incident), incident),
    change: async (incident) => storeNext(stored, key(incident), incident),
    async find(scope, incidentId) {
      const found = stored.get(key({ district: scope.district, incidentId }));
      return found && incidentIsVisible(scope, found) ? copy(found) : undefined;
    },
    ofDays: async (scope, from, to) =>
      [...stored.values()]
        .filter((incident) => incident.district === scope.district && incidentIsVisible(scope, incident))
        .filter(({ incidentId }) => from <= incidentId.slice(0, 10) && incidentId.slice(0, 10) <= to)
        .sort(byKey(({ incidentId }) => incidentId))
        .map(copy),
  };
};

export const fakeDutyRosters = (): DutyRosters => {
  const stored = new Map<string, DutyRoster>();
  return {
    put: async (roster) => storeNext(stored, `${roster.district} ${roster.street}`, roster),
    find: async ({ district }, street) => stored.get(`${district} ${street}`),
    all: async ({ district }) => [...stored.values()].filter((roster) => roster.district === district),
  };
};
