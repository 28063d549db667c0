import { fileAddressSeconds } from '../../contract/evidence-limits.ts';
import { addDays, workingDayAfter } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { latestOf } from '../../domain/date-order.ts';
import { questionsOf } from '../../domain/field/check-result.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Plan, RecognisedFrom, RequestRow } from '../../domain/plans/plan.ts';
import { type RequestState, requestDisposition } from '../../domain/plans/request-disposition.ts';
import { type Scope, scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Attendance, Check } from '../../domain/visits/checks.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import { readRequestStates } from '../plans/read-request-states.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

export type RecognitionNeeds = Pick<
  Ports,
  'plans' | 'consolidations' | 'visits' | 'settings' | 'calendars' | 'scannedFiles' | 'files'
>;

/** A request that another department's result answers, or did until its own department objected. */
export type Recognition = {
  readonly plan: Plan;
  readonly row: RequestRow;
  readonly state: RequestState;
  readonly from: RecognisedFrom;
  readonly visit: Visit;
  readonly attendance: Attendance;
  readonly check: Check;
  /** The last day for an objection; undefined where the calendar ends. */
  readonly objectUntil: string | undefined;
};

const noSuchRequest = refuse('not-found', { path: 'requestId', code: 'not-found' });
const notRecognised = refuse('not-found', { path: 'requestId', code: 'not-recognised' });

const findRow = async ({ plans }: RecognitionNeeds, plan: Plan, requestId: string): Promise<RequestRow | undefined> => {
  for await (const page of plans.pages(plan)) {
    const row = page.find((one) => one.requestId === requestId);
    if (row) return row;
  }
  return undefined;
};

/** Objections run from the day on which the result was there and the request was made, whichever came last. */
const lastDay = async (
  ports: RecognitionNeeds,
  { district }: Scope,
  plan: Plan,
  visit: Visit,
  now: Date,
): Promise<string | undefined> => {
  const dayOf = (at: string | undefined): string => (at === undefined ? visit.day : localDate(new Date(at)));
  const from = latestOf(dayOf(visit.doneAt), dayOf(plan.submittedAt ?? plan.createdAt));
  const { objectWorkingDays } = settingsOn(await ports.settings.history({ district }), localDate(now));
  const calendars = await readCalendars(ports, { district }, { notBefore: from, due: addDays(from, 366) });
  return workingDayAfter(calendars, from, objectWorkingDays);
};

/** What stood for the request before its department objected: an objection names it. */
const objectedFrom = (plan: Plan, row: RequestRow): Pick<RecognisedFrom, 'visitId' | 'itemId'> | undefined =>
  plan.objections?.findLast(({ requestId }) => requestId === row.requestId);

/** The recognition of a department's own request: the plan, the row, what became of it, and the check that answers it. */
export const readRecognition = async (
  ports: RecognitionNeeds,
  { params, principal, now }: Pick<RequestOf<'get-recognition'>, 'params' | 'principal' | 'now'>,
): Promise<Recognition | Refusal> => {
  const scope = scopeOf(principal);
  const plan = await ports.plans.find(scope, params.planId);
  const row = plan && (await findRow(ports, plan, params.requestId));
  if (!plan || !row || row.department !== principal.department) return noSuchRequest;
  const [found] = await readRequestStates(ports, plan, [row]);
  const state = found?.state ?? requestDisposition(plan, row, [], new Map());
  const named = state.recognisedFrom ?? objectedFrom(plan, row);
  if (!named) return notRecognised;
  const visit = await ports.visits.find({ district: plan.district }, named.visitId);
  const attendance = visit?.attending.find(({ checks }) => checks.some(({ itemId }) => itemId === named.itemId));
  const check = attendance?.checks.find(({ itemId }) => itemId === named.itemId);
  if (!visit || !attendance || !check || check.outcome === undefined) return notRecognised;
  const on = check.recordedAt === undefined ? visit.day : localDate(new Date(check.recordedAt));
  const from = { visitId: visit.visitId, department: attendance.department, itemId: check.itemId, on };
  const objectUntil = await lastDay(ports, scope, plan, visit, now);
  return { plan, row, state, from, visit, attendance, check, objectUntil };
};

/** Addresses of the evidence that was scanned: the department that relies on it sees it, though the visit is not its own. */
const addressesOf = async (ports: RecognitionNeeds, { visit, check }: Recognition, now: Date) => {
  const signed = { seconds: fileAddressSeconds, at: now };
  const scope = { district: visit.district };
  return Promise.all(
    (check.files ?? []).map(async (file) => {
      const scanned = await ports.scannedFiles.find(scope, file.fileId);
      if (!scanned) return file;
      const { scan } = scanned;
      return scan === 'clean'
        ? { ...file, scan, url: await ports.files.download(scope, file.fileId, signed) }
        : { ...file, scan };
    }),
  );
};

/** A recognition as its department sees it, the evidence with it. */
export const recognitionView = async (
  ports: RecognitionNeeds,
  recognition: Recognition,
  now: Date,
): Promise<ViewOf<'get-recognition'>> => {
  const { plan, row, state, from, visit, attendance, check, objectUntil } = recognition;
  const use = plan.uses?.find(({ requestId, visitId }) => requestId === row.requestId && visitId === visit.visitId);
  const objection = plan.objections?.findLast(({ requestId }) => requestId === row.requestId);
  return {
    requestId: row.requestId,
    planId: plan.planId,
    department: row.department,
    businessId: row.businessId,
    items: row.items,
    disposition: state.disposition,
    evidence: {
      visitId: visit.visitId,
      department: attendance.department,
      unitName: attendance.unitName,
      itemId: check.itemId,
      itemName: check.name,
      on: from.on,
      ...(check.outcome === undefined ? {} : { outcome: check.outcome }),
      resultVersion: check.resultVersion ?? 1,
      findings: (check.findings ?? []).map(({ description, severity, due }) => ({ description, severity, due })),
      questions: questionsOf(check),
      ...(check.answers ? { answers: check.answers } : {}),
      ...(check.measurements ? { measurements: check.measurements } : {}),
      files: await addressesOf(ports, recognition, now),
      ...(check.digest === undefined ? {} : { digest: check.digest }),
    },
    ...(use ? { used: { by: use.by, at: use.at } } : {}),
    ...(objectUntil === undefined ? {} : { objectUntil }),
    ...(objection
      ? {
          objection: { department: objection.department, reason: objection.reason, by: objection.by, at: objection.at },
        }
      : {}),
  };
};
