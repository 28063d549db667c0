import { type PushChannel, preferredOrder } from '../../domain/notices/contacts.ts';
import { afterReport } from '../../domain/notices/delivery-report.ts';
import type { ChannelDelivery } from '../../domain/notices/notice-state.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { NoticeSender, OutgoingNotice } from '../ports/notice-ports.ts';
import type { Ports } from '../ports.ts';

type Needs = Pick<Ports, 'senders' | 'sentMessages' | 'clock'>;

export type Sending = {
  readonly visit: Visit;
  readonly notice: OutgoingNotice;
  /** What came of its channels so far. */
  readonly before: readonly ChannelDelivery[];
  /** Tries that a channel is given, as the district's settings say. */
  readonly channelAttempts: number;
};

/** What came of every channel so far, and the faults for which the sending has to be tried again. */
export type Delivered = { readonly deliveries: readonly ChannelDelivery[]; readonly faults: readonly unknown[] };
type Tried = { readonly delivery?: ChannelDelivery; readonly fault?: unknown };

class InTrouble extends Error {}

const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'fault');

const knownOf = ({ before }: Sending, channel: string): ChannelDelivery | undefined =>
  before.find((delivery) => delivery.channel === channel);

/** One try of one channel. A receiver in trouble is given `channelAttempts` tries; a fault of ours is no answer of its. */
const tryChannel = async (ports: Needs, sending: Sending, { channel, send }: NoticeSender): Promise<Tried> => {
  const at = ports.clock.now().toISOString();
  const attempts = (knownOf(sending, channel)?.attempts ?? 0) + 1;
  try {
    const answer = await send(sending.notice, sending.visit.contacts);
    if (!answer) return {};
    if (answer.status !== 'in-trouble') return { delivery: { channel, at, ...answer } };
    const { error } = answer;
    if (attempts >= sending.channelAttempts) return { delivery: { channel, at, status: 'failed', error } };
    return { delivery: { channel, at, status: 'retrying', attempts, error }, fault: new InTrouble(error) };
  } catch (fault) {
    return { delivery: { channel, at, status: 'retrying', attempts, error: wordsOf(fault) }, fault };
  }
};

const isSettled = (delivery: ChannelDelivery | undefined): delivery is ChannelDelivery =>
  delivery !== undefined && delivery.status !== 'retrying';

const faultsOf = (tried: readonly Tried[]): readonly unknown[] =>
  tried.flatMap(({ fault }) => (fault === undefined ? [] : [fault]));

/** Every channel at once: where one is at fault, the others are not to send again. */
const deliverByAll = async (ports: Needs, sending: Sending): Promise<Delivered> => {
  const left = ports.senders.filter(({ channel }) => !isSettled(knownOf(sending, channel)));
  const tried = await Promise.all(left.map((sender) => tryChannel(ports, sending, sender)));
  return {
    deliveries: [...sending.before.filter(isSettled), ...tried.flatMap(({ delivery }) => delivery ?? [])],
    faults: faultsOf(tried),
  };
};

/**
 * By the channels that the business named, one after the other until one takes the notice. One at fault is given
 * `channelAttempts` tries; then the next is not kept waiting. The last one is tried for as long as the queue does.
 */
const deliverInOrder = async (ports: Needs, sending: Sending, order: readonly PushChannel[]): Promise<Delivered> => {
  const deliveries: ChannelDelivery[] = sending.before.filter(isSettled);
  for (const [n, channel] of order.entries()) {
    const known = knownOf(sending, channel);
    if (isSettled(known)) {
      if (known.status === 'failed') continue;
      break;
    }
    const sender = ports.senders.find((one) => one.channel === channel);
    const at = ports.clock.now().toISOString();
    const noWay: ChannelDelivery = { channel, at, status: 'failed', error: sender ? 'no-address' : 'not-offered' };
    const tried: Tried = sender ? await tryChannel(ports, sending, sender) : {};
    const delivery = tried.delivery ?? noWay;
    const isLast = n === order.length - 1;
    if (delivery.status === 'retrying' && (isLast || (delivery.attempts ?? 0) < sending.channelAttempts)) {
      return { deliveries: [...deliveries, delivery], faults: [tried.fault] };
    }
    deliveries.push(delivery.status === 'retrying' ? { ...delivery, status: 'failed' } : delivery);
    if (delivery.status !== 'failed' && delivery.status !== 'retrying') break;
  }
  return { deliveries, faults: [] };
};

/** By every channel at once, or in the order that the business prefers, the portal beside it. */
const deliverAsPreferred = async (ports: Needs, sending: Sending): Promise<Delivered> => {
  const order = preferredOrder(sending.visit.contacts);
  if (!order) return deliverByAll(ports, sending);
  const isPortal = ({ channel }: { readonly channel: string }) => channel === 'portal';
  const portal = { ...ports, senders: ports.senders.filter(isPortal) };
  const shown = await deliverByAll(portal, { ...sending, before: sending.before.filter(isPortal) });
  const pushed = sending.before.filter((delivery) => !isPortal(delivery));
  const sent = await deliverInOrder(ports, { ...sending, before: pushed }, order);
  return {
    deliveries: [...shown.deliveries, ...sent.deliveries],
    faults: [...shown.faults, ...sent.faults],
  };
};

/**
 * An e-mail names its notice in a tag that its reports repeat; a text message cannot, so what the channel calls it is noted
 * apart, before its sending counts as done. Where that fails, the sending is tried again, and what was taken already is noted.
 * A report that was there before the note counts at once.
 */
const noteMessage = async (
  ports: Needs,
  { visit: { district, visitId }, notice: { version } }: Sending,
  delivery: ChannelDelivery,
): Promise<Tried & { readonly delivery: ChannelDelivery }> => {
  const { channel, status, messageId } = delivery;
  if (channel !== 'sms' || status !== 'sent' || messageId === undefined) return { delivery };
  try {
    const message = { messageId, district, visitId, version };
    return { delivery: afterReport(delivery, await ports.sentMessages.note(message, ports.clock.now())) };
  } catch (fault) {
    return { delivery, fault };
  }
};

/** Sends by every channel that has not taken this notice yet. */
export const deliverNotice = async (ports: Needs, sending: Sending): Promise<Delivered> => {
  const { deliveries, faults } = await deliverAsPreferred(ports, sending);
  const noted = await Promise.all(deliveries.map((delivery) => noteMessage(ports, sending, delivery)));
  return { deliveries: noted.map(({ delivery }) => delivery), faults: [...faults, ...faultsOf(noted)] };
};
