import type { Queues } from '../../lib/app/ports/queue-ports.ts';
import type { NoticeMessage, ResultsMessage, SchedulingMessage } from '../../lib/contract/messages.ts';
import type { DeliveryReport } from '../../lib/domain/notices/delivery-report.ts';
import type { Random } from '../../lib/planner/random.ts';

type Body =
  | { readonly queue: 'scheduling'; readonly message: SchedulingMessage }
  | { readonly queue: 'notices'; readonly message: NoticeMessage }
  | { readonly queue: 'results'; readonly message: ResultsMessage }
  | { readonly queue: 'deliveries'; readonly message: DeliveryReport };

export type Queued = Body & {
  readonly group: string | undefined;
  receives: number;
  inFlight: boolean;
  /** Hidden until then, as after a failed try. */
  visibleMs: number;
};

const mostReceives = 4;
/** A report is given up sooner than the others, so that many have to be redriven: no outbox brings one back. As often as it is waited for. */
const mostReports = 3;
const reportHiddenMs = 70_000;
const deduplicationMs = 5 * 60_000;
const repeatShare = 0.15;
const brokenShare = 0.4;

/**
 * SQS at its worst: at least once, in any order (FIFO groups too, as after a redrive), one in flight per group, and given
 * up after some attempts. What is given up lies beside the queue: the outbox brings it back, and an admin may.
 */
export const misbehavingQueues = (random: Random, now: () => number, sent: (message: NoticeMessage) => void) => {
  const queued: Queued[] = [];
  const dead: Queued[] = [];
  const seen = new Map<string, number>();
  /** False where FIFO deduplication drops the message, as it does for five minutes even if the first is gone. */
  const put = (body: Body, group?: string): boolean => {
    const name = JSON.stringify(body);
    if (group !== undefined && now() - (seen.get(name) ?? Number.NEGATIVE_INFINITY) < deduplicationMs) return false;
    seen.set(name, now());
    queued.push({ ...body, group, receives: 0, inFlight: false, visibleMs: 0 });
    return true;
  };
  const queues: Queues = {
    plan: async () => undefined,
    schedule: async (message) => void put({ queue: 'scheduling', message }, message.district),
    notify: async (message, businessId) => {
      if (put({ queue: 'notices', message }, businessId)) sent(message);
    },
    recognise: async (message) => void put({ queue: 'results', message }),
    watch: async () => undefined,
    report: async () => undefined,
    scan: async () => undefined,
    importFile: async () => undefined,
  };
  const remove = (message: Queued): void => void queued.splice(queued.indexOf(message), 1);
  return {
    queues,
    /** The messages that may be received now. */
    deliverable: (): readonly Queued[] => {
      const busy = new Set(queued.filter(({ inFlight }) => inFlight).map(({ queue, group }) => `${queue} ${group}`));
      return queued.filter(
        ({ queue, group, inFlight, visibleMs }) =>
          !inFlight && visibleMs <= now() && (group === undefined || !busy.has(`${queue} ${group}`)),
      );
    },
    settle(message: Queued, how: 'done' | 'failed' | 'died'): void {
      message.inFlight = false;
      message.receives += 1;
      const most = message.queue === 'deliveries' ? mostReports : mostReceives;
      if (how === 'done') {
        if (random.next() >= repeatShare || message.receives >= most) remove(message);
      } else if (message.receives < most) {
        if (message.queue === 'deliveries') message.visibleMs = now() + reportHiddenMs;
      } else {
        remove(message);
        dead.push(message);
      }
    },
    /** Some of what channels report is given up at once, as while the consumer is broken. */
    report: (message: DeliveryReport): void => {
      put({ queue: 'deliveries', message });
      if (random.next() < brokenShare) dead.push(...queued.splice(-1));
    },
    /** What was given up, and the two halves of sending one back. */
    dead: (queue: string): readonly Queued[] => dead.filter((message) => message.queue === queue),
    sendBack: (message: Queued): void => void queued.push({ ...message, receives: 0, inFlight: false, visibleMs: 0 }),
    takeAway: (message: Queued): void => void dead.splice(dead.indexOf(message), dead.includes(message) ? 1 : 0),
    isDry: (): boolean => queued.length === 0,
  };
};
