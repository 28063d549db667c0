import type { EvidenceFile } from '../../../../lib/domain/field/check-result.ts';
import type { Api } from '../../api/call.ts';
import type { Body } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { sendFile, sha256Of } from '../../parts/send-file.ts';

type FileType = Body<'announce-finding-files'>['files'][number]['contentType'];

/** What the service takes as evidence. */
export const evidenceTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
] as const satisfies readonly FileType[];

/** Announces a file of a finding and puts it where the answer says; why not, `undefined` where the store could not be reached. */
export const uploadFindingFile = async (
  api: Api,
  findingId: string,
  file: File,
): Promise<{ readonly file: EvidenceFile } | { readonly problem: Problem | undefined }> => {
  const contentType = evidenceTypes.find((type) => type === file.type);
  if (!contentType) return { problem: undefined };
  const announced = { contentType, bytes: file.size, sha256: await sha256Of(file) };
  const outcome = await api.call('announce-finding-files', { params: { findingId }, body: { files: [announced] } });
  if ('problem' in outcome) return outcome;
  const [place] = outcome.value.items;
  if (!place || !(await sendFile(file, place, () => {}))) return { problem: undefined };
  const kind = contentType === 'application/pdf' ? 'document' : 'photo';
  return { file: { ...announced, kind, name: file.name.slice(0, 300), fileId: place.fileId } };
};
