import { escalateReview } from '../../domain/centre/review-turn.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';

type Needs = Pick<Ports, 'consolidations' | 'clock'> & { readonly ownDistrict: string };

const pageSize = 100;

const escalate = async (ports: Needs, consolidationId: string, now: Date): Promise<boolean> => {
  const done = await decideAgain(async () => {
    const run = await ports.consolidations.find({ district: ports.ownDistrict }, consolidationId);
    const next = run && escalateReview(run, now);
    if (!next) return { escalated: false };
    return (await ports.consolidations.change(next)) === 'stored' ? { escalated: true } : 'conflict';
  });
  if (isRefusal(done)) throw new Error(`consolidation ${consolidationId} changes faster than it can be escalated`);
  return done.escalated;
};

/**
 * Puts every overdue review on record, each once: the level above may decide it from then on, and coordinators and admins see
 * it first in what waits. Reads the runs that wait, decides, writes those that are overdue; repeatable.
 */
export const escalateReviews = async (ports: Needs): Promise<Readonly<Record<string, number>>> => {
  const scope = { district: ports.ownDistrict };
  const now = ports.clock.now();
  let escalated = 0;
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await ports.consolidations.list(scope, { limit: pageSize, waiting: true, ...(cursor && { cursor }) });
    if (isRefusal(page)) throw new Error('the list of consolidations refuses its own cursor');
    const overdue = page.items.filter((run) => escalateReview(run, now) !== undefined);
    for (const { consolidationId } of overdue) if (await escalate(ports, consolidationId, now)) escalated += 1;
    cursor = page.nextCursor;
  }
  return { escalated };
};
