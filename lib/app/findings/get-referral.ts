import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchReferral } from './change-referral.ts';
import { referralView } from './referral-view.ts';

/** One referral, for its sender and, once it is sent, its receiver. */
export const getReferral = async (
  { referrals }: Pick<Ports, 'referrals'>,
  { params, principal, now }: RequestOf<'get-referral'>,
): Promise<ViewOf<'get-referral'> | Refusal> => {
  const referral = await referrals.find(scopeOf(principal), params.referralId);
  return referral ? referralView(referral, principal, now) : noSuchReferral;
};
