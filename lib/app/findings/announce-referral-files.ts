import { filesOwner } from '../../domain/findings/referral.ts';
import { mayDoOnReferral } from '../../domain/findings/referral-roles.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { fileAddresses } from '../field/file-addresses.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchReferral } from './change-referral.ts';

/** Where whoever has the next step of a referral puts its letters: the receipt, the reasons of a return, the decision. */
export const announceReferralFiles = async (
  ports: Pick<Ports, 'referrals' | 'files'>,
  { params, body, principal, now, ids }: RequestOf<'announce-referral-files'>,
): Promise<ViewOf<'announce-referral-files'> | Refusal> => {
  const referral = await ports.referrals.find(scopeOf(principal), params.referralId);
  if (!referral) return noSuchReferral;
  const { status, district } = referral;
  if (mayDoOnReferral(referral, principal).length === 0) {
    return refuse('state-conflict', { path: 'status', code: 'status', values: { status } });
  }
  const announced = body.files.map((file) => ({ ...file, fileId: `${filesOwner(referral)}.${ids.next()}` }));
  return fileAddresses(ports, district, announced, now);
};
