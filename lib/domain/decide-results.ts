import { localDate } from './local-time.ts';
import { type FieldError, type Refusal, refuse } from './refusal.ts';
import { type Attendance, type Check, type Finding, isOver, type Outcome, type Visit } from './visit.ts';

export type ReportedFinding = Pick<Finding, 'description' | 'severity' | 'evidence' | 'disposition'> & {
  readonly due?: string;
};
export type ReportedCheck = {
  readonly itemId: string;
  readonly outcome: Outcome;
  readonly findings: readonly ReportedFinding[];
  readonly reason?: string;
};
export type ResultsCommand = {
  readonly by: string;
  readonly unitId: string;
  readonly now: Date;
  readonly checks: readonly ReportedCheck[];
  /** The deadline of a finding that names none; undefined where no finding lacks one. */
  readonly usualDue: string | undefined;
  readonly nextFindingId: () => string;
};

const findCheck = (attending: readonly Attendance[], itemId: string): Check | undefined =>
  attending.flatMap(({ checks }) => checks).find((check) => check.itemId === itemId);

const checkFault = (visit: Visit, command: ResultsCommand, reported: ReportedCheck, path: string) => {
  const own = visit.attending.filter(({ unitId }) => unitId === command.unitId);
  const standing = findCheck(own, reported.itemId);
  if (!standing) {
    const foreign = findCheck(visit.attending, reported.itemId) !== undefined;
    return { path: `${path}.itemId`, code: foreign ? 'item-of-other-unit' : 'item-not-in-visit' };
  }
  return standing.outcome !== undefined && standing.outcome !== reported.outcome
    ? { path: `${path}.outcome`, code: 'result-stands' }
    : undefined;
};

const faultsOf = (visit: Visit, command: ResultsCommand): readonly FieldError[] => {
  const visitedOn = visit.checkedInAt === undefined ? visit.day : localDate(new Date(visit.checkedInAt));
  return command.checks.flatMap((reported, n) => {
    const path = `checks[${n}]`;
    const first = command.checks.findIndex(({ itemId }) => itemId === reported.itemId);
    if (first < n) return [{ path: `${path}.itemId`, code: 'duplicate', values: { first: first + 1 } }];
    const fault = checkFault(visit, command, reported, path);
    if (fault) return [fault];
    return reported.findings.flatMap(({ due }, f) =>
      due !== undefined && due < visitedOn ? [{ path: `${path}.findings[${f}].due`, code: 'due-past' }] : [],
    );
  });
};

const recorded = (check: Check, reported: ReportedCheck, command: ResultsCommand): Check => ({
  ...check,
  outcome: reported.outcome,
  ...(reported.reason === undefined ? {} : { reason: reported.reason }),
  ...(reported.outcome === 'finding'
    ? {
        findings: reported.findings.map(({ due, ...finding }) => ({
          ...finding,
          findingId: command.nextFindingId(),
          due: due ?? command.usualDue ?? localDate(command.now),
          status: 'open' as const,
        })),
      }
    : {}),
  recordedAt: command.now.toISOString(),
  recordedBy: command.by,
});

/**
 * Results of the checks that a unit performed, while the visit is under way; with the last one the visit is `done` and its
 * results are to be recognised. The first outcome of a check stands: the same one again changes nothing (undefined where
 * there is nothing else), another is refused.
 */
export const decideResults = (visit: Visit, command: ResultsCommand): Visit | Refusal | undefined => {
  const notNow = refuse('state-conflict', { path: 'status', code: 'status', values: { status: visit.status } });
  if (visit.status !== 'under-way' && !isOver(visit.status)) return notNow;
  const faults = faultsOf(visit, command);
  if (faults.length > 0) return refuse('results-refused', ...faults);
  const fresh = command.checks.filter(({ itemId }) => findCheck(visit.attending, itemId)?.outcome === undefined);
  if (fresh.length === 0) return undefined;
  if (visit.status !== 'under-way') return notNow;
  const attending = visit.attending.map((attendance) =>
    attendance.unitId === command.unitId
      ? {
          ...attendance,
          checks: attendance.checks.map((check) => {
            const reported = fresh.find(({ itemId }) => itemId === check.itemId);
            return reported ? recorded(check, reported, command) : check;
          }),
        }
      : attendance,
  );
  const at = command.now.toISOString();
  const done = attending.every(({ checks }) => checks.every(({ outcome }) => outcome !== undefined));
  const results = {
    at,
    by: command.by,
    action: 'results-recorded',
    reason: fresh.map(({ itemId }) => itemId).join(' '),
  };
  return {
    ...visit,
    attending,
    ...(done ? { status: 'done', doneAt: at, outbox: { task: 'recognise-results', since: at } } : {}),
    history: [...visit.history, results, ...(done ? [{ at, by: command.by, action: 'done' }] : [])],
    version: visit.version + 1,
  };
};
