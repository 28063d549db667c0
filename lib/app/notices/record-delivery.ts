import { type DeliveryReport, recordReport } from '../../domain/notices/delivery-report.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { sendStored } from '../send-stored.ts';

type Needs = Pick<Ports, 'visits' | 'sentMessages' | 'queues' | 'clock'>;

/** Tries after which a message that nobody noted is none of ours: other senders of the account are reported on as well. */
const patience = 3;

class NotOnRecordYet extends Error {}

/**
 * Records what a channel says of a message that it took: find the visit that the message names or was noted with, decide on the visit as it
 * stands, write; again after a lost race. Where its channel failed after all and the business named a next one, the
 * notice is due by that. A report that comes before its message is on record is a fault, to be tried again. One that is repeated, of an older version, or of a message that nobody sent changes nothing;
 * `attempt` counts the tries of this report from 1. Answers what became of it.
 */
export const recordDelivery = async (
  ports: Needs,
  report: DeliveryReport,
  attempt: number,
): Promise<'recorded' | 'nothing-new' | 'unknown-message'> => {
  const notYet = new NotOnRecordYet(`message ${report.messageId} is not on record yet`);
  const message = report.of ?? (await ports.sentMessages.find(report.messageId));
  if (!message && attempt < patience) throw notYet;
  if (!message) return 'unknown-message';
  const done = await decideAgain(async () => {
    const visit = await ports.visits.find({ district: message.district }, message.visitId);
    const next = visit && recordReport(visit, message.version, report, ports.clock.now());
    if (next === 'early') throw notYet; // its sender is still at work; should it have died, another one records it
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
