import { fileAddressSeconds } from '../../contract/evidence-limits.ts';
import type { AnnouncedFile } from '../ports/field-ports.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';

/** Where to put files that were announced: each address takes exactly one of them, for a quarter of an hour. */
export const fileAddresses = async (
  { files }: Pick<Ports, 'files'>,
  district: string,
  announced: readonly AnnouncedFile[],
  now: Date,
): Promise<ViewOf<'announce-files'>> => {
  const signed = { seconds: fileAddressSeconds, at: now };
  const expiresAt = new Date(now.getTime() + fileAddressSeconds * 1000).toISOString();
  const items = await Promise.all(
    announced.map(async (file) => {
      const { url, headers } = await files.upload({ district }, file, signed);
      return { fileId: file.fileId, url, headers, expiresAt };
    }),
  );
  return { items };
};
