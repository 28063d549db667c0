import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { fileView, noSuchFile } from '../field/file-view.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchFinding } from './change-finding.ts';

/** A file that a step of a finding named, for everybody who sees the finding. */
export const getFindingFile = async (
  ports: Pick<Ports, 'findings' | 'scannedFiles' | 'files'>,
  { params, principal, now }: RequestOf<'get-finding-file'>,
): Promise<ViewOf<'get-finding-file'> | Refusal> => {
  const finding = await ports.findings.find(scopeOf(principal), params.findingId);
  if (!finding) return noSuchFinding;
  const file = await ports.scannedFiles.find({ district: finding.district }, params.fileId);
  return file?.findingId === finding.findingId ? fileView(ports, file, now) : noSuchFile;
};
