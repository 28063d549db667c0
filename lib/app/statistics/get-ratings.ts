import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { foldRatings } from '../../domain/statistics/fold-ratings.ts';
import type { VisitSummary } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { statisticsPeriod } from './statistics-period.ts';

type Kept = NonNullable<VisitSummary['appraisals']>[number];

/** A department sees what was thought of it and what it thought itself; a street the same; the district everything, in sums. */
const isSeenBy =
  ({ role, department, street }: Principal) =>
  ({ whom, from }: Kept): boolean => {
    const own = role === 'planner' ? (department ?? '') : street;
    return own === undefined || whom === own || from === own;
  };

/** What streets thought of departments and departments of streets in a period: sums and distributions, folded afresh from the visits. */
export const getRatings = async (
  ports: Pick<Ports, 'visits' | 'settings'>,
  { query, principal, now }: RequestOf<'get-ratings'>,
): Promise<ViewOf<'get-ratings'>> => {
  const { district } = scopeOf(principal);
  const { from, to } = statisticsPeriod(query, now);
  const visits: VisitSummary[] = [];
  for await (const page of ports.visits.summaries({ district }, from, to)) visits.push(...page);
  const { names, ratingsShownFrom } = settingsOn(await ports.settings.history({ district }), localDate(now));
  const isSeen = isSeenBy(principal);
  const fold = (of: Kept['of'], order: readonly string[]) => foldRatings(visits, of, order, ratingsShownFrom, isSeen);
  return {
    from,
    to,
    shownFrom: ratingsShownFrom,
    departments: fold('department', Object.keys(names.departments)),
    streets: fold('street', Object.keys(names.streets)),
  };
};
