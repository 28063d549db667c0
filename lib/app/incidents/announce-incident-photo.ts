import { scopeOf } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

const uploadSeconds = 900;

/** Where to put a photo before it is named in a report: exactly this one, by its length and hash. */
export const announceIncidentPhoto = async (
  { files }: Pick<Ports, 'files'>,
  { body, principal, now, ids }: RequestOf<'announce-incident-photo'>,
): Promise<ViewOf<'announce-incident-photo'>> => {
  const fileId = ids.next();
  const signed = { seconds: uploadSeconds, at: now };
  return { fileId, ...(await files.upload(scopeOf(principal), { fileId, ...body }, signed)) };
};
