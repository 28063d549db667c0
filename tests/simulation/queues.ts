import type { Queues } from '../../lib/app/ports.ts';
import type { NoticeMessage, ResultsMessage, SchedulingMessage } from '../../lib/contract/messages.ts';
import type { Random } from '../../lib/planner/random.ts';

type Body =
  | { readonly queue: 'scheduling'; readonly message: SchedulingMessage }
  | { readonly queue: 'notices'; readonly message: NoticeMessage }
  | { readonly queue: 'results'; readonly message: ResultsMessage };

export type Queued = Body & { readonly group: string | undefined; receives: number; inFlight: boolean };

const mostReceives = 4;
const deduplicationMs = 5 * 60_000;
const repeatShare = 0.15;

/**
 * SQS at its worst: at least once, in any order (FIFO groups too, as after a redrive), one in flight per group, and given
 * up after some attempts. What is given up is gone: only the outbox can bring it back.
 */
export const misbehavingQueues = (random: Random, now: () => number, sent: (message: NoticeMessage) => void) => {
  const queued: Queued[] = [];
  const seen = new Map<string, number>();
  /** False where FIFO deduplication drops the message, as it does for five minutes even if the first is gone. */
  const put = (body: Body, group?: string): boolean => {
    const name = JSON.stringify(body);
    if (group !== undefined && now() - (seen.get(name) ?? Number.NEGATIVE_INFINITY) < deduplicationMs) return false;
    seen.set(name, now());
    queued.push({ ...body, group, receives: 0, inFlight: false });
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
  };
  const remove = (message: Queued): void => void queued.splice(queued.indexOf(message), 1);
  return {
    queues,
    /** The messages that may be received now. */
    deliverable: (): readonly Queued[] => {
      const busy = new Set(queued.filter(({ inFlight }) => inFlight).map(({ queue, group }) => `${queue} ${group}`));
      return queued.filter(
        ({ queue, group, inFlight }) => !inFlight && (group === undefined || !busy.has(`${queue} ${group}`)),
      );
    },
    settle(message: Queued, how: 'done' | 'failed' | 'died'): void {
      message.inFlight = false;
      message.receives += 1;
      const again = how === 'done' ? random.next() < repeatShare : message.receives < mostReceives;
      if (!again || message.receives >= mostReceives) remove(message);
    },
    isDry: (): boolean => queued.length === 0,
  };
};
