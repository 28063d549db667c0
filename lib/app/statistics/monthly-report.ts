import type { FiguresOfGroup, MonthlyReport } from '../../contract/monthly-report.ts';
import { statisticsFormula } from '../../contract/statistics-formula.ts';
import { type Name, type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { monthDays } from '../../domain/months.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Figures } from '../../domain/statistics/fold-statistics.ts';
import { mostVisited } from '../../domain/statistics/most-visited.ts';
import { isOver } from '../../domain/visits/visit.ts';
import { overdueFindings } from '../findings/overdue-findings.ts';
import { listEscalations } from '../notices/list-escalations.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf } from '../request.ts';
import { readStatistics } from './read-statistics.ts';

type Needs = Pick<Ports, 'visits' | 'plans' | 'settings' | 'calendars' | 'businesses' | 'findings'>;
const shownBusinesses = 10;
const shownRows = 30;

const nameIn =
  ({ names }: Settings) =>
  (kind: keyof Settings['names'], code: string): string =>
    names[kind][code]?.zh ?? code;

/** Groups as the settings list them; a code that they do not name stands after those, by its letters. */
const inOrder = (
  groups: readonly (Figures & { readonly key: string })[],
  names: Readonly<Record<string, Name>>,
): readonly FiguresOfGroup[] => {
  const listed = Object.keys(names);
  const places = new Map(listed.map((code, place) => [code, place]));
  const placeOf = (key: string): number => places.get(key) ?? listed.length;
  return groups
    .toSorted((a, b) => placeOf(a.key) - placeOf(b.key) || (a.key < b.key ? -1 : 1))
    .map(({ key, ...figures }) => ({ name: names[key]?.zh ?? key, figures }));
};

/**
 * A month for the paper that goes round: its figures beside those of the month before and of the year before, folded from
 * the visits; who was visited most, of visits that are done; and what has to be followed up on the day of writing.
 * A month that has not begun is refused.
 */
export const monthlyReport = async (
  ports: Needs,
  request: Pick<RequestOf<'report-pdf'>, 'query' | 'principal' | 'now'>,
): Promise<MonthlyReport | Refusal> => {
  const { query, principal, now } = request;
  const scope = scopeOf(principal);
  const writtenOn = localDate(now);
  const month = query.month === undefined ? monthDays(writtenOn, -1) : monthDays(query.month);
  if (month.from > writtenOn) return refuse('malformed', { path: 'month', code: 'in-future' });

  const before = monthDays(month.month, -1);
  const yearBefore = monthDays(month.month, -12);
  const read = await readStatistics(ports, scope, month, now);
  const readBefore = await readStatistics(ports, scope, before, now);
  const readYearBefore = await readStatistics(ports, scope, yearBefore, now);
  const findings = await overdueFindings(ports, scope, writtenOn, shownRows);
  if ('refused' in read) return refuse('fault', ...read.errors);
  if ('refused' in readBefore) return refuse('fault', ...readBefore.errors);
  if ('refused' in readYearBefore) return refuse('fault', ...readYearBefore.errors);
  if ('refused' in findings) return refuse('fault', ...findings.errors);
  const notices = await listEscalations(ports, { query: { limit: shownRows }, principal, now });

  const settings = settingsOn(await ports.settings.history({ district: scope.district }), writtenOn);
  const nameOf = nameIn(settings);
  const most = mostVisited(
    read.visits.filter(({ status }) => isOver(status)),
    shownBusinesses,
  );
  const known = await ports.businesses.some(
    scope,
    most.map(({ businessId }) => businessId),
  );
  const byDepartment = read.fold('department');
  return {
    district: settings.districtName.zh,
    ...(scope.street === undefined ? {} : { street: nameOf('streets', scope.street) }),
    ...{ month, writtenOn, nameOf, findings, notices },
    figures: byDepartment.total,
    monthBefore: { ...before, figures: readBefore.fold('month').total },
    yearBefore: { ...yearBefore, figures: readYearBefore.fold('month').total },
    formula: statisticsFormula.zh.split('；'),
    departments: inOrder(byDepartment.groups, settings.names.departments),
    streets: inOrder(read.fold('street').groups, settings.names.streets),
    mostVisited: most.map(({ departments, ...business }) => ({
      ...business,
      businessName: known.get(business.businessId)?.name ?? business.businessId,
      streetName: nameOf('streets', business.street),
      why: departments.map(({ department, requests }) => ({ name: nameOf('departments', department), requests })),
    })),
  };
};
