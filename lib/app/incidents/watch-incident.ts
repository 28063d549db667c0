import type { IncidentMessage } from '../../contract/messages.ts';
import { dueChange, raiseAlert } from '../../domain/incidents/handle-incident.ts';
import { type Incident, type IncidentAlert, nextAlert, nextMoment, ringsAt } from '../../domain/incidents/incident.ts';
import { takenInHand } from '../../domain/incidents/telling.ts';
import type { Ports } from '../ports.ts';
import { sendStored } from '../send-stored.ts';
import { type TellPorts, tellOnDuty } from './tell-on-duty.ts';

/** Longer than queues are early: what comes sooner than that is sent on. */
const waitAtMostMs = 6_000;

/** What became of one look: an alert raised, or none due. */
export type Watched = { readonly raised: readonly (IncidentAlert & { readonly street: string })[] };

const ringing = (incident: Incident, moment: string): number => {
  const alert = nextAlert(incident);
  return alert?.dueAt === moment ? ringsAt(alert, incident.incidentId) : Date.parse(moment);
};

/** The alert after the one that is about to be raised. */
const alertAfter = (incident: Incident): string | undefined => {
  const alert = nextAlert(incident);
  return alert && nextAlert(raiseAlert(incident, alert, alert.dueAt))?.dueAt;
};

/**
 * An alarm is about to ring: read the incident and set the alarm after this one, wait, raise what comes due, tell whom it
 * concerns. At the moment itself one write is left to do, on the version that was read: were it answered while this waited, the
 * write does not take effect. A message that comes far too early is sent on; one that comes twice finds the alert raised; one
 * for an incident that is handled ends here. An alarm that could not be set is seen to by the sweep.
 */
export const watchIncident = async (
  ports: Pick<Ports, 'queues' | 'pause' | 'ids'> & TellPorts,
  { district, incidentId }: IncidentMessage,
): Promise<Watched> => {
  const raised: Watched['raised'][number][] = [];
  const read = () => ports.incidents.find({ district }, incidentId);
  const hand = ports.ids.next();
  const set = new Set<string>();
  const setAlarm = async (at: string | undefined): Promise<void> => {
    if (at === undefined || set.has(at)) return;
    set.add(at);
    await sendStored(() => ports.queues.watch({ district, incidentId }, new Date(at), ports.clock.now()));
  };
  const see = async (incident: Incident, next: Incident): Promise<Incident | undefined> => {
    if ((await ports.incidents.change(next)) !== 'stored') return read(); // somebody answered, or another message was first
    const { street } = next;
    raised.push(...next.alerts.slice(incident.alerts.length).map((alert) => ({ ...alert, street })));
    const places = takenInHand(incident.tellings, next.tellings);
    return places.length > 0 ? tellOnDuty(ports, next, places) : next;
  };
  for (let incident = await read(); incident; ) {
    const next = dueChange(incident, hand, ports.clock.now());
    if (next) {
      incident = await see(incident, next);
      continue;
    }
    const moment = nextMoment(incident);
    const waitMs = moment === undefined ? 0 : ringing(incident, moment) - ports.clock.now().getTime();
    if (moment === undefined || waitMs > waitAtMostMs) {
      await setAlarm(moment);
      return { raised };
    }
    await setAlarm(alertAfter(incident));
    await ports.pause(Math.max(0, waitMs));
  }
  return { raised };
};
