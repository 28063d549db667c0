import { type DeliveryReport, recordReport } from '../../domain/notices/delivery-report.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { sendStored } from '../send-stored.ts';

type Needs = Pick<Ports, 'visits' | 'sentMessages' | 'queues' | 'clock'>;

/**
 * The notice that a report is about: what the message named or was noted with. A report of a message that nobody noted is
 * kept for whoever does; most such are none of ours, for other senders of the account are reported on as well.
 */
const noticeOf = async (ports: Needs, report: DeliveryReport) =>
  report.of ??
  (await ports.sentMessages.find(report.messageId)) ??
  (await ports.sentMessages.keepReport(report, ports.clock.now()));

class NotOnRecordYet extends Error {}

/**
 * Records what a channel says of a message that it took: find the visit, decide on it as it stands, write; again after a lost
 * race. Where its channel failed after all and the business named a next one, the notice is due by that. A report that comes
 * before its sending is on record is a fault, to be tried again; one that is repeated or of an older version changes nothing.
 * Answers what became of it.
 */
export const recordDelivery = async (
  ports: Needs,
  report: DeliveryReport,
): Promise<'recorded' | 'nothing-new' | 'kept'> => {
  const message = await noticeOf(ports, report);
  if (!message) return 'kept';
  const done = await decideAgain(async () => {
    const visit = await ports.visits.find({ district: message.district }, message.visitId);
    const next = visit && recordReport(visit, message.version, report, ports.clock.now());
    if (next === 'early') throw new NotOnRecordYet(`message ${report.messageId} is not on record yet`); // its sender is still at work; should it have died, another one records it
    if (next === undefined) return { outcome: 'nothing-new' as const };
    if ((await ports.visits.change(next)) === 'conflict') return 'conflict';
    const { district, visitId, businessId, notice } = next;
    if (notice.again) {
      const due = { district, visitId, version: notice.version, sending: notice.sendings };
      await sendStored(() => ports.queues.notify(due, businessId));
    }
    return { outcome: 'recorded' as const };
  });
  if (isRefusal(done)) throw new Error(`visit ${message.visitId} changes faster than a report can be recorded`);
  return done.outcome;
};
