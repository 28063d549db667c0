import type { NoticeSender, OutgoingNotice } from '../../lib/app/ports/notice-ports.ts';
import type { DeliveryReport } from '../../lib/domain/notices/delivery-report.ts';
import type { Visit } from '../../lib/domain/visits/visit.ts';
import type { Random } from '../../lib/planner/random.ts';
import { type Bug, keyUnder, messageIdUnder } from './planted-bugs.ts';

type PushedBy = 'email' | 'sms';
type Heard = Pick<OutgoingNotice, 'visitId' | 'version' | 'url' | 'key' | 'text'>;

export type Arrival = Pick<OutgoingNotice, 'visitId' | 'version' | 'url'> & {
  readonly channel: PushedBy | 'webhook';
  readonly isReminder: boolean;
  /** Which resend of its version it was, 0 for none. */
  readonly resend: number;
  /** Day, start and kind as the text said them. */
  readonly said: string;
  /** Whether the business might know of the visit when this arrived. */
  readonly allowed: boolean;
};

/** What a notice of this version of a visit has to say. */
export const truthOf = ({ day, start, notice }: Pick<Visit, 'day' | 'start' | 'notice'>): string =>
  `${day} ${start} ${notice.kind === 'cancelled' ? 'off' : 'on'}`;

const saidIn = ({ text }: Heard): string => {
  const when = /^检查时间：(\S+) (\d\d:\d\d)/m.exec(text);
  return `${when?.[1]} ${when?.[2]} ${text.includes('检查取消通知书') ? 'off' : 'on'}`;
};

const troubleShare = 0.2;
const bounceShare: Record<PushedBy, number> = { email: 0.25, sms: 0.05 };

export type ReceiverOptions = {
  readonly bug: Bug | undefined;
  readonly random: Random;
  readonly isKnown: (visitId: string) => boolean;
  /** What the channels tell later, of every message that they took. */
  readonly report: (report: DeliveryReport) => void;
  readonly now: () => Date;
};

/**
 * A receiver that sees each key once by each channel, in the order of arrival: what the business has read in the end. Some
 * of what a channel takes comes back, every time that it is sent, and the channel says so at any later moment. A webhook's
 * server is in trouble now and then.
 */
export const aReceiver = ({ bug, random, isKnown, report, now }: ReceiverOptions) => {
  const fates = new Map<string, 'delivered' | 'failed'>();
  const arrivals: Arrival[] = [];
  let count = 0;
  const hear = (channel: Arrival['channel'], notice: Heard): void => {
    const { visitId, version, url } = notice;
    const isReminder = notice.key.endsWith(':reminder');
    const resend = Number(/:resend-(\d+)/.exec(notice.key)?.[1] ?? 0);
    arrivals.push({
      visitId,
      version,
      url,
      channel,
      isReminder,
      resend,
      said: saidIn(notice),
      allowed: isKnown(visitId),
    });
  };
  const senderOf = (channel: PushedBy): NoticeSender => ({
    channel,
    async send(notice) {
      const { visitId, version } = notice;
      const name = `${channel} ${keyUnder(bug, notice)}`;
      const isNew = !fates.has(name);
      const outcome = fates.get(name) ?? (random.next() < bounceShare[channel] ? 'failed' : 'delivered');
      fates.set(name, outcome);
      if (isNew && outcome === 'delivered') hear(channel, notice);
      count += 1;
      const messageId = messageIdUnder(bug, channel, visitId, count);
      const { district } = notice;
      report({
        messageId,
        ...(channel === 'email' ? { of: { district, visitId, version } } : {}),
        outcome,
        isFinal: true,
        at: now().toISOString(),
        ...(outcome === 'failed' ? { error: 'Permanent' } : {}),
      });
      return { status: 'sent', messageId };
    },
  });
  const webhook: NoticeSender = {
    channel: 'webhook',
    async send(notice, contacts) {
      if (!contacts.webhook) return undefined;
      if (random.next() < troubleShare) return { status: 'in-trouble', error: 'answered 503' };
      const name = `webhook ${keyUnder(bug, notice)}`;
      if (!fates.has(name)) hear('webhook', notice);
      fates.set(name, 'delivered');
      return { status: 'delivered' };
    },
  };
  return {
    senders: [senderOf('email'), senderOf('sms'), webhook],
    arrivals,
    /** Whether what was pushed under this key came back, by each of these channels. */
    cameBack: (key: string, ...channels: readonly PushedBy[]): boolean =>
      channels.every((channel) => fates.get(`${channel} ${key}`) === 'failed'),
  };
};
