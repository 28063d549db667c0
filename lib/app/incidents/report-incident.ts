import { settingsOn } from '../../domain/catalogue/settings.ts';
import { reachOf, unitOnDuty } from '../../domain/incidents/duty-roster.ts';
import { reportIncident as reported } from '../../domain/incidents/report-incident.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { photoFaults } from '../field/photo-faults.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { sendStored } from '../send-stored.ts';
import { incidentView } from './incident-view.ts';

/** A sentinel's street is their own; a district's coordinator names one. */
const streetOf = ({ body, principal }: RequestOf<'report-incident'>): string | Refusal => {
  const { street = body.street } = principal;
  if (street === undefined) return refuse('incident-refused', { path: 'street', code: 'required' });
  const isOwn = body.street === undefined || body.street === street;
  return isOwn ? street : refuse('incident-refused', { path: 'street', code: 'street-not-yours' });
};

/**
 * An incident comes in: find who is on duty, store it dispatched to them with both clocks running, and set the first
 * alarm: at once where they are to be told, else for the first warning.
 * A repeat under the same idempotency key finds the first report and answers with it, its clocks untouched.
 */
export const reportIncident = async (
  ports: Pick<Ports, 'incidents' | 'dutyRosters' | 'units' | 'businesses' | 'settings' | 'files' | 'queues' | 'clock'>,
  request: RequestOf<'report-incident'>,
): Promise<ViewOf<'report-incident'> | Refusal> => {
  const { body, principal, now, ids } = request;
  const scope = scopeOf(principal);
  const district = { district: principal.district };
  const street = streetOf(request);
  if (typeof street !== 'string') return street;
  const [roster, units, history, business, missing] = await Promise.all([
    ports.dutyRosters.find(district, street),
    ports.units.all(district),
    ports.settings.history(district),
    body.businessId === undefined ? undefined : ports.businesses.find(district, body.businessId),
    photoFaults(ports, scope, body.photos),
  ]);
  const isKnown = body.businessId === undefined || business !== undefined;
  const faults = [...missing, ...(isKnown ? [] : [{ path: 'businessId', code: 'business-unknown' }])];
  if (faults.length > 0) return refuse('incident-refused', ...faults);
  const settings = settingsOn(history, localDate(now));
  const unitId = unitOnDuty(roster, street, units, now);
  const duty = { unitId, reach: reachOf(roster, unitId) };
  const incident = reported({ ...body, street }, principal, duty, settings, ids.next(), now);
  const stored = await ports.incidents.create(incident);
  const { incidentId, outbox } = incident;
  if (stored === 'conflict') return incidentView((await ports.incidents.find(district, incidentId)) ?? incident);
  if (outbox) {
    const alarm = { ...district, incidentId };
    await sendStored(() => ports.queues.watch(alarm, new Date(outbox.since), ports.clock.now()));
  }
  return incidentView(incident);
};
