import type { IncidentMessage } from '../../contract/messages.ts';
import { raiseAlert } from '../../domain/incidents/handle-incident.ts';
import { type IncidentAlert, nextAlert } from '../../domain/incidents/incident.ts';
import type { Ports } from '../ports.ts';

const waitAtMostMs = 2_000; // queues count delays in whole seconds, so messages come a little early

/** What became of one look: an alert raised, or none due. */
export type Watched = { readonly raised: readonly (IncidentAlert & { readonly street: string })[] };

/**
 * An alarm rings: read the incident, raise what has come due, set the alarm for what comes next. A message that comes early is
 * sent on; one that comes twice finds the alert raised; one for an incident that is handled ends here.
 */
export const watchIncident = async (
  ports: Pick<Ports, 'incidents' | 'queues' | 'clock' | 'pause'>,
  { district, incidentId }: IncidentMessage,
): Promise<Watched> => {
  const raised: Watched['raised'][number][] = [];
  const read = () => ports.incidents.find({ district }, incidentId);
  for (let incident = await read(); ; ) {
    const alert = incident && nextAlert(incident);
    if (!incident || !alert) return { raised };
    const now = ports.clock.now();
    const waitMs = Date.parse(alert.dueAt) - now.getTime();
    if (waitMs > waitAtMostMs) {
      await ports.queues.watch({ district, incidentId }, new Date(alert.dueAt), now);
      return { raised };
    }
    if (waitMs > 0) {
      await ports.pause(waitMs);
      incident = await read(); // somebody may have answered in the meantime
      continue;
    }
    const next = raiseAlert(incident, alert, now.toISOString());
    const isStored = (await ports.incidents.change(next)) === 'stored';
    if (isStored) raised.push({ ...alert, at: now.toISOString(), street: incident.street });
    incident = isStored ? next : await read();
  }
};
