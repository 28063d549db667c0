import type { PlanningMessage } from '../../contract/messages.ts';
import type { Unit } from '../../domain/catalogue/catalogue.ts';
import type { Consolidation } from '../../domain/centre/consolidation.ts';
import {
  attemptsMade,
  beginPlanning,
  failPlanning,
  finishPlanning,
  interruptPlanning,
  isBeingPlanned,
  planningAttempts,
} from '../../domain/centre/consolidation-transitions.ts';
import { suppose } from '../../domain/centre/what-if.ts';
import type { Plan } from '../../domain/plans/plan.ts';
import { closeFinishedPlan } from '../../domain/plans/plan-progress.ts';
import { teamsOf } from '../../domain/schedule/choose-unit.ts';
import type { Progress } from '../../planner/planning-options.ts';
import { openPublicNotice } from '../notices/open-public-notice.ts';
import type { Ports } from '../ports.ts';
import { reportProgress } from '../report-progress.ts';
import { workingDayFromNow } from '../working-day-from-now.ts';
import { keepClear } from './keep-clear.ts';
import { keepProof } from './keep-proof.ts';
import { markForReview } from './mark-for-review.ts';
import { type PlanningSnapshot, readSnapshot, type SnapshotPorts } from './planning-snapshot.ts';
import { proposeVisits, type Search } from './propose-visits.ts';

type Needs = SnapshotPorts & Pick<Ports, 'clock' | 'ids' | 'files'> & { readonly search: Search };

const silenceMs = 30_000; // an attempt that has not shown itself for so long is taken for dead

const isPlannable = ({ status }: Consolidation): boolean => status === 'queued' || status === 'running';

/** Writes what `next` makes of the run as it stands, again after each lost race; undefined once it is no longer to be planned. */
const changeRun = async (
  ports: Needs,
  run: Consolidation,
  next: (run: Consolidation) => Consolidation,
): Promise<Consolidation | undefined> => {
  let standing: Consolidation | undefined = run;
  while (standing && isPlannable(standing)) {
    const changed = next(standing);
    if ((await ports.consolidations.change(changed)) === 'stored') return changed;
    standing = await ports.consolidations.find({ district: run.district }, run.consolidationId);
  }
  return undefined;
};

const percentOf = ({ stage, ms = 0 }: Progress, limitMs: number): number =>
  stage === 'compiled' ? 15 : stage === 'constructed' ? 30 : Math.min(90, 30 + Math.round((60 * ms) / limitMs));

/** Plans of which nothing is left are closed on the way: here their rows and visits have just been read anyway. A lost race leaves one to the next run. */
const closeFinished = async (ports: Needs, finished: readonly Plan[]): Promise<void> => {
  for (const plan of finished) {
    const closed = closeFinishedPlan(plan, ports.clock.now().toISOString());
    if (closed) await ports.plans.change(closed);
  }
};

/** What the planner looks at: what stands, or what the run supposes in its place. */
const supposing = (run: Consolidation, snapshot: PlanningSnapshot) => {
  if (!run.whatIf) return { snapshot, beyond: [] };
  const teamsNow = (unit: Unit): number => teamsOf(unit, snapshot.settings.inspectorsPerTeam);
  const { beyond, ...supposed } = suppose(run.whatIf, snapshot.settings, snapshot.units, teamsNow);
  return { snapshot: { ...snapshot, ...supposed }, beyond };
};

const attempt = async (
  ports: Needs,
  run: Consolidation,
  progress: ReturnType<typeof reportProgress>,
): Promise<void> => {
  const attemptId = ports.ids.next();
  const { snapshot: stands, beyond } = supposing(run, await readSnapshot(ports, run, ports.clock.now()));
  const { snapshot, keptClear } = keepClear(run, stands);
  progress.report('planning', 10);
  const limitMs = 1000 * (run.planningSeconds ?? snapshot.settings.planningSeconds);
  const { proposal, figures, planIds, proof } = await proposeVisits(run, snapshot, ports.search, {
    now: () => ports.clock.now().getTime(),
    onProgress: (at) => progress.report('planning', percentOf(at, limitMs)),
  });
  progress.report('writing', 95);
  const { visits, ...review } = markForReview(run, proposal.visits, snapshot);
  const { pages } = await ports.consolidations.writeProposal(run, attemptId, { ...proposal, visits });
  const hasProof = await keepProof(ports, run, attemptId, proof);
  await closeFinished(ports, snapshot.finished);
  const { needs: reviewNeeds, ...levels } = review;
  const now = ports.clock.now();
  // Where nobody reviews, the public notice begins with the proposal.
  const due = levels.requiredLevels.length === 0 ? levels.publicNoticeWorkingDays : 0;
  const opened = await openPublicNotice(ports, { ...run, planIds, publicNoticeWorkingDays: due }, visits, now);
  if (opened === 'unknown') throw new Error('the calendar does not reach to the end of the public notice');
  const finished = {
    attemptId,
    hasProof,
    pages,
    planIds,
    figures,
    keptClear,
    reviewNeeds,
    beyond,
    ...levels,
    ...opened,
  };
  progress.stop();
  const dueOn = await workingDayFromNow(ports, run.district, run.reviewWorkingDays, now);
  await changeRun(ports, await progress.settle(), (standing) => finishPlanning(standing, finished, now, dueOn));
};

/**
 * Plans a consolidation: note the attempt, read the district, let the planner work, write the proposal under the attempt's
 * id, and let the header name it. May be repeated or cut off anywhere: pages that no header names don't count. A fault goes
 * back to the queue; the last attempt's ends in `failed`, where its coordinator sees it.
 */
export const planConsolidation = async (ports: Needs, message: PlanningMessage): Promise<void> => {
  const { district, consolidationId } = message;
  const run = await ports.consolidations.find({ district }, consolidationId);
  if (!run || !isPlannable(run) || isBeingPlanned(run, ports.clock.now(), silenceMs)) return;
  if (attemptsMade(run) >= planningAttempts) {
    const failure = { code: 'planning-stopped', text: `stopped without a word ${planningAttempts} times` };
    await changeRun(ports, run, (standing) => failPlanning(standing, failure, ports.clock.now()));
    return;
  }
  const begun = beginPlanning(run, ports.clock.now());
  if ((await ports.consolidations.change(begun)) === 'conflict') return; // another attempt began, and reports by itself
  const progress = reportProgress(ports, begun);
  try {
    await attempt(ports, begun, progress);
  } catch (fault) {
    const text = fault instanceof Error ? fault.message : String(fault);
    const isLast = attemptsMade(begun) >= planningAttempts;
    await changeRun(ports, begun, (standing) =>
      isLast
        ? failPlanning(standing, { code: 'planning-fault', text }, ports.clock.now())
        : interruptPlanning(standing, text, ports.clock.now()),
    );
    throw new Error('planning met a fault', { cause: fault });
  } finally {
    progress.stop();
  }
};
