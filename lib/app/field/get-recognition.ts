import { noteUse, noteUseInPlan } from '../../domain/field/decide-objection.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { type RecognitionNeeds, readRecognition, recognitionView } from './read-recognition.ts';

/**
 * Whose result answers a department's request, with its evidence; the first look is on record on both sides: at the visit that
 * has it, and on the plan that uses it. Both writes are repeatable, and a later look makes good what was cut between them.
 */
export const getRecognition = async (
  ports: RecognitionNeeds,
  request: Pick<RequestOf<'get-recognition'>, 'params' | 'principal' | 'now'>,
): Promise<ViewOf<'get-recognition'> | Refusal> => {
  const recognition = await readRecognition(ports, request);
  if (isRefusal(recognition)) return recognition;
  const { plan, row, visit, check } = recognition;
  const { principal, now } = request;
  const scope = { district: plan.district };
  const look = { requestId: row.requestId, by: principal.subject, at: now.toISOString() };
  const atVisit = await decideAgain(async () => {
    const standing = await ports.visits.find(scope, visit.visitId);
    const next = standing && noteUse(standing, { ...look, planId: plan.planId, department: row.department });
    return next && (await ports.visits.change(next)) === 'conflict' ? 'conflict' : { noted: true };
  });
  if (isRefusal(atVisit)) return atVisit;
  const onPlan = await decideAgain(async () => {
    const standing = await ports.plans.find(scope, plan.planId);
    const next = standing && noteUseInPlan(standing, { ...look, visitId: visit.visitId, itemId: check.itemId });
    return next && (await ports.plans.change(next)) === 'conflict' ? 'conflict' : { plan: next ?? standing ?? plan };
  });
  return isRefusal(onPlan) ? onPlan : recognitionView(ports, { ...recognition, plan: onPlan.plan }, now);
};
