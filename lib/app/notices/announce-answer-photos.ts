import { answerFault } from '../../domain/findings/answer-finding.ts';
import { answerPhotoId, photoAddressSeconds } from '../../domain/notices/answer-photos.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { openFinding } from '../findings/open-finding.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

/** Where a business puts photos of what it did about a finding. Nothing is on record until an answer names them. */
export const announceAnswerPhotos = async (
  ports: Pick<Ports, 'links' | 'visits' | 'findings' | 'files'>,
  { params, body, now, ids }: Pick<RequestOf<'announce-answer-photos'>, 'params' | 'body' | 'now' | 'ids'>,
): Promise<ViewOf<'announce-answer-photos'> | Refusal> => {
  const opened = await openFinding(ports, params, now);
  if (isRefusal(opened)) return opened;
  const { visit, finding } = opened;
  const fault = answerFault(finding);
  if (fault) return fault;
  const signed = { seconds: photoAddressSeconds, at: now };
  const expiresAt = new Date(now.getTime() + photoAddressSeconds * 1000).toISOString();
  const announced = body.photos.map((photo) => ({ ...photo, fileId: answerPhotoId(visit, ids.next()) }));
  const items = await Promise.all(
    announced.map(async (photo) => {
      const { url, headers } = await ports.files.upload({ district: visit.district }, photo, signed);
      return { fileId: photo.fileId, url, headers, expiresAt };
    }),
  );
  return { items };
};
