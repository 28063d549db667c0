import { addDays } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { isOver } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { publicPage } from './public-page.ts';
import { doneOn, publicResult } from './public-result.ts';

const daysAhead = 120; // twenty working days and the longest holidays, several times over

/**
 * The published results, for anyone: of every visit from the moment it is done, announced or not, and never before, until they
 * are withdrawn. The rule gives `publishResultsWorkingDays`; `publishBy` shows the day on which they end, where the calendar knows it.
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
  return { items: visits.map((visit) => publicResult(visit, calendars, (on) => settingsOn(history, on))), ...rest };
};
