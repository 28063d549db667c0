import type { Scope } from '../../domain/principal.ts';
import type { FieldError } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';

/** Photos that were named but never put into the store. */
export const photoFaults = async (
  { files }: Pick<Ports, 'files'>,
  { district }: Scope,
  photos: readonly string[],
): Promise<readonly FieldError[]> => {
  const stored = await Promise.all(photos.map((fileId) => files.head({ district }, fileId)));
  return stored.flatMap((file, n) => (file ? [] : [{ path: `photos[${n}]`, code: 'photo-missing' }]));
};
