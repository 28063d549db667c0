import { settingsOn } from '../../domain/catalogue/settings.ts';
import type { Consolidation, ProposedVisit } from '../../domain/centre/consolidation.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { noSuchRun, withoutProposal } from './get-consolidation.ts';
import { proposedDayOf } from './plan-to-proposal.ts';
import { governingDay } from './planning-snapshot.ts';
import { proposedVisitView } from './proposed-visit-view.ts';

type Asked = {
  readonly params: { readonly consolidationId: string; readonly visitId: string };
  readonly query: { readonly day?: string };
  readonly principal: Principal;
};
type Found = { readonly run: Consolidation; readonly proposed: ProposedVisit };

/** A run and one visit of its proposal, within the reader's scope. */
export const findProposed = async (
  { consolidations }: Pick<Ports, 'consolidations'>,
  { params, query, principal }: Asked,
): Promise<Found | Refusal> => {
  const scope = scopeOf(principal);
  const run = await consolidations.find(scope, params.consolidationId);
  if (!run) return noSuchRun;
  const refusal = withoutProposal(run);
  if (refusal) return refusal;
  const day = query.day ?? proposedDayOf(params.visitId);
  const proposed = day === undefined ? undefined : await consolidations.findProposed(run, scope, { ...params, day });
  return proposed ? { run, proposed } : noSuchVisit;
};

/** One visit as a run proposed it, also after it was published: what was merged into it, what that saved, and what kept others apart. */
export const getProposedVisit = async (
  ports: Pick<Ports, 'consolidations' | 'businesses' | 'items' | 'settings'>,
  request: RequestOf<'get-proposed-visit'>,
): Promise<ViewOf<'get-proposed-visit'> | Refusal> => {
  const found = await findProposed(ports, request);
  if (isRefusal(found)) return found;
  const { run, proposed } = found;
  const { district } = run;
  const [items, businesses, history] = await Promise.all([
    ports.items.all({ district }),
    ports.businesses.some({ district }, [proposed.businessId]),
    ports.settings.history({ district }),
  ]);
  const settings = settingsOn(history, governingDay(run));
  const rejected = new Map((run.rejectedVisits ?? []).map((one) => [one.visitId, one]));
  return proposedVisitView(proposed, { items, businesses, settings, rejected }, request.language);
};
