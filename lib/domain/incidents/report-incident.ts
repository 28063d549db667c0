import type { Settings } from '../catalogue/settings.ts';
import type { Principal } from '../principal.ts';
import { type Incident, incidentClocks, incidentIdOf, nextIncident } from './incident.ts';
import { newTellings, type Reach } from './telling.ts';

export type Report = Pick<Incident, 'street' | 'grid' | 'type' | 'place' | 'words' | 'businessId' | 'photos'>;

/** Who takes what is reported now, and where they and who commands the street are reached. */
export type Duty = { readonly unitId?: string; readonly reach?: Reach };

/**
 * An incident as it is reported, dispatched in the same write to the unit that is on duty: no message has to arrive before
 * somebody is responsible. `open` where nobody is on duty: the coordinator's to dispatch, with both clocks running.
 */
export const reportIncident = (
  report: Report,
  { subject, district }: Pick<Principal, 'subject' | 'district'>,
  { unitId, reach = {} }: Duty,
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
    ...(reach.unit || reach.command ? { reach } : {}),
    history: [{ at, by: subject, action: 'incident-reported' }],
    version: 0,
  };
  const tellings = newTellings(unitId === undefined ? 'nobody-on-duty' : 'dispatched', reach, at);
  const told = tellings.length > 0 ? { tellings } : {};
  return unitId === undefined
    ? nextIncident(reported, told)
    : nextIncident(
        reported,
        { status: 'dispatched', unitId, dispatchedAt: at, ...told },
        { at, by: 'system', action: 'incident-dispatched', reason: unitId },
      );
};
