import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchIncident } from './change-incident.ts';
import { incidentWithPhotos } from './incident-view.ts';

/** One incident with its photos, within the reader's scope. */
export const getIncident = async (
  ports: Pick<Ports, 'incidents' | 'files'>,
  { params, principal, now }: RequestOf<'get-incident'>,
): Promise<ViewOf<'get-incident'> | Refusal> => {
  const incident = await ports.incidents.find(scopeOf(principal), params.incidentId);
  return incident ? incidentWithPhotos(ports, incident, now) : noSuchIncident;
};
