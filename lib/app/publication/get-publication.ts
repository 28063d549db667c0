import { addDays, workingDayAfter } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { earliestOf } from '../../domain/date-order.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { isWithdrawalPending } from '../../domain/publication/publication.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { withdrawalView } from './withdrawal-view.ts';

const daysBack = 400;
const daysAhead = 120;

type View = ViewOf<'get-publication'>;

const missingOf = (visit: Visit): readonly string[] => {
  const open = visit.attending.filter(({ checks }) => checks.some(({ outcome }) => outcome === undefined));
  return [...new Set(open.map(({ department }) => department))].toSorted();
};

const noDeadline = '9999-12-31';
const byDeadline = (a: View['overdue'][number], b: View['overdue'][number]): number =>
  (a.publishBy ?? noDeadline) < (b.publishBy ?? noDeadline) ? -1 : 1;

/**
 * What is not public though it should be, or soon must be: visits that began and whose results are not all recorded, each by
 * the day on which the rule's working days end, where the calendar knows it; and the withdrawals that wait for a decision.
 */
export const getPublication = async (
  ports: Pick<Ports, 'visits' | 'calendars' | 'settings'>,
  { query, principal, now }: RequestOf<'get-publication'>,
): Promise<View> => {
  const scope = scopeOf(principal);
  const today = localDate(now);
  const from = query.from ?? addDays(today, -daysBack);
  const wanted: string[] = [];
  for await (const page of ports.visits.summaries(scope, from, today)) {
    const some = page.filter(({ status, withdrawalAsked }) => status === 'under-way' || withdrawalAsked);
    wanted.push(...some.map(({ visitId }) => visitId));
  }
  const visits = [...(await ports.visits.some(scope, wanted)).values()];
  const history = await ports.settings.history({ district: scope.district });
  // From the first of these visits on: a year before it may be one whose calendar nobody has set.
  const notBefore = earliestOf(today, ...visits.map(({ day }) => day));
  const calendars = await readCalendars(ports, scope, { notBefore, due: addDays(today, daysAhead) });
  const overdue = visits.flatMap((visit): View['overdue'] => {
    if (visit.status !== 'under-way') return [];
    const { publishResultsWorkingDays } = settingsOn(history, visit.day);
    const publishBy = workingDayAfter(calendars, visit.day, publishResultsWorkingDays);
    const { visitId, businessName, street, day } = visit;
    const departments = [...missingOf(visit)];
    return [
      {
        visitId,
        businessName,
        street,
        day,
        publishBy,
        departments,
        isOverdue: publishBy !== undefined && publishBy < today,
      },
    ];
  });
  const withdrawals = visits.flatMap((visit): View['withdrawals'] => {
    const { withdrawal } = visit;
    if (!withdrawal || !isWithdrawalPending(visit)) return [];
    return [{ ...withdrawalView(visit, withdrawal), isOverdue: (withdrawal.decideBy ?? today) < today }];
  });
  return {
    on: today,
    overdue: overdue.toSorted(byDeadline),
    withdrawals: withdrawals.toSorted((a, b) => (a.withdrawal.requestedAt < b.withdrawal.requestedAt ? -1 : 1)),
  };
};
