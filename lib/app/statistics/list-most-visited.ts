import { scopeOf } from '../../domain/principal.ts';
import { mostVisited } from '../../domain/statistics/most-visited.ts';
import type { VisitSummary } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { statisticsPeriod } from './statistics-period.ts';

/** The businesses visited most in a period, with whose requests took people there: read the summaries, count, name them. */
export const listMostVisited = async (
  { visits, businesses }: Pick<Ports, 'visits' | 'businesses'>,
  { query, principal, now }: RequestOf<'list-most-visited'>,
): Promise<ViewOf<'list-most-visited'>> => {
  const scope = scopeOf(principal);
  const { from, to } = statisticsPeriod(query, now);
  const found: VisitSummary[] = [];
  for await (const page of visits.summaries(scope, from, to)) {
    found.push(...page.filter(({ street }) => query.street === undefined || query.street === street));
  }
  const most = mostVisited(found, query.limit);
  const known = await businesses.some(
    scope,
    most.map(({ businessId }) => businessId),
  );
  const items = most.map((one) => ({ ...one, businessName: known.get(one.businessId)?.name ?? one.businessId }));
  return { from, to, items };
};
