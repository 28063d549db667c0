import { referFinding as decide } from '../../domain/findings/refer-finding.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { changeWithFiles, type FilePorts } from '../field/change-with-files.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import type { ReferralPorts } from './change-referral.ts';
import { openReferral } from './open-referral.ts';
import { readFindingStep } from './read-finding-step.ts';
import { referralView } from './referral-view.ts';

/**
 * Proposes to refer a finding: the finding is out of everybody else's hands first and carries the order, then the referral is
 * stored. What is cut in between is made good by a repeat of this call or by watch-findings, with the same clock.
 */
export const referFinding = async (
  ports: ReferralPorts & FilePorts,
  request: RequestOf<'refer-finding'>,
): Promise<ViewOf<'refer-finding'> | Refusal> => {
  const { body, principal, now, ids } = request;
  const referralId = ids.next();
  const named = body.evidence.flatMap(({ file }, n) => (file ? [{ file, path: `evidence[${n}].file` }] : []));
  const changed = await changeWithFiles(ports, request, named, (finding, step) => {
    const { disposition } = finding;
    const isOwn = disposition?.kind === 'referral' && disposition.referralId === referralId;
    return isOwn ? undefined : decide(finding, { referralId, ...body }, step);
  });
  if (isRefusal(changed)) return changed;
  const { settings } = await readFindingStep(ports, principal.district, principal.subject, now);
  const referral = await openReferral(ports, changed, settings);
  if (!referral)
    throw new Error(`finding ${changed.findingId} is referred, but its referral ${referralId} can't be read`);
  return referralView(referral, principal, now);
};
