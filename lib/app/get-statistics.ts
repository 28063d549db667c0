import { statisticsFormula } from '../contract/statistics-formula.ts';
import { foldStatistics, type RemoteWork } from '../domain/fold-statistics.ts';
import { inLanguage } from '../domain/language.ts';
import { localDate } from '../domain/local-time.ts';
import { type Scope, scopeOf } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { settingsOn } from '../domain/settings.ts';
import type { VisitSummary } from '../domain/visit.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';
import { statisticsPeriod } from './statistics-period.ts';

const mostRows = 500;

/** Requests done off site of plans whose window ends in the period. */
const remoteWork = async (
  { plans }: Pick<Ports, 'plans'>,
  scope: Scope,
  from: string,
  to: string,
): Promise<readonly RemoteWork[] | Refusal> => {
  const found: RemoteWork[] = [];
  let cursor: string | undefined;
  do {
    const page = await plans.list({ district: scope.district }, { limit: mostRows, ...(cursor ? { cursor } : {}) });
    if ('refused' in page) return page;
    for (const { status, window, department, remote } of page.items) {
      if (status === 'draft' || status === 'withdrawn' || window.due < from || window.due > to) continue;
      for (const [street, requests] of Object.entries(remote)) {
        if (scope.street === undefined || scope.street === street) {
          found.push({ day: window.due, department, street, requests });
        }
      }
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
};

/** The figures of a period, folded afresh from its visits: nothing is counted up along the way, so nothing can drift. */
export const getStatistics = async (
  ports: Pick<Ports, 'visits' | 'plans' | 'settings'>,
  { query, principal, language, now }: RequestOf<'get-statistics'>,
): Promise<ViewOf<'get-statistics'> | Refusal> => {
  const scope = scopeOf(principal);
  const { from, to } = statisticsPeriod(query, now);
  const visits: VisitSummary[] = [];
  for await (const page of ports.visits.summaries(scope, from, to)) visits.push(...page);
  const remote = await remoteWork(ports, scope, from, to);
  if ('refused' in remote) return refuse('fault', ...remote.errors);
  const history = await ports.settings.history({ district: scope.district });
  const { total, groups } = foldStatistics(
    visits,
    remote,
    query.groupBy,
    (day) => settingsOn(history, day).inspectorsPerTeam,
    settingsOn(history, localDate(now)).ratingsShownFrom,
  );
  return { from, to, groupBy: query.groupBy, formula: inLanguage(statisticsFormula, language), total, groups };
};
