import { type FieldError, isRefusal, refuse } from '../../domain/refusal.ts';
import { type Absence, confirmAbsence, type RepairStep } from '../../domain/schedule/absence.ts';
import { isAppliedToVisit, type VisitOrder } from '../../domain/schedule/call-off.ts';
import type { CommandOutcome, ScheduleChange, ScheduleCommand } from '../../domain/schedule/schedule-command.ts';
import { enterAbsence } from '../../domain/schedule/unit-away.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import { claimVisits } from './claim-visits.ts';
import { repairWith, stepToRepair } from './find-repair.ts';
import { type RepairPorts, type RepairState, readRepairState, withRepaired } from './repair-state.ts';

type Needs = RepairPorts & Pick<Ports, 'absences' | 'clock'>;
export type RepairChange = Extract<ScheduleChange, { kind: 'repair-absence' }>;

/** How a repair ended: what to settle the command with, and the visits whose notices are due. */
export type Repaired =
  | { readonly refusals: readonly FieldError[] }
  | { readonly outcome: CommandOutcome; readonly visits: readonly Visit[] };

const outdated: FieldError = { path: 'absenceId', code: 'repair-outdated' };

/** True where exactly the visits that were shown are still concerned, each at its place, and each step still works after those before it. */
const isAsShown = (state: RepairState, absence: Absence, order: VisitOrder): boolean => {
  const shown = new Map(absence.steps.map((step) => [step.visitId, step]));
  const stands = ({ visitId, day, start }: Visit): boolean => {
    const from = shown.get(visitId)?.from;
    return from?.day === day && from.start === start;
  };
  if (state.affected.length !== shown.size || !state.affected.every(stands)) return false;
  let standing = state;
  return absence.steps.every((step) => {
    const visit = state.affected.find(({ visitId }) => visitId === step.visitId);
    const next = visit && repairWith(standing, visit, stepToRepair(step, absence), order);
    if (!next || isRefusal(next)) return false;
    standing = withRepaired(standing, next);
    return true;
  });
};

/** The absence on its unit's record, so that nothing new is planned on it. Repeatable; false after a lost race. */
const markAway = async (ports: Needs, absence: Absence): Promise<boolean> => {
  const unit = await ports.units.find({ district: absence.district }, absence.unitId);
  if (!unit) return true;
  const { version, ...before } = unit;
  return (
    (await ports.units.change({ district: absence.district }, { ...enterAbsence(before, absence), version })) ===
    'stored'
  );
};

const makeSteps = async (
  ports: Needs,
  before: RepairState,
  absence: Absence,
  order: VisitOrder,
  applied: ReadonlyMap<string, Visit>,
): Promise<Repaired | 'conflict'> => {
  let state = before;
  const visits: Visit[] = [];
  const failed: string[] = [];
  for (const step of absence.steps) {
    const stands = applied.get(step.visitId);
    const visit = state.affected.find(({ visitId }) => visitId === step.visitId);
    const next = stands ?? (visit && repairWith(state, visit, stepToRepair(step, absence), order));
    if (!next || isRefusal(next)) {
      failed.push(step.visitId);
      continue;
    }
    visits.push(next);
    if (stands) continue;
    const writer = { by: order.commandId, now: ports.clock.now() };
    const claims = await claimVisits(ports, state.claims, [next], writer);
    if (claims === 'conflict' || (await ports.visits.change(next)) === 'conflict') return 'conflict';
    state = { ...withRepaired(state, next), claims };
  }
  return { outcome: { repaired: visits.map(({ visitId }) => visitId), failed }, visits };
};

const appliedOf = async (
  { visits }: Pick<Ports, 'visits'>,
  { district, steps }: Absence,
  commandId: string,
): Promise<ReadonlyMap<string, Visit>> => {
  const ids = steps.map(({ visitId }: RepairStep) => visitId);
  const standing = ids.length > 0 ? await visits.some({ district }, ids) : new Map<string, Visit>();
  return new Map([...standing].filter(([, visit]) => isAppliedToVisit(visit, commandId)));
};

/**
 * Makes the moves that were confirmed: all of them as they were shown, or none. Checked once against what stands, before the
 * first write; whatever is cut off goes on where it was, and what no longer works by then is named in the outcome.
 */
export const applyRepair = async (
  ports: Needs,
  { district, commandId, sentBy, sentAs }: ScheduleCommand,
  { absenceId, absenceVersion }: RepairChange,
  now: Date,
): Promise<Repaired | 'conflict'> => {
  const absence = await ports.absences.find({ district }, absenceId);
  if (!absence) return { refusals: refuse('not-found', { path: 'absenceId', code: 'not-found' }).errors };
  const isOwn = absence.commandId === commandId;
  if (!isOwn && (absence.status !== 'proposed' || absence.version !== absenceVersion)) return { refusals: [outdated] };
  const order = { at: now.toISOString(), by: sentBy, ...(sentAs && { as: sentAs }), reason: absence.reason, commandId };
  const state = await readRepairState(ports, absence, now, commandId);
  const applied = await appliedOf(ports, absence, commandId);
  if (!isOwn) {
    if (!isAsShown(state, absence, order)) return { refusals: [outdated] };
    if ((await ports.absences.change(confirmAbsence(absence, sentBy, commandId, now))) === 'conflict')
      return 'conflict';
  }
  if (!(await markAway(ports, absence))) return 'conflict';
  return makeSteps(ports, state, absence, order, applied);
};
