import { reachOf } from '../../domain/incidents/duty-roster.ts';
import { dispatchTo } from '../../domain/incidents/handle-incident.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { sendStored } from '../send-stored.ts';
import { changeIncident } from './change-incident.ts';
import { incidentView } from './incident-view.ts';

/** A coordinator gives an incident to a unit that may serve its street, with the reason; the unit is told at once. */
export const dispatchIncident = async (
  ports: Pick<Ports, 'incidents' | 'units' | 'dutyRosters' | 'queues'>,
  request: RequestOf<'dispatch-incident'>,
): Promise<ViewOf<'dispatch-incident'> | Refusal> => {
  const { body, params, principal, now } = request;
  const district = { district: principal.district };
  const [units, rosters] = await Promise.all([ports.units.all(district), ports.dutyRosters.all(district)]);
  const unit = units.find(({ unitId }) => unitId === body.unitId);
  const changed = await changeIncident(ports, request, (incident, step) => {
    const mayServe = unit !== undefined && (unit.street === null || unit.street === incident.street);
    if (!mayServe) return refuse('incident-refused', { path: 'unitId', code: 'unit-not-of-street' });
    const roster = rosters.find(({ street }) => street === incident.street);
    const to = { unitId: body.unitId, contacts: reachOf(roster, body.unitId).unit };
    return dispatchTo(incident, to, body.reason, step);
  });
  if (isRefusal(changed)) return changed;
  const alarm = { ...district, incidentId: params.incidentId };
  await sendStored(() => ports.queues.watch(alarm, now, now));
  return incidentView(changed);
};
