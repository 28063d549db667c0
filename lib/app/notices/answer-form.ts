import type { BusinessFinding } from '../../contract/answers.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { departmentNames } from '../../domain/department-name.ts';
import { findingToBusiness } from '../../domain/findings/finding-to-business.ts';
import type { Language } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import {
  answerPhotoId,
  isAnswerPhoto,
  largestFormBytes,
  mostPhotos,
  type PhotoFault,
  photoFault,
  photoFormSeconds,
} from '../../domain/notices/answer-photos.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { openFinding } from '../findings/open-finding.ts';
import type { Ids } from '../ports/clock-and-ids.ts';
import type { Ports } from '../ports.ts';

type Needs = Pick<Ports, 'links' | 'visits' | 'findings' | 'settings' | 'files'> & { readonly baseUrl: string };
type Asked = {
  readonly params: { readonly token: string; readonly findingId: string };
  /** Photos that the page has led the browser to put so far. */
  readonly photos: readonly string[];
  readonly language: Language;
  readonly now: Date;
  readonly ids: Ids;
};

/** What the page shows on which a finding is answered. */
export type AnswerForm = {
  readonly finding: BusinessFinding;
  /** Those of the files named that belong to this visit and are photos that can be taken. */
  readonly photos: readonly string[];
  /** What was wrong with the others, each fault once. */
  readonly faults: readonly PhotoFault[];
  /** The form that puts one more photo into the store and comes back to the page; absent once there are enough. */
  readonly upload?: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
};

/** Parts the files that the page's address names: the store took them unseen, and who picked another one is told here. */
const judged = async (
  ports: Pick<Needs, 'files'>,
  district: string,
  fileIds: readonly string[],
): Promise<Pick<AnswerForm, 'photos' | 'faults'>> => {
  const faults = await Promise.all(
    fileIds.map(async (fileId) => photoFault(await ports.files.beginning({ district }, fileId))),
  );
  return {
    photos: fileIds.filter((_, n) => faults[n] === undefined),
    faults: [...new Set(faults.filter((fault) => fault !== undefined))],
  };
};

const pathOf = ({ token, findingId }: Asked['params']): string => `/n/${token}/findings/${findingId}`;

/**
 * The page of one finding, for a browser without scripts. What was uploaded so far stands in the page's address: nothing
 * is kept until the answer is sent.
 */
export const answerForm = async (
  ports: Needs,
  { params, photos, language, now, ids }: Asked,
): Promise<AnswerForm | Refusal> => {
  const opened = await openFinding(ports, params, now);
  if (isRefusal(opened)) return opened;
  const scope = { district: opened.visit.district };
  const settings = settingsOn(await ports.settings.history(scope), localDate(now));
  const finding = findingToBusiness(opened.finding, departmentNames(settings, language));
  const own = [...new Set(photos)].filter((fileId) => isAnswerPhoto(opened.visit, fileId)).slice(0, mostPhotos);
  if (!finding.mayAnswer) return { finding, photos: [], faults: [] };
  const put = await judged(ports, opened.visit.district, own);
  if (put.photos.length === mostPhotos) return { finding, ...put };
  const fileId = answerPhotoId(opened.visit, ids.next());
  const query = new URLSearchParams({ lang: language.slice(0, 2), photos: [...put.photos, fileId].join() });
  const form = {
    fileId,
    contentTypePrefix: 'image/',
    maxBytes: largestFormBytes,
    redirectTo: `${ports.baseUrl}${pathOf(params)}?${query}`,
  };
  const upload = await ports.files.uploadForm(scope, form, { seconds: photoFormSeconds, at: now });
  return { finding, ...put, upload };
};
