import type { Horizon } from '../../domain/centre/visit-horizon.ts';
import type { Scope } from '../../domain/principal.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';

const runsLookedAt = 30;

/** The horizons of the newest runs that were published, or are being so, for the district or for `street`. */
export const readHorizons = async (
  { consolidations }: Pick<Ports, 'consolidations'>,
  { district }: Scope,
  street: string | undefined,
): Promise<readonly Horizon[]> => {
  const newest = await consolidations.list({ district }, { limit: runsLookedAt });
  if (isRefusal(newest)) throw new Error('a list without a cursor was refused');
  return newest.items
    .filter(({ status }) => status === 'published' || status === 'publishing')
    .filter((run) => run.street === undefined || run.street === street)
    .map(({ from, to }) => ({ from, to }));
};
