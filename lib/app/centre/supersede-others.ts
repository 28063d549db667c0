import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { isSupersededBy, supersede } from '../../domain/centre/supersede.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';

type Needs = Pick<Ports, 'consolidations' | 'clock'>;

const pageSize = 100;

const supersedeOne = async (ports: Needs, run: Consolidation, consolidationId: string): Promise<void> => {
  const done = await decideAgain(async () => {
    const other = await ports.consolidations.find({ district: run.district }, consolidationId);
    if (!other || !isSupersededBy(other, run)) return { settled: true };
    const next = supersede(other, run, ports.clock.now().toISOString());
    return (await ports.consolidations.change(next)) === 'stored' ? { settled: true } : 'conflict';
  });
  if (isRefusal(done)) throw new Error(`consolidation ${consolidationId} changes faster than it can be superseded`);
};

/** Ends the other proposals of a horizon before the first page of one is published. Repeatable; what is out already stays. */
export const supersedeOthers = async (ports: Needs, run: Consolidation): Promise<void> => {
  const scope = { district: run.district };
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await ports.consolidations.list(scope, { limit: pageSize, ...(cursor && { cursor }) });
    if (isRefusal(page)) throw new Error('the list of consolidations refuses its own cursor');
    for (const other of page.items) {
      if (isSupersededBy(other, run)) await supersedeOne(ports, run, other.consolidationId);
    }
    cursor = page.nextCursor;
  }
};
