import { settingsOn } from '../../domain/catalogue/settings.ts';
import { recordTold } from '../../domain/incidents/handle-incident.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import type { Telling } from '../../domain/incidents/telling.ts';
import { tellingText } from '../../domain/incidents/telling-text.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Contacts } from '../../domain/notices/contacts.ts';
import type { ChannelDelivery } from '../../domain/notices/notice-state.ts';
import { isTaken } from '../../domain/notices/told.ts';
import type { MessageSender, OutgoingMessage } from '../ports/notice-ports.ts';
import type { Ports } from '../ports.ts';

export type TellPorts = Pick<Ports, 'incidents' | 'settings' | 'clock'> & {
  readonly senders: readonly MessageSender[];
  readonly baseUrl: string;
};

const asHtml = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').trim().replaceAll('\n', '<br>')}</p>`;

const compose = (baseUrl: string, incident: Incident, { about, to }: Telling, place: number): OutgoingMessage => {
  const { district, incidentId, version } = incident;
  const url = `${baseUrl}/#/incidents/${incidentId}`;
  const words = tellingText(incident, about, url);
  const key = `incident:${incidentId}:${place}:${about}:${to}`;
  return { ...words, key, district, incidentId, version, html: asHtml(words.text), url };
};

/** One channel's try; one that is at fault is tried again later, and holds up no other. */
const tryChannel = async (
  { channel, send }: MessageSender,
  notice: OutgoingMessage,
  contacts: Contacts,
  at: string,
): Promise<readonly ChannelDelivery[]> => {
  const fault = (cause: unknown) =>
    ({ status: 'retrying', error: cause instanceof Error ? cause.name : 'fault' }) as const;
  const answer = await send(notice, contacts).catch(fault);
  if (answer?.status === 'in-trouble') return [{ channel, at, status: 'retrying', error: answer.error }];
  return answer ? [{ channel, at, ...answer }] : [];
};

/**
 * Tells what was taken in hand: sends by every channel with an address that has not taken it yet, and stores what came of it. Cut
 * off between, it is said again a minute later under the same key. Answers the incident as it then stands.
 */
export const tellOnDuty = async (
  ports: TellPorts,
  incident: Incident,
  places: readonly number[],
): Promise<Incident | undefined> => {
  const at = ports.clock.now().toISOString();
  const outcomes = new Map<number, readonly ChannelDelivery[]>();
  const tell = async (place: number): Promise<void> => {
    const telling = incident.tellings?.[place];
    const contacts = telling && incident.reach?.[telling.to];
    if (!telling) return;
    const taken = telling.channels.filter(isTaken);
    const left = ports.senders.filter(({ channel }) => !taken.some((one) => one.channel === channel));
    const notice = compose(ports.baseUrl, incident, telling, place);
    const tried = contacts ? await Promise.all(left.map((sender) => tryChannel(sender, notice, contacts, at))) : [];
    outcomes.set(place, [...taken, ...tried.flat()]);
  };
  await Promise.all(places.map(tell));
  const history = await ports.settings.history({ district: incident.district });
  const { channelAttempts } = settingsOn(history, localDate(new Date(at)));
  for (let standing: Incident | undefined = incident; standing; ) {
    const next = recordTold(standing, outcomes, channelAttempts, at);
    if ((await ports.incidents.change(next)) === 'stored') return next;
    standing = await ports.incidents.find({ district: incident.district }, incident.incidentId);
  }
  return undefined;
};
