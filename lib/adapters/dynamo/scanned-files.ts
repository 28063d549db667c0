import type { ScannedFiles } from '../../app/ports/field-ports.ts';
import type { ScannedFile } from '../../domain/field/scanned-file.ts';
import { putVersion } from './conditional-write.ts';
import { scannedFileKey } from './keys.ts';
import { outboxAttributes } from './outbox-entry.ts';
import { unpack } from './record-body.ts';
import { getItem } from './stored-item.ts';
import type { Table } from './table.ts';

const attributesOf = ({ district, fileId, outbox }: ScannedFile) => {
  const key = scannedFileKey(district, fileId);
  if (!key) throw new Error(`the id of file ${fileId} does not begin with its visit`);
  return { ...key, ...outboxAttributes(key, outbox) };
};

/** Each file of evidence is one item beside its business: what it is, and what the scanner made of it. */
export const dynamoScannedFiles = (table: Table): ScannedFiles => ({
  // One that stands has lived on: its scan is not to be forgotten by a repeated recording.
  create: (file) => putVersion(table, attributesOf(file), file),
  change: (file) => putVersion(table, attributesOf(file), file),
  async find({ district }, fileId) {
    const key = scannedFileKey(district, fileId);
    const stored = key && (await getItem(table, key));
    return stored && unpack<ScannedFile>(stored.body);
  },
});
