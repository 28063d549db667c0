import { type Refusal, refuse } from '../refusal.ts';
import { type Incident, type IncidentAlert, isHandled, nextIncident } from './incident.ts';

/** Who changes an incident, and when. */
export type IncidentStep = { readonly at: string; readonly by: string };

const stateConflict = ({ status }: Incident): Refusal =>
  refuse('state-conflict', { path: 'status', code: 'status', values: { status } });

/** `open | dispatched | acknowledged → dispatched`, by a coordinator: another unit takes it over. A first answer that was given stands. */
export const dispatchTo = (incident: Incident, unitId: string, reason: string, { at, by }: IncidentStep) =>
  isHandled(incident)
    ? stateConflict(incident)
    : nextIncident(
        incident,
        { status: 'dispatched', unitId, dispatchedAt: at },
        { at, by, action: 'incident-dispatched', reason: `${unitId}: ${reason}` },
      );

/** `open | dispatched → acknowledged`: the first answer. Undefined where it was given already. */
export const acknowledge = (
  incident: Incident,
  words: string | undefined,
  { at, by }: IncidentStep,
): Incident | Refusal | undefined => {
  if (isHandled(incident)) return stateConflict(incident);
  if (incident.status === 'acknowledged') return undefined;
  const entry = { at, by, action: 'incident-acknowledged', ...(words === undefined ? {} : { reason: words }) };
  return nextIncident(incident, { status: 'acknowledged', acknowledgedAt: incident.acknowledgedAt ?? at }, entry);
};

/** `open | dispatched | acknowledged → resolved`: both clocks stop. */
export const resolve = (
  incident: Incident,
  resolution: NonNullable<Incident['resolution']>,
  { at, by }: IncidentStep,
): Incident | Refusal =>
  isHandled(incident)
    ? stateConflict(incident)
    : nextIncident(
        incident,
        { status: 'resolved', handledAt: at, acknowledgedAt: incident.acknowledgedAt ?? at, resolution },
        { at, by, action: 'incident-resolved', reason: resolution.words },
      );

/** Names the order before it is given: whoever orders after a break, or at the same time, gives the same one. */
export const reserveOrder = (incident: Incident, urgent: NonNullable<Incident['urgent']>): Incident | Refusal =>
  isHandled(incident) ? stateConflict(incident) : nextIncident(incident, { urgent });

/** `open | dispatched | acknowledged → turned-urgent`: the order that was reserved has been given. */
export const turnUrgent = (incident: Incident, { at, by }: IncidentStep): Incident | Refusal =>
  isHandled(incident) || !incident.urgent
    ? stateConflict(incident)
    : nextIncident(
        incident,
        { status: 'turned-urgent', handledAt: at, acknowledgedAt: incident.acknowledgedAt ?? at },
        { at, by, action: 'incident-turned-urgent', commandId: incident.urgent.commandId },
      );

/** The incident with an alert that has come due on record. */
export const raiseAlert = (incident: Incident, alert: Omit<IncidentAlert, 'at'>, at: string): Incident =>
  nextIncident(
    incident,
    { alerts: [...incident.alerts, { ...alert, at }] },
    { at, by: 'system', action: `incident-${alert.clock}-${alert.kind}` },
  );
