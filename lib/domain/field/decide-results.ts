import { localDate } from '../local-time.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Attendance, Check, Finding, Outcome } from '../visits/checks.ts';
import { isOver, type Visit } from '../visits/visit.ts';
import { type Observations, observationFaults } from './check-result.ts';
import { madeFaults } from './field-time.ts';
import { type Hash, sealOf, standingResult } from './result-chain.ts';
import { sameResult } from './same-result.ts';

export type ReportedFinding = Pick<Finding, 'description' | 'severity' | 'evidence' | 'disposition'> & {
  /** Of a finding that a correction keeps. */
  readonly findingId?: string;
  readonly due?: string;
};
export type ReportedCheck = Observations & {
  readonly itemId: string;
  readonly outcome: Outcome;
  readonly findings: readonly ReportedFinding[];
  readonly reason?: string;
  readonly corrects?: { readonly version: number; readonly reason: string };
};
export type ResultsCommand = {
  readonly by: string;
  readonly unitId: string;
  readonly now: Date;
  readonly checks: readonly ReportedCheck[];
  /** When they were made on site, where they are sent later, and why on a later day. */
  readonly madeAt?: string;
  readonly lateReason?: string;
  readonly backfillDays: number;
  /** The deadline of a finding that names none; undefined where no finding lacks one. */
  readonly usualDue: string | undefined;
  readonly nextFindingId: () => string;
  readonly hash: Hash;
};

const findCheck = (attending: readonly Attendance[], itemId: string): Check | undefined =>
  attending.flatMap(({ checks }) => checks).find((check) => check.itemId === itemId);

/** A finding of a visit that is done lives its own life: it is closed there, with its reason, and not by leaving it out here. */
const dropsFinding = (visit: Visit, standing: Check, reported: ReportedCheck): boolean =>
  isOver(visit.status) &&
  (standing.findings ?? []).some(({ findingId }) => !reported.findings.some((one) => one.findingId === findingId));

const standingFault = (visit: Visit, standing: Check, reported: ReportedCheck, path: string): readonly FieldError[] => {
  const current = standing.resultVersion ?? 1;
  if (standing.outcome === undefined) {
    return reported.corrects === undefined ? [] : [{ path: `${path}.corrects`, code: 'nothing-to-correct' }];
  }
  if (sameResult(standing, reported)) return [];
  if (reported.corrects === undefined) {
    const other = standing.outcome !== reported.outcome;
    return [other ? { path: `${path}.outcome`, code: 'result-stands' } : { path, code: 'result-differs' }];
  }
  if (reported.corrects.version !== current) {
    return [{ path: `${path}.corrects.version`, code: 'corrects-other-version', values: { current } }];
  }
  return dropsFinding(visit, standing, reported) ? [{ path: `${path}.findings`, code: 'finding-lives-on' }] : [];
};

const checkFaults = (visit: Visit, command: ResultsCommand, reported: ReportedCheck, path: string) => {
  const own = visit.attending.filter(({ unitId }) => unitId === command.unitId);
  const standing = findCheck(own, reported.itemId);
  if (!standing) {
    const foreign = findCheck(visit.attending, reported.itemId) !== undefined;
    return [{ path: `${path}.itemId`, code: foreign ? 'item-of-other-unit' : 'item-not-in-visit' }];
  }
  const faults = standingFault(visit, standing, reported, path);
  if (faults.length > 0 || reported.outcome === 'not-checked') return faults;
  return observationFaults(standing, reported, path);
};

/** The time on site: not before the first inspector was in, nor too long ago. */
const timeFaults = (visit: Visit, { madeAt, lateReason, now, backfillDays }: ResultsCommand): readonly FieldError[] => {
  const before = madeAt !== undefined && visit.checkedInAt !== undefined && madeAt < visit.checkedInAt;
  if (before) return [{ path: 'madeAt', code: 'made-before-check-in' }];
  const names = { at: 'madeAt', lateReason: 'lateReason' };
  return madeFaults({ at: madeAt, lateReason }, { now, backfillDays }, names);
};

const faultsOf = (visit: Visit, command: ResultsCommand): readonly FieldError[] => {
  const visitedOn = visit.checkedInAt === undefined ? visit.day : localDate(new Date(visit.checkedInAt));
  return command.checks.flatMap((reported, n) => {
    const path = `checks[${n}]`;
    const first = command.checks.findIndex(({ itemId }) => itemId === reported.itemId);
    if (first < n) return [{ path: `${path}.itemId`, code: 'duplicate', values: { first: first + 1 } }];
    const faults = checkFaults(visit, command, reported, path);
    if (faults.length > 0) return faults;
    return reported.findings.flatMap(({ due }, f) =>
      due !== undefined && due < visitedOn ? [{ path: `${path}.findings[${f}].due`, code: 'due-past' }] : [],
    );
  });
};

