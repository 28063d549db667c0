import { acknowledge } from '../../domain/incidents/handle-incident.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeIncident } from './change-incident.ts';
import { incidentView } from './incident-view.ts';

/** The first answer, by the unit that it was dispatched to or a coordinator: the first clock stops. */
export const acknowledgeIncident = async (
  ports: Pick<Ports, 'incidents'>,
  request: RequestOf<'acknowledge-incident'>,
): Promise<ViewOf<'acknowledge-incident'> | Refusal> => {
  const { words } = request.body;
  const changed = await changeIncident(ports, request, (incident, step) => acknowledge(incident, words, step));
  return isRefusal(changed) ? changed : incidentView(changed);
};
