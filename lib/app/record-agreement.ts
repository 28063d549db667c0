import { localDate } from '../domain/local-time.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { recordAgreement as decide } from '../domain/settle-finding.ts';
import { changeFinding, type FindingPorts } from './change-finding.ts';
import { findingView } from './finding-view.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** Puts the agreement of a settlement on record. */
export const recordAgreement = async (
  ports: FindingPorts,
  request: RequestOf<'record-agreement'>,
): Promise<ViewOf<'record-agreement'> | Refusal> => {
  const changed = await changeFinding(ports, request, (finding, step) => decide(finding, request.body, step));
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
