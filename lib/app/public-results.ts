import { addDays, type Calendar, workingDayAfter } from '../domain/calendar.ts';
import { localDate } from '../domain/local-time.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { type Settings, settingsOn } from '../domain/settings.ts';
import { type Check, isOver, type Visit } from '../domain/visit.ts';
import type { Ports } from './ports.ts';
import { publicPage } from './public-page.ts';
import { readCalendars } from './read-calendars.ts';
import type { RequestOf, ViewOf } from './request.ts';
import { sha256 } from './sha256.ts';

type Row = ViewOf<'public-results'>['items'][number];

const daysAhead = 120; // twenty working days and the longest holidays, several times over

const doneOn = ({ doneAt, day }: Visit): string => (doneAt === undefined ? day : localDate(new Date(doneAt)));

/** What a check found, as numbers: descriptions and evidence may name people. */
const toItem = (department: string, { itemId, name, outcome, findings = [] }: Check): Row['items'][number] => ({
  itemId,
  name,
  department,
  outcome: outcome ?? 'not-checked',
  findings: {
    count: findings.length,
    minor: findings.filter(({ severity }) => severity === 'minor').length,
    major: findings.filter(({ severity }) => severity === 'major').length,
  },
});

const toView = (visit: Visit, calendars: ReadonlyMap<number, Calendar>, settings: (on: string) => Settings): Row => ({
  resultId: sha256(`${visit.district} ${visit.visitId}`).slice(0, 24),
  day: visit.day,
  publishedOn: doneOn(visit),
  publishBy: workingDayAfter(calendars, doneOn(visit), settings(doneOn(visit)).publishResultsWorkingDays),
  businessName: visit.businessName,
  street: visit.street,
  departments: [...new Set(visit.attending.map(({ department }) => department))].toSorted(),
  items: visit.attending.flatMap(({ department, checks }) => checks.map((check) => toItem(department, check))),
});

/**
 * The published results, for anyone: of every visit from the moment it is done, announced or not, and never before. The rule
 * gives `publishResultsWorkingDays` for that; `publishBy` shows the day on which they end, where the calendar knows it.
 */
export const publicResults = async (
  ports: Pick<Ports, 'visits' | 'calendars' | 'settings'> & { readonly ownDistrict: string },
  request: RequestOf<'public-results'>,
): Promise<ViewOf<'public-results'> | Refusal> => {
  const page = await publicPage(ports, request, ({ status }) => isOver(status));
  if (isRefusal(page)) return page;
  const { visits, ...rest } = page;
  const days = visits.map(doneOn).toSorted();
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return { items: [], ...rest };
  const scope = { district: request.query.district ?? ports.ownDistrict };
  const history = await ports.settings.history(scope);
  const calendars = await readCalendars(ports, scope, { notBefore: first, due: addDays(last, daysAhead) });
  return { items: visits.map((visit) => toView(visit, calendars, (on) => settingsOn(history, on))), ...rest };
};
