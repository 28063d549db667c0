import { filesOf, type Referral } from '../../domain/findings/referral.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { fileView, noSuchFile } from '../field/file-view.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchReferral } from './change-referral.ts';

const allFiles = ({ evidence, documents = [] }: Referral) => [
  ...filesOf(evidence),
  ...documents.map(({ file }) => file),
];

/** A file that goes along with a referral, or a letter of one of its steps: its receiver, who does not see the finding, sees this much of it. */
export const getReferralFile = async (
  ports: Pick<Ports, 'referrals' | 'scannedFiles' | 'files'>,
  { params, principal, now }: RequestOf<'get-referral-file'>,
): Promise<ViewOf<'get-referral-file'> | Refusal> => {
  const referral = await ports.referrals.find(scopeOf(principal), params.referralId);
  if (!referral) return noSuchReferral;
  if (!allFiles(referral).some(({ fileId }) => fileId === params.fileId)) return noSuchFile;
  const file = await ports.scannedFiles.find({ district: referral.district }, params.fileId);
  return file ? fileView(ports, file, now) : noSuchFile;
};
