import type { Settings } from '../catalogue/settings.ts';
import type { Principal } from '../principal.ts';
import { type Incident, incidentClocks, incidentIdOf, nextIncident } from './incident.ts';

export type Report = Pick<Incident, 'street' | 'grid' | 'type' | 'place' | 'words' | 'businessId' | 'photos'>;

/**
 * An incident as it is reported, dispatched in the same write to the unit that is on duty: no message has to arrive before
 * somebody is responsible. `open` where nobody is on duty: the coordinator's to dispatch, with both clocks running.
 */
export const reportIncident = (
  report: Report,
  { subject, district }: Pick<Principal, 'subject' | 'district'>,
  unitId: string | undefined,
  settings: Settings,
  id: string,
  now: Date,
): Incident => {
  const at = now.toISOString();
  const reported: Incident = {
    incidentId: incidentIdOf(now, id),
    district,
    ...report,
    reportedBy: subject,
    reportedAt: at,
    status: 'open',
    clocks: incidentClocks(settings, now),
    alerts: [],
    history: [{ at, by: subject, action: 'incident-reported' }],
    version: 0,
  };
  return unitId === undefined
    ? nextIncident(reported, {})
    : nextIncident(
        reported,
        { status: 'dispatched', unitId, dispatchedAt: at },
        { at, by: 'system', action: 'incident-dispatched', reason: unitId },
      );
};
