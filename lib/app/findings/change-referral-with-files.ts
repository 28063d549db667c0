import { toScan } from '../../domain/field/scanned-file.ts';
import type { ReferralAction } from '../../domain/findings/decide-referral.ts';
import type { FindingStep } from '../../domain/findings/finding-step.ts';
import { filesOwner, type Referral } from '../../domain/findings/referral.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type FilePorts, listedFiles } from '../field/change-with-files.ts';
import { evidenceFaults } from '../field/check-evidence.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { sendStored } from '../send-stored.ts';
import { changeReferral, type ReferralPorts } from './change-referral.ts';

export type ReferralFilePorts = ReferralPorts & FilePorts;
type Asked = Pick<RequestOf<'conclude-referral'>, 'params' | 'principal' | 'now' | 'ifMatch'> & {
  readonly body: Parameters<typeof listedFiles>[0];
};

/**
 * One step of a referral with its letters: decide, look whether they lie in the store as they are said to, note them as still to
 * be scanned, write. They are noted before the step that names them; what the queue does not take, the outbox sends.
 */
export const changeReferralWithFiles = async (
  ports: ReferralFilePorts,
  request: Asked,
  action: ReferralAction,
  decide: (referral: Referral, step: FindingStep) => Referral | Refusal,
): Promise<ViewOf<'get-referral'> | Refusal> => {
  const named = listedFiles(request.body);
  const changed = await changeReferral(ports, request, action, async (referral, step) => {
    const next = decide(referral, step);
    if (isRefusal(next) || named.length === 0) return next;
    const { district, findingId } = referral;
    const faults = await evidenceFaults(ports, { district, owner: filesOwner(referral) }, named);
    if (faults.length > 0) return refuse('referral-refused', ...faults);
    const finding = await ports.findings.find({ district }, findingId);
    if (!finding) throw new Error(`referral ${referral.referralId} is of a finding that can't be read: ${findingId}`);
    for (const { file } of named) {
      await ports.files.keep({ district }, file.fileId);
      // One that stands has been scanned, or waits for it.
      await ports.scannedFiles.create(toScan(file, finding, step.now.toISOString()));
    }
    return next;
  });
  if (isRefusal(changed)) return changed;
  const { district } = request.principal;
  for (const { file } of named) await sendStored(() => ports.queues.scan({ district, fileId: file.fileId }));
  return changed;
};
