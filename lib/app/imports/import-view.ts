import { importAddressSeconds } from '../../contract/imports.ts';
import type { BulkImport } from '../../domain/catalogue/bulk-import.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';

/** An import as its admin sees it: with the upload's address while it waits for its file, with the faults' once it is done. */
export const importView = async (
  { files }: Pick<Ports, 'files'>,
  bulk: BulkImport,
  now: Date,
): Promise<ViewOf<'get-import'>> => {
  const { district, history: _, outbox: __, faultsFileId, ...told } = bulk;
  const signed = { seconds: importAddressSeconds, at: now };
  const fileName = `${bulk.fileName.replace(/\.\w+$/, '')}-faults.csv`;
  if (bulk.status !== 'announced') {
    return faultsFileId
      ? { ...told, faultsUrl: await files.download({ district }, faultsFileId, { ...signed, fileName }) }
      : told;
  }
  const { contentType, bytes, sha256 } = bulk;
  const upload = await files.upload({ district }, { fileId: bulk.importId, contentType, bytes, sha256 }, signed);
  const expiresAt = new Date(now.getTime() + importAddressSeconds * 1000).toISOString();
  return { ...told, upload: { ...upload, expiresAt } };
};
