import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { referralView } from './referral-view.ts';

/** Referrals in and out, within the reader's scope: those with a clock by its end, then the others. */
export const listReferrals = async (
  { referrals }: Pick<Ports, 'referrals'>,
  { query, principal, now }: RequestOf<'list-referrals'>,
): Promise<ViewOf<'list-referrals'> | Refusal> => {
  const page = await referrals.list(scopeOf(principal), query);
  return 'refused' in page
    ? page
    : { ...page, items: page.items.map((referral) => referralView(referral, principal, now)) };
};
