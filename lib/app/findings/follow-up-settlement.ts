import { followUpSettlement as decide } from '../../domain/findings/settle-finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';

/** Puts on record whether a settlement is kept. */
export const followUpSettlement = async (
  ports: FindingPorts,
  request: RequestOf<'follow-up-settlement'>,
): Promise<ViewOf<'follow-up-settlement'> | Refusal> => {
  const changed = await changeFinding(ports, request, (finding, step) => decide(finding, request.body, step));
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
