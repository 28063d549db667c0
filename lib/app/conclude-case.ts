import { concludeCase as decide } from '../domain/handle-case.ts';
import { localDate } from '../domain/local-time.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** Puts on record how a case ended. */
export const concludeCase = async (
  ports: FindingPorts,
  request: RequestOf<'conclude-case'>,
): Promise<ViewOf<'conclude-case'> | Refusal> => {
  const changed = await changeFinding(ports, request, (finding, step) => decide(finding, request.body, step));
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
