import type { Scope } from '../../domain/principal.ts';
import type { FieldError } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';

/** Photos that were named but never put into the store; where none is missing, all are kept. */
export const photoFaults = async (
  { files }: Pick<Ports, 'files'>,
  { district }: Scope,
  photos: readonly string[],
): Promise<readonly FieldError[]> => {
  const stored = await Promise.all(photos.map((fileId) => files.head({ district }, fileId)));
  const missing = stored.flatMap((file, n) => (file ? [] : [{ path: `photos[${n}]`, code: 'photo-missing' }]));
  if (missing.length === 0) for (const fileId of photos) await files.keep({ district }, fileId);
  return missing;
};
