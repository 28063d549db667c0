import { resumeFinding as decide } from '../../domain/findings/close-finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';

/** Gives an escalated finding back to its business, with a new deadline. */
export const resumeFinding = async (
  ports: FindingPorts,
  request: RequestOf<'resume-finding'>,
): Promise<ViewOf<'resume-finding'> | Refusal> => {
  const changed = await changeFinding(ports, request, (finding, step) => decide(finding, request.body, step));
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
