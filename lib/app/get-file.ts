import { fileAddressSeconds } from '../contract/evidence-limits.ts';
import { scopeOf } from '../domain/principal.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { noSuchVisit } from './get-visit.ts';
import type { Ports } from './ports.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** A file of a visit that the caller may see: what it is, and where to fetch it once the scanner has let it pass. */
export const getFile = async (
  ports: Pick<Ports, 'visits' | 'scannedFiles' | 'files'>,
  { params, principal, now }: RequestOf<'get-file'>,
): Promise<ViewOf<'get-file'> | Refusal> => {
  const visit = await ports.visits.find(scopeOf(principal), params.visitId);
  if (!visit) return noSuchVisit;
  const scope = { district: visit.district };
  const file = await ports.scannedFiles.find(scope, params.fileId);
  if (file?.visitId !== visit.visitId) return refuse('not-found', { path: 'fileId', code: 'not-found' });
  const { fileId, kind, name, contentType, bytes, sha256, scan } = file;
  const view = { fileId, kind, ...(name === undefined ? {} : { name }), contentType, bytes, sha256, scan };
  if (scan !== 'clean') return view;
  const signed = { seconds: fileAddressSeconds, at: now };
  return {
    ...view,
    url: await ports.files.download(scope, fileId, { ...signed, ...(name === undefined ? {} : { fileName: name }) }),
    expiresAt: new Date(now.getTime() + fileAddressSeconds * 1000).toISOString(),
  };
};