const recordedFindings = (standing: Check, reported: ReportedCheck, command: ResultsCommand): readonly Finding[] =>
  reported.findings.map(({ due, findingId, ...finding }) => {
    const kept = standing.findings?.find((one) => one.findingId === findingId);
    return {
      ...finding,
      findingId: kept?.findingId ?? command.nextFindingId(),
      due: due ?? kept?.due ?? command.usualDue ?? localDate(command.now),
      status: kept?.status ?? ('open' as const),
    };
  });

/** The check with its new result over the one that stands, sealed over whatever was recorded last at the visit. */
const recorded = (visit: Visit, check: Check, reported: ReportedCheck, command: ResultsCommand): Check => {
  const { answers, measurements, files, reason, outcome, corrects } = reported;
  const standing = standingResult(check);
  const version = (standing?.version ?? 0) + 1;
  const result = {
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(outcome === 'finding' ? { findings: recordedFindings(check, reported, command) } : {}),
    ...(answers && answers.length > 0 ? { answers } : {}),
    ...(measurements && measurements.length > 0 ? { measurements } : {}),
    ...(files && files.length > 0 ? { files } : {}),
    ...(command.madeAt === undefined ? {} : { madeAt: command.madeAt }),
    recordedAt: command.now.toISOString(),
    recordedBy: command.by,
    ...(corrects === undefined ? {} : { corrects }),
    ...(visit.resultsHead === undefined ? {} : { follows: visit.resultsHead }),
  };
  const digest = sealOf(visit.visitId, { ...result, itemId: check.itemId, version }, command.hash);
  const { itemId, name, recognitionClass, recognitionDays, minutes, legalBasis, checklist, questions, serves } = check;
  return {
    ...{ itemId, name, recognitionClass, recognitionDays, minutes, legalBasis, checklist, serves },
    ...(questions ? { questions } : {}),
    ...(version > 1 ? { resultVersion: version } : {}),
    ...(standing ? { earlier: [...(check.earlier ?? []), standing] } : {}),
    ...result,
    digest,
  };
};

/** One result after another, each sealed over the one before. */
const withResults = (visit: Visit, fresh: readonly ReportedCheck[], command: ResultsCommand): Visit => {
  let last = visit;
  for (const reported of fresh) {
    const standing = last;
    const attending = standing.attending.map((attendance) =>
      attendance.unitId !== command.unitId
        ? attendance
        : {
            ...attendance,
            checks: attendance.checks.map((check) =>
              check.itemId === reported.itemId ? recorded(standing, check, reported, command) : check,
            ),
          },
    );
    const digest = findCheck(attending, reported.itemId)?.digest;
    last = { ...standing, attending, ...(digest === undefined ? {} : { resultsHead: digest }) };
  }
  return last;
};

const entryOf = (visit: Visit, fresh: readonly ReportedCheck[], { now, by, lateReason }: ResultsCommand) => {
  const corrections = fresh.flatMap(({ itemId, corrects }) => (corrects ? [`${itemId}: ${corrects.reason}`] : []));
  const words = fresh.map(({ itemId }) => itemId).join(' ');
  return {
    at: now.toISOString(),
    by,
    action: corrections.length > 0 ? 'results-corrected' : 'results-recorded',
    reason: [corrections.length > 0 ? corrections.join('; ') : words, ...(lateReason ? [lateReason] : [])].join(' · '),
    ...(visit.resultsHead === undefined ? {} : { digest: visit.resultsHead }),
  };
};

/**
 * Results of the checks that a unit performed, from the check-in on; with the last one the visit is `done` and its results are
 * to be recognised. A result that stands is changed by a correction alone, which names its version and leaves it on record;
 * the same one again changes nothing (undefined where there is nothing else). What is corrected after the visit is
 * recognised anew.
 */
export const decideResults = (visit: Visit, command: ResultsCommand): Visit | Refusal | undefined => {
  const notNow = refuse('state-conflict', { path: 'status', code: 'status', values: { status: visit.status } });
  if (visit.status !== 'under-way' && !isOver(visit.status)) return notNow;
  const faults = faultsOf(visit, command);
  if (faults.length > 0) return refuse('results-refused', ...faults);
  const fresh = command.checks.filter((reported) => {
    const standing = findCheck(visit.attending, reported.itemId);
    return standing?.outcome === undefined || !sameResult(standing, reported);
  });
  if (fresh.length === 0) return undefined;
  if (visit.status !== 'under-way' && fresh.some(({ corrects }) => corrects === undefined)) return notNow;
  const late = timeFaults(visit, command);
  if (late.length > 0) return refuse('results-refused', ...late);
  const next = withResults(visit, fresh, command);
  const at = command.now.toISOString();
  const done = next.attending.every(({ checks }) => checks.every(({ outcome }) => outcome !== undefined));
  const first = done && visit.status === 'under-way';
  return {
    ...next,
    ...(first ? { status: 'done', doneAt: at } : {}),
    ...(done ? { outbox: { task: 'recognise-results', since: at } } : {}),
    history: [
      ...visit.history,
      entryOf(next, fresh, command),
      ...(first ? [{ at, by: command.by, action: 'done' }] : []),
    ],
    version: visit.version + 1,
  };
};
