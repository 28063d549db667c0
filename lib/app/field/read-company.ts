import { addDays } from '../../domain/catalogue/calendar.ts';
import { type Item, recognitionClassOf } from '../../domain/catalogue/catalogue.ts';
import type { Settings } from '../../domain/catalogue/settings.ts';
import { type Company, rarest } from '../../domain/plans/merge-suggestions.ts';
import type { Plan, RequestRow, Window } from '../../domain/plans/plan.ts';
import { isAhead, type VisitSummary } from '../../domain/visits/visit.ts';
import { meets } from '../plans/read-plan-rows.ts';
import type { Ports } from '../ports.ts';

/** The draft as seen from outside: whose it is, how it is announced, when it is wanted and where. */
export type Wanted = {
  readonly district: string;
  readonly department: string;
  readonly mode: Plan['mode'];
  readonly window: Window;
  readonly businessIds: ReadonlySet<string>;
};

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

export const slotsFor = (items: readonly Item[], settings: Settings): number =>
  Math.max(1, Math.ceil(items.reduce((sum, { minutes }) => sum + minutes, 0) / settings.slots.minutes));

const visitToCompany = (visit: VisitSummary, settings: Settings): Company => ({
  businessId: visit.businessId,
  notBefore: visit.day,
  due: visit.day,
  departments: [...new Set(visit.requests.map(({ department }) => department))],
  standing: { start: settings.slots.starts[visit.slot] ?? '' },
  slots: Math.max(1, ...visit.units.map(({ slots }) => slots)),
  classes: [],
});

const rowToCompany = (row: RequestRow, catalogue: ReadonlyMap<string, Item>, settings: Settings): Company => {
  const items = row.items.map((itemId) => catalogue.get(itemId)).filter(isDefined);
  return {
    businessId: row.businessId,
    notBefore: row.notBefore,
    due: row.due,
    departments: [row.department],
    classes: items.map(recognitionClassOf),
    ...(items.length > 0 ? { slots: slotsFor(items, settings), tier: rarest(items.map(({ tier }) => tier)) } : {}),
  };
};

/**
 * What other departments have to do at the wanted places, `days` around the wanted window: visits that stand and may still
 * be joined, and requests that wait. Only of the same mode: announced and unannounced never share a visit.
 */
export const readCompany = async (
  { visits, plans }: Pick<Ports, 'visits' | 'plans'>,
  wanted: Wanted,
  days: number,
  catalogue: ReadonlyMap<string, Item>,
  settings: Settings,
): Promise<readonly Company[]> => {
  const scope = { district: wanted.district };
  const from = addDays(wanted.window.notBefore, -days);
  const to = addDays(wanted.window.due, days);
  const company: Company[] = [];
  const served = new Set<string>();
  for await (const page of visits.summaries(scope, from, to)) {
    for (const visit of page) {
      if (!wanted.businessIds.has(visit.businessId)) continue;
      for (const { requestId } of visit.requests) served.add(requestId);
      const isOthers = visit.requests.some(({ department }) => department !== wanted.department);
      if (isAhead(visit.status) && visit.mode === wanted.mode && isOthers)
        company.push(visitToCompany(visit, settings));
    }
  }
  for (const plan of await plans.open(scope)) {
    if (plan.mode !== wanted.mode || !meets(plan.window, from, to)) continue;
    for await (const page of plans.pages(plan)) {
      for (const row of page) {
        const waits = !row.remote && !row.satisfied && !served.has(row.requestId) && meets(row, from, to);
        const isOthers = row.department !== wanted.department && wanted.businessIds.has(row.businessId);
        if (waits && isOthers) company.push(rowToCompany(row, catalogue, settings));
      }
    }
  }
  return company;
};
