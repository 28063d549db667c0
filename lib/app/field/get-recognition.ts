import { noteUse } from '../../domain/field/decide-objection.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { type RecognitionNeeds, readRecognition, recognitionView } from './read-recognition.ts';

/** Whose result answers a department's request, with its evidence; the first look is on the record of the visit that has it. */
export const getRecognition = async (
  ports: RecognitionNeeds,
  request: Pick<RequestOf<'get-recognition'>, 'params' | 'principal' | 'now'>,
): Promise<ViewOf<'get-recognition'> | Refusal> => {
  const recognition = await readRecognition(ports, request);
  if (isRefusal(recognition)) return recognition;
  const { plan, row, visit } = recognition;
  const { principal, now } = request;
  const use = {
    requestId: row.requestId,
    planId: plan.planId,
    department: row.department,
    by: principal.subject,
    at: now.toISOString(),
  };
  const noted = await decideAgain(async () => {
    const standing = await ports.visits.find({ district: plan.district }, visit.visitId);
    const next = standing && noteUse(standing, use);
    return next && (await ports.visits.change(next)) === 'conflict' ? 'conflict' : { noted: true };
  });
  return isRefusal(noted) ? noted : recognitionView(ports, recognition, now);
};
