import { unscheduledWords } from '../../contract/reasons.ts';
import type { UnscheduledReason } from '../../domain/centre/consolidation.ts';
import { inLanguage, type Language } from '../../domain/language.ts';
import type { Plan, RequestRow } from '../../domain/plans/plan.ts';
import type { RequestState } from '../../domain/plans/request-disposition.ts';
import { type Scope, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Listed, Page } from '../ports/page.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { readRejectedRounds, readRequestStates } from './read-request-states.ts';

type Query = RequestOf<'list-plan-requests'>['query'];
type RequestView = ViewOf<'list-plan-requests'>['items'][number];

/** A business has a handful of rows in a plan: its pages are cut from them, the cursor being the last row shown. */
const pageOfBusiness = async (
  { plans }: Pick<Ports, 'plans'>,
  plan: Plan,
  businessId: string,
  { limit, cursor }: Query,
): Listed<RequestRow> => {
  const rows = await plans.rowsOfBusiness(plan, businessId);
  const shown = cursor === undefined ? 0 : rows.findIndex((row) => row.requestId === cursor) + 1;
  if (cursor !== undefined && shown === 0) return refuse('malformed', { path: 'cursor', code: 'cursor' });
  const items = rows.slice(shown, shown + limit);
  const last = items.at(-1);
  return last && shown + limit < rows.length ? { items, nextCursor: last.requestId } : { items };
};

/** A street's coordinator sees the requests at the street's businesses; a page may then hold fewer rows than asked for. */
const inScope = async (
  { businesses }: Pick<Ports, 'businesses'>,
  scope: Scope,
  page: Page<RequestRow>,
): Promise<Page<RequestRow>> => {
  if (scope.street === undefined) return page;
  const businessIds = [...new Set(page.items.map(({ businessId }) => businessId))];
  const known = await businesses.some(scope, businessIds);
  return { ...page, items: page.items.filter(({ businessId }) => known.has(businessId)) };
};

const reasonText = (reason: UnscheduledReason, said: string | undefined, language: Language): string => {
  const words = inLanguage(unscheduledWords[reason], language);
  return said === undefined ? words : `${words}${language === 'en' ? ': ' : '：'}${said}`;
};

const requestView = (row: RequestRow, { reason, said, ...state }: RequestState, language: Language): RequestView => ({
  requestId: row.requestId,
  businessId: row.businessId,
  department: row.department,
  items: row.items,
  window: { notBefore: row.notBefore, due: row.due },
  ...state,
  ...(reason && { reason: { code: reason, text: reasonText(reason, said, language) } }),
});

/** A page of a plan's requests with what became of each: read the rows, join outcomes, rejections and visits, word the reasons. */
export const listPlanRequests = async (
  ports: Pick<Ports, 'plans' | 'businesses' | 'consolidations' | 'visits'>,
  { params, query, principal, language }: RequestOf<'list-plan-requests'>,
): Promise<ViewOf<'list-plan-requests'> | Refusal> => {
  const scope = scopeOf(principal);
  const plan = await ports.plans.find(scope, params.planId);
  if (!plan) return refuse('not-found');
  const found =
    query.businessId === undefined
      ? await ports.plans.rows(plan, query)
      : await pageOfBusiness(ports, plan, query.businessId, query);
  if ('refused' in found) return found;
  const page = await inScope(ports, scope, found);
  const rejected = page.items.length === 0 ? [] : await readRejectedRounds(ports, plan);
  const states = await readRequestStates(ports, plan, page.items, rejected);
  return { ...page, items: states.map(({ row, state }) => requestView(row, state, language)) };
};
