import { unscheduledWords } from '../../contract/reasons.ts';
import type { Business } from '../../domain/catalogue/catalogue.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { compareProposals, placedDifferently, type VisitOutline } from '../../domain/centre/compare-proposals.ts';
import type { Consolidation, ProposedVisit } from '../../domain/centre/consolidation.ts';
import { inLanguage, type Language } from '../../domain/language.ts';
import { type Scope, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Unscheduled } from '../ports/centre-ports.ts';
import type { Listed, PageRequest } from '../ports/page.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { consolidationView } from './consolidation-view.ts';
import { withoutProposal } from './get-consolidation.ts';
import { governingDay } from './planning-snapshot.ts';

type Needs = Pick<Ports, 'consolidations' | 'businesses' | 'settings'>;
type View = ViewOf<'compare-consolidations'>;
type Proposal = {
  readonly run: Consolidation;
  readonly visits: readonly ProposedVisit[];
  readonly leftOut: ReadonlyMap<string, Unscheduled>;
};

const pageSize = 500;
const mostRequests = 500;

const readAll = async <Row>(list: (page: PageRequest) => Listed<Row>): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await list({ limit: pageSize, ...(cursor && { cursor }) });
    if (isRefusal(page)) throw new Error('a list refuses its own cursor');
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
};

const readProposal = async ({ consolidations }: Needs, run: Consolidation, scope: Scope): Promise<Proposal> => {
  const [visits, leftOut] = await Promise.all([
    readAll((page) => consolidations.listProposed(run, scope, page)),
    readAll((page) => consolidations.listUnscheduled(run, scope, page)),
  ]);
  return { run, visits, leftOut: new Map(leftOut.map((row) => [row.requestId, row])) };
};

/** The runs named, all with a proposal and of one horizon; else what is wrong with which. */
const findRuns = async (
  { consolidations }: Needs,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Consolidation[] | Refusal> => {
  const runs: Consolidation[] = [];
  for (const [index, consolidationId] of ids.entries()) {
    const run = await consolidations.find(scope, consolidationId);
    if (!run) return refuse('not-found', { path: `of[${index}]`, code: 'not-found' });
    const without = withoutProposal(run);
    if (without) return without;
    const first = runs[0] ?? run;
    if (first.from !== run.from || first.to !== run.to || first.street !== run.street) {
      return refuse('comparison-refused', { path: `of[${index}]`, code: 'horizon-differs' });
    }
    runs.push(run);
  }
  return runs;
};

const requestRows = (proposals: readonly Proposal[], language: Language) =>
  placedDifferently(proposals.map(({ visits }) => visits))
    .slice(0, mostRequests)
    .map(({ requestId, planId, department, businessId, placed }) => ({
      requestId,
      planId,
      department,
      businessId,
      placed: proposals.map(({ leftOut }, index) => {
        const reason = leftOut.get(requestId)?.reason;
        return {
          placed: placed[index] ?? false,
          ...(reason && { reason: { code: reason, text: inLanguage(unscheduledWords[reason], language) } }),
        };
      }),
    }));

const toVisit =
  (starts: readonly string[]) =>
  ({ slot, ...visit }: VisitOutline) => ({ ...visit, start: starts[slot] ?? '00:00' });

/**
 * Proposals of one horizon side by side: their figures, the businesses whose visits differ and how, and the requests that
 * only some of them place. Reads the runs and their pages within the caller's scope; compares; writes nothing.
 */
export const compareConsolidations = async (
  ports: Needs,
  { query, principal, language, now }: RequestOf<'compare-consolidations'>,
): Promise<View | Refusal> => {
  const scope = scopeOf(principal);
  const runs = await findRuns(ports, scope, query.of);
  if (isRefusal(runs)) return runs;
  const proposals = await Promise.all(runs.map((run) => readProposal(ports, run, scope)));
  const { businesses, different } = compareProposals(proposals.map(({ visits }) => visits));
  const after = different.filter(({ businessId }) => businessId > (query.cursor ?? ''));
  const shown = after.slice(0, query.limit);
  const requests = requestRows(proposals, language);
  const wanted = [...shown, ...requests].map(({ businessId }) => businessId);
  const known: ReadonlyMap<string, Business> = await ports.businesses.some({ district: scope.district }, [
    ...new Set(wanted),
  ]);
  const nameOf = (businessId: string): string => known.get(businessId)?.name ?? businessId;
  const history = await ports.settings.history({ district: scope.district });
  const starts = runs[0] ? settingsOn(history, governingDay(runs[0])).slots.starts : [];
  const last = after.length > shown.length ? shown.at(-1) : undefined;
  return {
    proposals: runs.map((run) => consolidationView(run, now)),
    businesses: { compared: businesses, different: different.length },
    requests: {
      different: placedDifferently(proposals.map(({ visits }) => visits)).length,
      items: requests.map((row) => ({ ...row, businessName: nameOf(row.businessId) })),
    },
    items: shown.map(({ businessId, differences, visits }) => ({
      businessId,
      businessName: nameOf(businessId),
      differences,
      visits: visits.map((own) => own.map(toVisit(starts))),
    })),
    ...(last ? { nextCursor: last.businessId } : {}),
  };
};
