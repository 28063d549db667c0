import { fileAddressSeconds } from '../../contract/evidence-limits.ts';
import type { ScannedFile } from '../../domain/field/scanned-file.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';

export const noSuchFile = refuse('not-found', { path: 'fileId', code: 'not-found' });

/** What a file is, and where to fetch it for a quarter of an hour once the scanner has let it pass. */
export const fileView = async (
  { files }: Pick<Ports, 'files'>,
  { district, fileId, kind, name, contentType, bytes, sha256, scan, why }: ScannedFile,
  now: Date,
): Promise<ViewOf<'get-file'>> => {
  const named = name === undefined ? {} : { name };
  const view = { fileId, kind, ...named, contentType, bytes, sha256, scan, ...(why === undefined ? {} : { why }) };
  if (scan !== 'clean') return view;
  const signed = { seconds: fileAddressSeconds, at: now, ...(name === undefined ? {} : { fileName: name }) };
  return {
    ...view,
    url: await files.download({ district }, fileId, signed),
    expiresAt: new Date(now.getTime() + fileAddressSeconds * 1000).toISOString(),
  };
};
