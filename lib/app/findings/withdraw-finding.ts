import { withdrawFinding as decide } from '../../domain/findings/close-finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';

/** Withdraws a finding that was recorded in error: closed, and no offence of its business. */
export const withdrawFinding = async (
  ports: FindingPorts,
  request: RequestOf<'withdraw-finding'>,
): Promise<ViewOf<'withdraw-finding'> | Refusal> => {
  const changed = await changeFinding(ports, request, (finding, step) => decide(finding, request.body, step));
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
