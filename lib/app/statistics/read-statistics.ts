import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import {
  type Figures,
  foldStatistics,
  type GroupBy,
  type RemoteWork,
} from '../../domain/statistics/fold-statistics.ts';
import type { VisitSummary } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';

const mostRows = 500;

type Period = { readonly from: string; readonly to: string };

/** What a period's figures are folded from, and the folding: as often as a reader needs, from one reading. */
export type ReadStatistics = {
  readonly visits: readonly VisitSummary[];
  fold(groupBy: GroupBy): {
    readonly total: Figures;
    readonly groups: readonly (Figures & { readonly key: string })[];
  };
};

/** Requests done off site of plans whose window ends in the period. */
const remoteWork = async (
  { plans }: Pick<Ports, 'plans'>,
  scope: Scope,
  { from, to }: Period,
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

/** Reads the visits of a period, the work off site and the settings that its figures need. */
export const readStatistics = async (
  ports: Pick<Ports, 'visits' | 'plans' | 'settings'>,
  scope: Scope,
  period: Period,
  now: Date,
): Promise<ReadStatistics | Refusal> => {
  const visits: VisitSummary[] = [];
  for await (const page of ports.visits.summaries(scope, period.from, period.to)) visits.push(...page);
  const remote = await remoteWork(ports, scope, period);
  if ('refused' in remote) return remote;
  const history = await ports.settings.history({ district: scope.district });
  const teamSizeOn = (day: string): number => settingsOn(history, day).inspectorsPerTeam;
  const fewestRatings = settingsOn(history, localDate(now)).ratingsShownFrom;
  return { visits, fold: (groupBy) => foldStatistics(visits, remote, groupBy, teamSizeOn, fewestRatings) };
};
