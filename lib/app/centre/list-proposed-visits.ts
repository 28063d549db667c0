import { settingsOn } from '../../domain/catalogue/settings.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchRun, withoutProposal } from './get-consolidation.ts';
import { governingDay } from './planning-snapshot.ts';
import { proposedVisitView } from './proposed-visit-view.ts';

/** The visits that a run proposes, within the reader's scope, by day and business. */
export const listProposedVisits = async (
  ports: Pick<Ports, 'consolidations' | 'businesses' | 'items' | 'settings'>,
  { params, query, principal, language }: RequestOf<'list-proposed-visits'>,
): Promise<ViewOf<'list-proposed-visits'> | Refusal> => {
  const scope = scopeOf(principal);
  const run = await ports.consolidations.find(scope, params.consolidationId);
  if (!run) return noSuchRun;
  const refusal = withoutProposal(run);
  if (refusal) return refusal;
  const page = await ports.consolidations.listProposed(run, scope, query);
  if ('refused' in page) return page;
  const district = { district: scope.district };
  const known = {
    items: await ports.items.all(district),
    businesses: await ports.businesses.some(district, [...new Set(page.items.map(({ businessId }) => businessId))]),
    settings: settingsOn(await ports.settings.history(district), governingDay(run)),
    rejected: new Map((run.rejectedVisits ?? []).map((one) => [one.visitId, one])),
  };
  return { ...page, items: page.items.map((visit) => proposedVisitView(visit, known, language)) };
};
