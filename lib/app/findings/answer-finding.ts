import { departmentNames } from '../../domain/department-name.ts';
import { answerFinding as decide } from '../../domain/findings/answer-finding.ts';
import { findingToBusiness } from '../../domain/findings/finding-to-business.ts';
import {
  isAnswerPhoto,
  largestPhotoBytes,
  type PhotoFault,
  photoFault,
  type TakenPhoto,
  takePhoto,
} from '../../domain/notices/answer-photos.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { openFinding } from './open-finding.ts';
import { readFindingStep } from './read-finding-step.ts';

type Needs = Pick<Ports, 'links' | 'visits' | 'findings' | 'settings' | 'calendars' | 'files' | 'scannedFiles'>;
type Asked = Pick<RequestOf<'answer-finding'>, 'params' | 'body' | 'language' | 'now'>;

const refused = (path: string, code: PhotoFault): Refusal => {
  const values = code === 'photo-large' ? { values: { most: largestPhotoBytes / 1024 / 1024 } } : {};
  return refuse('finding-refused', { path, code, ...values });
};

/**
 * A photo as it lies in the store: there at all, of the size that is taken, and a photo by its content. Nothing else is kept;
 * and what is kept is judged again, for no address that was given out writes there, as one may have since the first look.
 */
const readPhoto = async (ports: Needs, visit: Visit, fileId: string, path: string): Promise<TakenPhoto | Refusal> => {
  if (!isAnswerPhoto(visit, fileId)) return refused(path, 'photo-unknown');
  const scope = { district: visit.district };
  const before = photoFault(await ports.files.beginning(scope, fileId));
  if (before) return refused(path, before);
  await ports.files.keep(scope, fileId);
  const stored = await ports.files.read(scope, fileId);
  const fault = photoFault(stored);
  if (fault) return refused(path, fault);
  const photo = stored?.sha256 && takePhoto(fileId, stored.content, stored.sha256);
  return photo || refused(path, 'photo-unknown');
};

/** Puts the photos on record, as files of the visit that staff may fetch; one that is on record stays as it is. */
const keepPhotos = async (ports: Needs, visit: Visit, photos: readonly TakenPhoto[], now: Date): Promise<void> => {
  const scannedAt = now.toISOString();
  const { district, visitId } = visit;
  for (const photo of photos) {
    await ports.scannedFiles.create({ ...photo, district, visitId, scan: 'clean', scannedAt, version: 1 });
  }
};

/**
 * The business says what it did about a finding: open the link, look at the photos, decide on the finding as it stands,
 * write; again after a lost race. The photos are on record before the answer that names them, so an answer never
 * names what is not there. The same answer again changes nothing.
 */
export const answerFinding = async (
  ports: Needs,
  { params, body, language, now }: Asked,
): Promise<ViewOf<'answer-finding'> | Refusal> => {
  const opened = await openFinding(ports, params, now);
  if (isRefusal(opened)) return opened;
  const { visit } = opened;
  const photos = await Promise.all(
    [...new Set(body.photos)].map((fileId, n) => readPhoto(ports, visit, fileId, `photos[${n}]`)),
  );
  const fault = photos.find((photo) => isRefusal(photo));
  if (fault && isRefusal(fault)) return fault;
  const taken = photos.flatMap((photo) => (isRefusal(photo) ? [] : [photo]));
  const step = await readFindingStep(ports, visit.district, 'business', now);
  const answer = { text: body.text, files: taken.map(({ fileId }) => fileId), now };
  const answered = await decideAgain(async () => {
    const standing = await openFinding(ports, params, now);
    if (isRefusal(standing)) return standing;
    const next = decide(standing.finding, answer, step.settings, step.calendars);
    if (next === undefined || isRefusal(next)) return next ?? standing.finding;
    await keepPhotos(ports, visit, taken, now);
    return (await ports.findings.change(next)) === 'stored' ? next : 'conflict';
  });
  if (isRefusal(answered)) return answered;
  return findingToBusiness(answered, departmentNames(step.settings, language));
};
