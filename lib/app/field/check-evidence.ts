import { evidenceTypes } from '../../contract/evidence-limits.ts';
import type { EvidenceFile } from '../../domain/field/check-result.ts';
import type { FieldError } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';

/** What is said of a file and must be so: each is refused by its own name. */
const stated = [
  ['contentType', 'file-type-differs'],
  ['bytes', 'file-size-differs'],
  ['sha256', 'file-hash-differs'],
] as const;

const isTaken = (contentType: string): boolean => evidenceTypes.some((one) => one === contentType);

/**
 * What of the named evidence is not in the store as it is said to be: missing, of something else, or of another type, size or
 * content. Ids of a visit's or a finding's files begin with `owner`, its id. The hash is the one by which the store itself checked the upload.
 */
export const evidenceFaults = async (
  { files }: Pick<Ports, 'files'>,
  { district, owner }: { readonly district: string; readonly owner: string },
  named: readonly { readonly file: EvidenceFile; readonly path: string }[],
): Promise<readonly FieldError[]> => {
  const judged = named.map(async ({ file, path }): Promise<FieldError[]> => {
    if (!isTaken(file.contentType)) {
      return [{ path: `${path}.contentType`, code: 'file-type', values: { types: evidenceTypes.join(', ') } }];
    }
    const isItsOwn = file.fileId.startsWith(`${owner}.`);
    const stored = isItsOwn ? await files.head({ district }, file.fileId) : undefined;
    if (!stored) return [{ path: `${path}.fileId`, code: 'file-missing' }];
    return stated.flatMap(([part, code]) => (stored[part] === file[part] ? [] : [{ path: `${path}.${part}`, code }]));
  });
  return (await Promise.all(judged)).flat();
};
