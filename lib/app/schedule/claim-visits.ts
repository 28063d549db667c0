import { claimDay, type DayClaims, noClaims } from '../../domain/schedule/day-claims.ts';
import { isStanding, type Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';

/**
 * Takes the days of some visits before these are written: over the claims that the decision was made on, so that whoever
 * decided on the same day meanwhile decides again. `conflict` where somebody did; days taken by then stay taken for the
 * same writer, whose next attempt replaces them.
 */
export const claimVisits = async (
  { visits: port }: Pick<Ports, 'visits'>,
  standing: ReadonlyMap<string, DayClaims>,
  visits: readonly Visit[],
  writer: { readonly by: string; readonly now: Date },
): Promise<ReadonlyMap<string, DayClaims> | 'conflict'> => {
  const next = new Map(standing);
  const taking = Map.groupBy(
    visits.filter(({ status }) => isStanding(status)),
    ({ day }) => day,
  );
  for (const [day, some] of [...taking].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [{ district } = { district: '' }] = some;
    const claims = claimDay(standing.get(day) ?? noClaims(district, day), some, writer);
    if ((await port.claimDay(claims)) === 'conflict') return 'conflict';
    next.set(day, claims);
  }
  return next;
};
