import { addDays, workingDayAfter } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { decideResults } from '../../domain/field/decide-results.ts';
import { toScan } from '../../domain/field/scanned-file.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { sendStored } from '../send-stored.ts';
import { sha256 } from '../sha256.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { visitView } from '../visits/visit-view.ts';
import { evidenceFaults } from './check-evidence.ts';

type Needs = Pick<Ports, 'visits' | 'queues' | 'settings' | 'calendars' | 'files' | 'scannedFiles'>;

/** Up to a dozen units record at once, and a phone sends what it is not sure of twice. */
const mostAttempts = 25;
type Request = RequestOf<'record-results'>;

/** The deadline of findings that name none; undefined where every finding names its own. */
const usualDue = async (
  ports: Needs,
  { body, principal, now }: Request,
  findingDueWorkingDays: number,
): Promise<string | undefined | Refusal> => {
  const isNeeded = body.checks.some(({ findings }) => findings.some(({ due }) => due === undefined));
  if (!isNeeded) return undefined;
  const scope = { district: principal.district };
  const today = localDate(now);
  const calendars = await readCalendars(ports, scope, { notBefore: today, due: addDays(today, 366) });
  const due = workingDayAfter(calendars, today, findingDueWorkingDays);
  if (due !== undefined) return due;
  const year = Math.max(Number(today.slice(0, 4)), ...calendars.keys()) + 1;
  return refuse('calendar-unknown', { path: 'checks', code: 'calendar-unknown', values: { year } });
};

const namedFiles = ({ body }: Request) =>
  body.checks.flatMap(({ files = [] }, n) => files.map((file, f) => ({ file, path: `checks[${n}].files[${f}]` })));

/**
 * Results of the checks that the inspector's unit performed: read the visit, decide check by check, write; again on what stands
 * where another unit recorded in between, so that neither loses anything. Evidence must lie in the store as it is said to. With the
 * last check, and with every correction after it, the results go out to be recognised.
 */
export const recordResults = async (ports: Needs, request: Request): Promise<ViewOf<'record-results'> | Refusal> => {
  const { params, body, principal, now, ids, ifMatch } = request;
  const settings = settingsOn(await ports.settings.history({ district: principal.district }), localDate(now));
  const due = await usualDue(ports, request, settings.findingDueWorkingDays);
  if (due !== undefined && typeof due !== 'string') return due;
  return decideAgain(async () => {
    const visit = await ports.visits.find(scopeOf(principal), params.visitId);
    if (!visit) return noSuchVisit;
    const mismatch = versionMismatch(ifMatch, visit.version);
    if (mismatch) return mismatch;
    const files = await evidenceFaults(ports, { district: visit.district, owner: visit.visitId }, namedFiles(request));
    if (files.length > 0) return refuse('results-refused', ...files);
    const decided = decideResults(visit, {
      by: principal.subject,
      unitId: principal.unit ?? '',
      now,
      checks: body.checks,
      ...(body.madeAt === undefined ? {} : { madeAt: body.madeAt }),
      ...(body.lateReason === undefined ? {} : { lateReason: body.lateReason }),
      backfillDays: settings.backfillDays,
      usualDue: due,
      hash: sha256,
      nextFindingId: () => `${visit.businessId}.${ids.next()}`,
    });
    if (!decided) return visitView({}, visit, principal);
    if (isRefusal(decided)) return decided;
    const named = namedFiles(request).map(({ file }) => toScan(file, visit, now.toISOString()));
    for (const file of named) {
      await ports.files.keep({ district: visit.district }, file.fileId);
      await ports.scannedFiles.create(file); // one that stands has been scanned, or waits for it
    }
    if ((await ports.visits.change(decided)) === 'conflict') return 'conflict';
    const { district, visitId } = decided;
    for (const { fileId } of named) await sendStored(() => ports.queues.scan({ district, fileId }));
    if (decided.outbox?.task === 'recognise-results')
      await sendStored(() => ports.queues.recognise({ district, visitId }));
    return visitView({}, decided, principal);
  }, mostAttempts);
};
