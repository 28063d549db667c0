import type { EvidenceFile } from '../../../../lib/domain/field/check-result.ts';
import type { Api } from '../../api/call.ts';
import type { Problem } from '../../api/problem.ts';
import { evidenceType } from '../../parts/evidence-types.ts';
import { sendFile, sha256Of } from '../../parts/send-file.ts';

/** Whose step a file is for: a finding's, or a referral's. */
export type FilesOf = { readonly findingId: string } | { readonly referralId: string };

/** Announces a file of a step and puts it where the answer says; why not, `undefined` where the store could not be reached. */
export const uploadStepFile = async (
  api: Api,
  of: FilesOf,
  file: File,
): Promise<{ readonly file: EvidenceFile } | { readonly problem: Problem | undefined }> => {
  const contentType = evidenceType(file);
  if (!contentType) return { problem: undefined };
  const announced = { contentType, bytes: file.size, sha256: await sha256Of(file) };
  const body = { files: [announced] };
  const outcome = await ('findingId' in of
    ? api.call('announce-finding-files', { params: of, body })
    : api.call('announce-referral-files', { params: of, body }));
  if ('problem' in outcome) return outcome;
  const [place] = outcome.value.items;
  if (!place || !(await sendFile(file, place, () => {}))) return { problem: undefined };
  const kind = contentType === 'application/pdf' ? 'document' : 'photo';
  return { file: { ...announced, kind, name: file.name.slice(0, 300), fileId: place.fileId } };
};
