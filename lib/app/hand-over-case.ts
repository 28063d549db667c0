import { handOverCase as decide } from '../domain/handle-case.ts';
import { localDate } from '../domain/local-time.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** Hands a case over, with its documents. */
export const handOverCase = async (
  ports: FindingPorts,
  request: RequestOf<'hand-over-case'>,
): Promise<ViewOf<'hand-over-case'> | Refusal> => {
  const changed = await changeFinding(ports, request, (finding, step) => decide(finding, request.body, step));
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
