import { settingsOn } from '../../domain/catalogue/settings.ts';
import type { CapRule } from '../../domain/centre/cap-rule.ts';
import { capsAt, summaryToCounted, usedOf } from '../../domain/centre/cap-rules.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { isOver, isStanding, type VisitSummary } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

type Row = ViewOf<'get-cap-use'>['items'][number];

const mostRows = 500;

/** The caps at one business with what of them is done and planned; a rule for each department once for each. */
const rowsOf = (
  visits: readonly VisitSummary[],
  year: string,
  settings: Parameters<typeof capsAt>[0],
  business:
    | { readonly businessId: string; readonly name: string; readonly creditGrade: 'A' | 'B' | 'C' | 'D' }
    | undefined,
  businessId: string,
): readonly Row[] => {
  const departments = [...new Set(visits.flatMap(({ counted }) => counted))].toSorted();
  const counted = visits.map((visit) => ({ ...summaryToCounted(visit), isDone: isOver(visit.status) }));
  const row = (rule: CapRule, department: string | undefined): Row => {
    const used = usedOf(rule, department, counted, year);
    const done = usedOf(
      rule,
      department,
      counted.filter(({ isDone }) => isDone),
      year,
    );
    return {
      businessId,
      businessName: business?.name ?? businessId,
      per: rule.per,
      ...(department !== undefined && { department }),
      ...(rule.types && { types: [...rule.types] }),
      done,
      planned: used - done,
      most: rule.most,
      left: rule.most - used,
    };
  };
  return capsAt(settings, business?.creditGrade, departments).flatMap((rule) =>
    rule.per === 'business'
      ? [row(rule, undefined)]
      : (rule.department === undefined ? departments : [rule.department]).map((department) => row(rule, department)),
  );
};

/**
 * The caps of a year that are nearly or wholly used up, the fullest first: what was done and what stands in the schedule, against the
 * settings that govern the year's last day known today. A planner sees the department's own.
 */
export const getCapUse = async (
  ports: Pick<Ports, 'visits' | 'businesses' | 'settings'>,
  { query, principal, now }: RequestOf<'get-cap-use'>,
): Promise<ViewOf<'get-cap-use'>> => {
  const scope = scopeOf(principal);
  const district = { district: principal.district };
  const today = localDate(now);
  const year = String(query.year ?? today.slice(0, 4));
  const settings = settingsOn(
    await ports.settings.history(district),
    year === today.slice(0, 4) ? today : `${year}-12-31`,
  );
  const standing: VisitSummary[] = [];
  for await (const page of ports.visits.summaries(scope, `${year}-01-01`, `${year}-12-31`)) {
    const wanted = page.filter(({ businessId }) => query.businessId === undefined || businessId === query.businessId);
    standing.push(...wanted.filter(({ status, counted }) => isStanding(status) && counted.length > 0));
  }
  const byBusiness = Map.groupBy(standing, ({ businessId }) => businessId);
  const businesses = await ports.businesses.some(district, [...byBusiness.keys()]);
  const rows = [...byBusiness]
    .flatMap(([businessId, visits]) => rowsOf(visits, year, settings, businesses.get(businessId), businessId))
    .filter(
      ({ per, department }) =>
        scope.department === undefined || (per === 'department' && department === scope.department),
    )
    .filter(({ left, done, planned }) => left <= query.left && done + planned > 0)
    .toSorted((a, b) => a.left - b.left || b.most - a.most || (a.businessId < b.businessId ? -1 : 1));
  return { year: Number(year), items: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) };
};
