import { reserveOrder, turnUrgent } from '../../domain/incidents/handle-incident.ts';
import { isHandled } from '../../domain/incidents/incident.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ids } from '../ports/clock-and-ids.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { insertUrgent } from '../schedule/insert-urgent.ts';
import { changeIncident } from './change-incident.ts';
import { incidentView } from './incident-view.ts';

const inOrder = (...ids: readonly string[]): Ids => {
  const left = [...ids];
  return {
    next: () => {
      const id = left.shift();
      if (id === undefined) throw new Error('an urgent request takes two ids');
      return id;
    },
  };
};

/**
 * An incident becomes an urgent request: name the order on the incident, give it, close the incident with it. Cut off anywhere,
 * and given again by anyone, it is the same order; one that a rule refuses leaves the incident open, its clocks running.
 */
export const turnIncidentUrgent = async (
  ports: Pick<Ports, 'incidents' | 'items' | 'businesses' | 'calendars' | 'commands' | 'queues'>,
  request: RequestOf<'turn-incident-urgent'>,
): Promise<ViewOf<'turn-incident-urgent'> | Refusal> => {
  const { ids, body } = request;
  const fresh = { commandId: ids.next(), planId: ids.next() };
  const reserved = await changeIncident(ports, request, (incident) =>
    incident.urgent && !isHandled(incident) ? undefined : reserveOrder(incident, fresh),
  );
  if (isRefusal(reserved)) return reserved;
  const { urgent = fresh, place, words, incidentId } = reserved;
  const businessId = body.businessId ?? reserved.businessId;
  if (businessId === undefined) return refuse('incident-refused', { path: 'businessId', code: 'required' });
  const reason = `网格上报 ${incidentId}：${words ?? place}`.slice(0, 2000);
  const order = { ...request, params: undefined, body: { ...body, businessId, reason } };
  const ordered = await insertUrgent(ports, { ...order, ids: inOrder(urgent.commandId, urgent.planId) });
  if (isRefusal(ordered)) return ordered;
  const { ifMatch: _, ...again } = request;
  const turned = await changeIncident(ports, again, turnUrgent);
  return isRefusal(turned) ? turned : { ...ordered, incident: incidentView(turned) };
};
