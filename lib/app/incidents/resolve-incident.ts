import { resolve } from '../../domain/incidents/handle-incident.ts';
import { scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { photoFaults } from '../field/photo-faults.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeIncident } from './change-incident.ts';
import { incidentView } from './incident-view.ts';

/** What was done about it, with photos that lie in the store: both clocks stop. */
export const resolveIncident = async (
  ports: Pick<Ports, 'incidents' | 'files'>,
  request: RequestOf<'resolve-incident'>,
): Promise<ViewOf<'resolve-incident'> | Refusal> => {
  const { words, photos } = request.body;
  const faults = await photoFaults(ports, scopeOf(request.principal), photos);
  if (faults.length > 0) return refuse('incident-refused', ...faults);
  const changed = await changeIncident(ports, request, (incident, step) => resolve(incident, { words, photos }, step));
  return isRefusal(changed) ? changed : incidentView(changed);
};
