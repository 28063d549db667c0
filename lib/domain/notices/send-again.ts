import { isOver, type Visit } from '../visits/visit.ts';
import { preferredOrder } from './contacts.ts';
import type { Again, ChannelDelivery } from './notice-state.ts';
import { lastTold } from './told.ts';

/**
 * The visit with its notice to go out once more, as it stands: by the next channel (`fallback`), or by all as if for the
 * first time (`resend`). It is the same version: what a channel has already taken is not sent to it again by itself. A resend
 * begins with no channels, so what they had told till then is kept.
 */
export const makeDueAgain = (visit: Visit, kind: Again['kind'], at: string): Visit => {
  const { notice } = visit;
  const told = kind === 'resend' && notice.readAt === undefined ? lastTold(visit) : undefined;
  return {
    ...visit,
    notice: {
      ...notice,
      again: { kind, at },
      sendings: (notice.sendings ?? 0) + 1,
      ...(kind === 'resend' ? { resends: (notice.resends ?? 0) + 1, channels: [], ...(told && { told }) } : {}),
    },
    outbox: visit.outbox ?? { task: 'send-notice', since: at },
  };
};

/** Whether a notice is to go out, for the first time or once more. */
export const hasNoticeToSend = ({ notice }: Pick<Visit, 'notice'>): boolean =>
  notice.status === 'due' || notice.again !== undefined;

/** What names one sending of a notice to its receivers: visit and version, and which resend where somebody asked for it. */
export const noticeKey = ({ visitId, notice }: Pick<Visit, 'visitId' | 'notice'>): string =>
  `${visitId}:${notice.version}${notice.resends ? `:resend-${notice.resends}` : ''}`;

/** Of what came of each channel, the state of the notice: `failed` only where everything that was pushed did. */
export const statusOf = (deliveries: readonly ChannelDelivery[]): 'sent' | 'delivered' | 'failed' => {
  const pushed = deliveries.filter(({ channel }) => channel !== 'portal');
  if (pushed.some(({ status }) => status === 'delivered')) return 'delivered';
  return pushed.length > 0 && pushed.every(({ status }) => status === 'failed') ? 'failed' : 'sent';
};

/**
 * Whether a notice that its channel did not take after all may go by the next one that its business named: not once it was
 * read, nor while it is going out anyway, nor when the visit is over.
 */
export const mayFallBack = ({ contacts, notice, outbox, status }: Visit): boolean => {
  if (notice.status === 'due' || notice.readAt !== undefined || notice.again || isOver(status)) return false;
  if (outbox && outbox.task !== 'send-notice') return false;
  const tried = new Set<string>(notice.channels.map(({ channel }) => channel));
  return preferredOrder(contacts)?.some((channel) => !tried.has(channel)) ?? false;
};

/** What this sending came to, with what reports said meanwhile of the same messages: `sent` is what was known before any. */
export const withReports = (
  standing: readonly ChannelDelivery[],
  taken: readonly ChannelDelivery[],
): readonly ChannelDelivery[] =>
  taken.map((delivery) => {
    const isReported = ({ messageId, status }: ChannelDelivery) =>
      messageId === delivery.messageId && status !== 'sent';
    return (delivery.messageId !== undefined && standing.find(isReported)) || delivery;
  });
