import type { Contacts } from '../notices/contacts.ts';
import type { ChannelDelivery } from '../notices/notice-state.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Incident, type IncidentAlert, isHandled, nextAlert, nextIncident, ringsAt } from './incident.ts';
import { inHand, mootTellings, newTellings, nextTellingAt, type Telling, toldTelling } from './telling.ts';

/** Who changes an incident, and when. */
export type IncidentStep = { readonly at: string; readonly by: string };

const stateConflict = ({ status }: Incident): Refusal =>
  refuse('state-conflict', { path: 'status', code: 'status', values: { status } });

const answered = ({ tellings }: Incident) => (tellings ? { tellings: mootTellings(tellings) } : {});

/** `open | dispatched | acknowledged → dispatched`, by a coordinator: another unit takes it over and is told. A first answer that was given stands. */
export const dispatchTo = (
  incident: Incident,
  { unitId, contacts }: { readonly unitId: string; readonly contacts?: Contacts },
  reason: string,
  { at, by }: IncidentStep,
): Incident | Refusal => {
  if (isHandled(incident)) return stateConflict(incident);
  const { unit: _, ...others } = incident.reach ?? {};
  const reach = { ...others, ...(contacts ? { unit: contacts } : {}) };
  const tellings = [...mootTellings(incident.tellings), ...newTellings('dispatched', reach, at)];
  return nextIncident(
    incident,
    { status: 'dispatched', unitId, dispatchedAt: at, reach, ...(tellings.length > 0 ? { tellings } : {}) },
    { at, by, action: 'incident-dispatched', reason: `${unitId}: ${reason}` },
  );
};

/** `open | dispatched → acknowledged`: the first answer. Undefined where it was given already. */
export const acknowledge = (
  incident: Incident,
  words: string | undefined,
  { at, by }: IncidentStep,
): Incident | Refusal | undefined => {
  if (isHandled(incident)) return stateConflict(incident);
  if (incident.status === 'acknowledged') return undefined;
  const entry = { at, by, action: 'incident-acknowledged', ...(words === undefined ? {} : { reason: words }) };
  return nextIncident(
    incident,
    { ...answered(incident), status: 'acknowledged', acknowledgedAt: incident.acknowledgedAt ?? at },
    entry,
  );
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
        {
          ...answered(incident),
          status: 'resolved',
          handledAt: at,
          acknowledgedAt: incident.acknowledgedAt ?? at,
          resolution,
        },
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
        {
          ...answered(incident),
          status: 'turned-urgent',
          handledAt: at,
          acknowledgedAt: incident.acknowledgedAt ?? at,
        },
        { at, by, action: 'incident-turned-urgent', commandId: incident.urgent.commandId },
      );

/** The incident with an alert that has come due on record, and with whom it concerns about to be told by whoever raised it. */
export const raiseAlert = (incident: Incident, alert: Omit<IncidentAlert, 'at'>, at: string, hand = ''): Incident => {
  const { tellings = [], reach } = incident;
  // After a standstill nobody is told that a clock is about to end which has ended.
  const isPast = alert.kind === 'warning' && at >= incident.clocks[alert.clock].dueAt;
  const told = [...tellings, ...(isPast ? [] : newTellings(`${alert.clock}-${alert.kind}`, reach, at))];
  return nextIncident(
    incident,
    {
      alerts: [...incident.alerts, { ...alert, at }],
      ...(told.length > 0 ? { tellings: inHand(told, hand, at) } : {}),
    },
    { at, by: 'system', action: `incident-${alert.clock}-${alert.kind}` },
  );
};

/** What is due about an incident: its next alert on record, or what is to be said taken in hand. Undefined where nothing is. */
export const dueChange = (incident: Incident, hand: string, now: Date): Incident | undefined => {
  const at = now.toISOString();
  const alert = nextAlert(incident);
  if (alert && ringsAt(alert, incident.incidentId) <= now.getTime()) return raiseAlert(incident, alert, at, hand);
  const { tellings = [] } = incident;
  const since = nextTellingAt(tellings);
  return since !== undefined && since <= at
    ? nextIncident(incident, { tellings: inHand(tellings, hand, at) })
    : undefined;
};

const wordsOf = ({ about, to, status, channels }: Telling): string =>
  `${about} → ${to}: ${channels.map((one) => `${one.channel} ${one.status}`).join(', ') || 'not-offered'} (${status})`;

/** What came of the tellings at some places is on record: who was told what by which channel, never at which address. */
export const recordTold = (
  incident: Incident,
  outcomes: ReadonlyMap<number, readonly ChannelDelivery[]>,
  mostAttempts: number,
  at: string,
): Incident => {
  const told = (incident.tellings ?? []).map((telling, n) => {
    const channels = outcomes.get(n);
    return channels ? toldTelling(telling, channels, at, mostAttempts) : telling;
  });
  const reason = told
    .filter((_, n) => outcomes.has(n))
    .map(wordsOf)
    .join('；');
  return nextIncident(incident, { tellings: told }, { at, by: 'system', action: 'incident-told', reason });
};
