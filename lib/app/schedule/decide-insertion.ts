import { countBatch } from '../../domain/plans/plan-transitions.ts';
import { type FieldError, isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { isAppliedToVisit } from '../../domain/schedule/call-off.ts';
import { chooseUnit } from '../../domain/schedule/choose-unit.ts';
import type { CommandOutcome, ScheduleChange, ScheduleCommand } from '../../domain/schedule/schedule-command.ts';
import type { Ports } from '../ports.ts';
import type { VisitRequest } from '../visits/staff-visit.ts';
import { choiceRefused, chosenInsertion } from './chosen-insertion.ts';
import type { Decided } from './decide-visit-change.ts';
import { type InsertionPorts, type InsertionState, readInsertionState } from './insertion-state.ts';
import { insertionToVisit, optionsShown } from './insertion-to-visit.ts';
import { type Insertion, rankInsertions, type UrgentWork } from './rank-insertions.ts';

export type UrgentChange = Extract<ScheduleChange, { kind: 'insert-urgent' }>;

/** The requests with the unit that acts for each; refused where a department has none there that may come. */
export const toWork = (
  { plan, rows }: Pick<UrgentChange, 'plan' | 'rows'>,
  { units, business, settings }: InsertionState,
): UrgentWork | Refusal => {
  const faults: FieldError[] = [];
  const requests: VisitRequest[] = [];
  for (const { requestId, department, items } of rows) {
    const unit = chooseUnit([...units.values()], department, business, settings.inspectorsPerTeam);
    if (typeof unit === 'string') faults.push({ path: 'items', code: unit, values: { department, unit: department } });
    else requests.push({ requestId, planId: plan.planId, department, unitId: unit.unitId, items });
  }
  return faults.length > 0 ? refuse('change-refused', ...faults) : { ...plan, requests };
};

/** The way that an earlier attempt had decided on, where it is still open; else the cheapest. */
const choose = (ranked: readonly Insertion[], before: CommandOutcome | undefined): Insertion | undefined => {
  const open = ranked.filter(({ staffed }) => staffed !== undefined);
  return open.find(({ visitId }) => visitId === before?.visitId) ?? open[0];
};

/** Decides where an urgent request goes as things stand: rank all ways, take the one its sender chose, else the cheapest open one. */
export const decideInsertion = async (
  ports: InsertionPorts & Pick<Ports, 'codes'>,
  { district, commandId, sentBy, sentAs, outcome: before }: ScheduleCommand,
  urgent: UrgentChange,
  now: Date,
): Promise<Decided> => {
  const { plan, businessId, reason, choice } = urgent;
  let state = await readInsertionState(ports, plan, businessId, commandId, now, 'near');
  if (!state) return { refusal: refuse('change-refused', { path: 'businessId', code: 'business-unknown' }) };
  const stands = state.visitsOf.get(businessId)?.find((visit) => isAppliedToVisit(visit, commandId));
  if (stands) return { stands, outcome: before ?? { visitId: stands.visitId } };
  const stored = await ports.plans.find({ district }, plan.planId);
  if (stored?.status === 'withdrawn') {
    return { refusal: refuse('state-conflict', { path: 'status', code: 'status', values: { status: stored.status } }) };
  }
  const work = toWork(urgent, state);
  if (isRefusal(work)) return { refusal: work };
  const decide = (known: InsertionState) => {
    const ranked = rankInsertions(work, known);
    return { ranked, chosen: choice ? chosenInsertion(choice, work, known) : choose(ranked, before) };
  };
  let { ranked, chosen } = decide(state);
  if (!chosen) {
    state = (await readInsertionState(ports, plan, businessId, commandId, now, 'whole')) ?? state;
    ({ ranked, chosen } = decide(state));
  }
  if (choice && !chosen?.staffed)
    return { refusal: choiceRefused(chosen), outcome: { options: optionsShown(ranked, undefined) } };
  const options = optionsShown(ranked, chosen);
  const entry = { at: now.toISOString(), by: sentBy, ...(sentAs && { as: sentAs }), reason, commandId };
  const visit = chosen && insertionToVisit(chosen, work, state, { district, code: ports.codes.next(), entry });
  if (!chosen || !visit) {
    return { refusal: refuse('change-refused', { path: 'window', code: 'nothing-feasible' }), outcome: { options } };
  }
  const outcome = { visitId: visit.visitId, option: chosen.kind, price: chosen.price, options };
  return { write: chosen.target ? 'change' : 'create', visit, outcome, claims: state.claims };
};

/** Stores the plan whose request has a place, before the visit that serves it. Repeatable: a plan that stands is left as it is. */
export const keepUrgentPlan = async (
  { plans }: Pick<Ports, 'plans'>,
  { plan, batchId, rows }: UrgentChange,
): Promise<void> => {
  const batch = await plans.writeBatch({ district: plan.district }, plan.planId, batchId, rows);
  await plans.create(countBatch(plan, batch, rows, {}));
};
