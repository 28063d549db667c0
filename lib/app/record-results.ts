import { addDays, workingDayAfter } from '../domain/calendar.ts';
import { decideResults } from '../domain/decide-results.ts';
import { localDate } from '../domain/local-time.ts';
import { scopeOf } from '../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { settingsOn } from '../domain/settings.ts';
import { decideAgain } from './decide-again.ts';
import { noSuchVisit } from './get-visit.ts';
import type { Ports } from './ports.ts';
import { readCalendars } from './read-calendars.ts';
import type { RequestOf, ViewOf } from './request.ts';
import { sendStored } from './send-stored.ts';
import { versionMismatch } from './version-mismatch.ts';
import { visitView } from './visit-view.ts';

type Needs = Pick<Ports, 'visits' | 'queues' | 'settings' | 'calendars'>;
type Request = RequestOf<'record-results'>;

/** The deadline of findings that name none; undefined where every finding names its own. */
const usualDue = async (ports: Needs, { body, principal, now }: Request): Promise<string | undefined | Refusal> => {
  const isNeeded = body.checks.some(({ findings }) => findings.some(({ due }) => due === undefined));
  if (!isNeeded) return undefined;
  const scope = { district: principal.district };
  const today = localDate(now);
  const { findingDueWorkingDays } = settingsOn(await ports.settings.history(scope), today);
  const calendars = await readCalendars(ports, scope, { notBefore: today, due: addDays(today, 366) });
  const due = workingDayAfter(calendars, today, findingDueWorkingDays);
  if (due !== undefined) return due;
  const year = Math.max(Number(today.slice(0, 4)), ...calendars.keys()) + 1;
  return refuse('calendar-unknown', { path: 'checks', code: 'calendar-unknown', values: { year } });
};

/**
 * Results of the checks that the inspector's unit performed: read the visit, decide check by check, write; again on what stands
 * where another unit recorded in between, so that neither loses anything. With the last check the results go out to be recognised.
 */
export const recordResults = async (ports: Needs, request: Request): Promise<ViewOf<'record-results'> | Refusal> => {
  const { params, body, principal, now, ids, ifMatch } = request;
  const due = await usualDue(ports, request);
  if (due !== undefined && typeof due !== 'string') return due;
  return decideAgain(async () => {
    const visit = await ports.visits.find(scopeOf(principal), params.visitId);
    if (!visit) return noSuchVisit;
    const mismatch = versionMismatch(ifMatch, visit.version);
    if (mismatch) return mismatch;
    const decided = decideResults(visit, {
      by: principal.subject,
      unitId: principal.unit ?? '',
      now,
      checks: body.checks,
      usualDue: due,
      nextFindingId: () => `${visit.businessId}.${ids.next()}`,
    });
    if (!decided) return visitView({}, visit, principal);
    if (isRefusal(decided)) return decided;
    if ((await ports.visits.change(decided)) === 'conflict') return 'conflict';
    const { district, visitId } = decided;
    if (decided.status === 'done') await sendStored(() => ports.queues.recognise({ district, visitId }));
    return visitView({}, decided, principal);
  });
};
