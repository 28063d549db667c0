import type { EvidenceFile } from '../../../../lib/domain/field/check-result.ts';
import type { Api } from '../../api/call.ts';
import type { Problem } from '../../api/problem.ts';
import { evidenceType } from '../../parts/evidence-types.ts';
import { sendFile, sha256Of } from '../../parts/send-file.ts';

/** Announces a file of a finding and puts it where the answer says; why not, `undefined` where the store could not be reached. */
export const uploadFindingFile = async (
  api: Api,
  findingId: string,
  file: File,
): Promise<{ readonly file: EvidenceFile } | { readonly problem: Problem | undefined }> => {
  const contentType = evidenceType(file);
  if (!contentType) return { problem: undefined };
  const announced = { contentType, bytes: file.size, sha256: await sha256Of(file) };
  const outcome = await api.call('announce-finding-files', { params: { findingId }, body: { files: [announced] } });
  if ('problem' in outcome) return outcome;
  const [place] = outcome.value.items;
  if (!place || !(await sendFile(file, place, () => {}))) return { problem: undefined };
  const kind = contentType === 'application/pdf' ? 'document' : 'photo';
  return { file: { ...announced, kind, name: file.name.slice(0, 300), fileId: place.fileId } };
};
