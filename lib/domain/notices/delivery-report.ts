import type { Visit } from '../visits/visit.ts';
import type { ChannelDelivery } from './notice-state.ts';
import { hasNoticeToSend, makeDueAgain, mayFallBack, statusOf } from './send-again.ts';

/** What a channel says later of a message that it took. */
export type DeliveryReport = {
  readonly messageId: string;
  /** The notice that the message itself named; a text message can name none. */
  readonly of?: { readonly district: string; readonly visitId: string; readonly version: number };
  readonly outcome: 'delivered' | 'failed' | 'complained';
  /** False for a failure that may be no more than an answering machine: it does not undo a delivery. */
  readonly isFinal: boolean;
  readonly at: string;
  readonly error?: string;
};

/** The delivery after a report; undefined where that says nothing new. What is delivered may still come back, what failed stays so. */
const reported = (delivery: ChannelDelivery, report: DeliveryReport): ChannelDelivery | undefined => {
  const { outcome, isFinal, at, error } = report;
  if (delivery.status === 'failed') return undefined;
  const arrived = delivery.status === 'delivered';
  if (outcome === 'failed') return arrived && !isFinal ? undefined : { ...delivery, status: 'failed', at, error };
  if (outcome === 'complained') {
    return delivery.error === error ? undefined : { ...delivery, status: 'delivered', at, error };
  }
  return arrived ? undefined : { ...delivery, status: 'delivered', at };
};

/** The delivery as a report has it that came before its message was on record. */
export const afterReport = (delivery: ChannelDelivery, report: DeliveryReport | undefined): ChannelDelivery =>
  (report && reported(delivery, report)) ?? delivery;

const withReport = (deliveries: readonly ChannelDelivery[], report: DeliveryReport) => {
  const at = deliveries.findIndex(({ messageId }) => messageId === report.messageId);
  const next = deliveries[at] && reported(deliveries[at], report);
  return { known: at >= 0, next: next && deliveries.with(at, next) };
};

const wordsOf: Record<DeliveryReport['outcome'], string> = {
  delivered: 'delivered',
  failed: 'bounced',
  complained: 'marked-as-spam',
};

const noticeAfter = (visit: Visit, channels: readonly ChannelDelivery[], at: string): Visit => {
  const status = statusOf(channels);
  const { notice } = visit;
  const keeps = notice.status === 'due' || notice.status === 'read' || notice.again !== undefined;
  const after: Visit = { ...visit, notice: { ...notice, channels, status: keeps ? notice.status : status } };
  return status === 'failed' && mayFallBack(after) ? makeDueAgain(after, 'fallback', at) : after;
};

const isUnderWay = (visit: Visit): boolean => hasNoticeToSend(visit) || visit.reminder?.status === 'due';

/**
 * The visit after a report on one of its messages. `early` where the message is of a notice that is still going out, so
 * that its name is not on record yet; undefined where the report says nothing new, or is about an older version or
 * sending: what the current one came to is not touched by it.
 */
export const recordReport = (
  visit: Visit,
  version: number,
  report: DeliveryReport,
  now: Date,
): Visit | 'early' | undefined => {
  const at = now.toISOString();
  const { notice, reminder } = visit;
  const ofNotice = withReport(notice.channels, report);
  const ofReminder = withReport(reminder?.channels ?? [], report);
  const named = [...notice.channels, ...(reminder?.channels ?? [])].find(
    ({ messageId }) => messageId === report.messageId,
  );
  if (!named) return isUnderWay(visit) && version === notice.version ? 'early' : undefined;
  const entry = {
    at,
    by: 'system',
    action: `${ofNotice.known ? 'notice' : 'reminder'}-${wordsOf[report.outcome]}`,
    reason: `${named.channel}${report.error ? `: ${report.error}` : ''}`,
  };
  const kept = { history: [...visit.history, entry], version: visit.version + 1 };
  if (ofNotice.next) return { ...noticeAfter(visit, ofNotice.next, at), ...kept };
  if (!ofReminder.next || !reminder) return undefined;
  const failed = statusOf(ofReminder.next) === 'failed' && reminder.status === 'sent';
  return {
    ...visit,
    ...kept,
    reminder: { ...reminder, channels: ofReminder.next, ...(failed && { status: 'failed' }) },
  };
};
