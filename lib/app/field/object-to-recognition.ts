import { objectInPlan, objectInVisit } from '../../domain/field/decide-objection.ts';
import type { Objection } from '../../domain/field/objection.ts';
import { localDate } from '../../domain/local-time.ts';
import { type FieldError, isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { type Recognition, type RecognitionNeeds, readRecognition, recognitionView } from './read-recognition.ts';

const faultOf = ({ row, attendance, objectUntil }: Recognition, today: string): FieldError | undefined => {
  if (attendance.department === row.department) return { path: 'requestId', code: 'own-result' };
  if (objectUntil !== undefined && objectUntil < today) {
    return { path: 'requestId', code: 'objection-late', values: { until: objectUntil } };
  }
  return row.due < today ? { path: 'requestId', code: 'objection-window', values: { due: row.due } } : undefined;
};

/**
 * A department does not recognise the result that answers its request: read, decide by the clock, write the objection to the
 * plan, which opens the request again, and to the visit whose result it was. Both writes are repeatable: whoever was cut off
 * between them sends the same again.
 */
export const objectToRecognition = async (
  ports: RecognitionNeeds,
  request: RequestOf<'object-to-recognition'>,
): Promise<ViewOf<'object-to-recognition'> | Refusal> => {
  const { params, body, principal, now } = request;
  const first = await readRecognition(ports, request);
  if (isRefusal(first)) return first;
  const stands = first.plan.objections?.some(({ requestId }) => requestId === first.row.requestId);
  const fault = stands ? undefined : faultOf(first, localDate(now));
  if (fault) return refuse('objection-refused', fault);
  const objection: Objection = {
    requestId: first.row.requestId,
    planId: first.plan.planId,
    department: first.row.department,
    visitId: first.visit.visitId,
    itemId: first.check.itemId,
    reason: body.reason,
    by: principal.subject,
    at: now.toISOString(),
  };
  const scope = { district: first.plan.district };
  const inPlan = await decideAgain(async () => {
    const plan = await ports.plans.find(scope, params.planId);
    const next = plan && objectInPlan(plan, objection);
    return next && (await ports.plans.change(next)) === 'conflict' ? 'conflict' : { written: true };
  });
  if (isRefusal(inPlan)) return inPlan;
  const inVisit = await decideAgain(async () => {
    const visit = await ports.visits.find(scope, objection.visitId);
    const next = visit && objectInVisit(visit, objection);
    return next && (await ports.visits.change(next)) === 'conflict' ? 'conflict' : { written: true };
  });
  if (isRefusal(inVisit)) return inVisit;
  const after = await readRecognition(ports, request);
  return isRefusal(after) ? after : recognitionView(ports, after, now);
};
