import { escalateFinding as decide } from '../../domain/findings/close-finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';

/** Escalates a finding by hand. */
export const escalateFinding = async (
  ports: FindingPorts,
  request: RequestOf<'escalate-finding'>,
): Promise<ViewOf<'escalate-finding'> | Refusal> => {
  const changed = await changeFinding(ports, request, (finding, step) => decide(finding, request.body, step));
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
