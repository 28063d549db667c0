import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { fileView, noSuchFile } from './file-view.ts';

/** A file of a visit that the caller may see; those of its findings are for who sees the finding. */
export const getFile = async (
  ports: Pick<Ports, 'visits' | 'scannedFiles' | 'files'>,
  { params, principal, now }: RequestOf<'get-file'>,
): Promise<ViewOf<'get-file'> | Refusal> => {
  const visit = await ports.visits.find(scopeOf(principal), params.visitId);
  if (!visit) return noSuchVisit;
  const file = await ports.scannedFiles.find({ district: visit.district }, params.fileId);
  if (file?.visitId !== visit.visitId || file.findingId !== undefined) return noSuchFile;
  return fileView(ports, file, now);
};
