import { type DeliveryReport, recordReport } from '../domain/delivery-report.ts';
import { isRefusal } from '../domain/refusal.ts';
import { decideAgain } from './decide-again.ts';
import type { Ports } from './ports.ts';
import { sendStored } from './send-stored.ts';

type Needs = Pick<Ports, 'visits' | 'sentMessages' | 'queues' | 'clock'>;

/** Times that a report waits for its message to be on record: the receipt can be here before the sender's own note. */
const patience = 3;

class NotOnRecordYet extends Error {}

/**
 * Records what a channel says of a message that it took: find the visit by the message's name, decide on the visit as it
 * stands, write; again after a lost race. Where its channel failed after all and the business named a next one, the
 * notice is due by that. A report that is repeated, of an older version, or of a message that nobody sent changes nothing;
 * `attempt` counts the tries of this report from 1. Answers what became of it.
 */
export const recordDelivery = async (
  ports: Needs,
  report: DeliveryReport,
  attempt: number,
): Promise<'recorded' | 'nothing-new' | 'unknown-message'> => {
  const early = (): 'unknown-message' => {
    if (attempt < patience) throw new NotOnRecordYet(`message ${report.messageId} is not on record yet`);
    return 'unknown-message';
  };
  const message = await ports.sentMessages.find(report.messageId);
  if (!message) return early();
  const done = await decideAgain(async () => {
    const visit = await ports.visits.find({ district: message.district }, message.visitId);
    const next = visit && recordReport(visit, message.version, report, ports.clock.now());
    if (next === 'early') return { outcome: early() };
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
