import { dispatchTo } from '../../domain/incidents/handle-incident.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeIncident } from './change-incident.ts';
import { incidentView } from './incident-view.ts';

/** A coordinator gives an incident to a unit that may serve its street, with the reason. */
export const dispatchIncident = async (
  ports: Pick<Ports, 'incidents' | 'units'>,
  request: RequestOf<'dispatch-incident'>,
): Promise<ViewOf<'dispatch-incident'> | Refusal> => {
  const { body, principal } = request;
  const units = await ports.units.all({ district: principal.district });
  const unit = units.find(({ unitId }) => unitId === body.unitId);
  const changed = await changeIncident(ports, request, (incident, step) => {
    const mayServe = unit !== undefined && (unit.street === null || unit.street === incident.street);
    return mayServe
      ? dispatchTo(incident, body.unitId, body.reason, step)
      : refuse('incident-refused', { path: 'unitId', code: 'unit-not-of-street' });
  });
  return isRefusal(changed) ? changed : incidentView(changed);
};
