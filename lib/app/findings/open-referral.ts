import type { Settings } from '../../domain/catalogue/settings.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { findingToReferral } from '../../domain/findings/refer-finding.ts';
import type { Referral } from '../../domain/findings/referral.ts';
import type { Ports } from '../ports.ts';

/** The referral that a finding's disposition names, stored from what the finding carries where it does not stand yet. Repeatable. */
export const openReferral = async (
  { referrals }: Pick<Ports, 'referrals'>,
  { disposition, ...finding }: Finding,
  settings: Settings,
): Promise<Referral | undefined> => {
  if (disposition?.kind !== 'referral') return undefined;
  const scope = { district: finding.district };
  const standing = await referrals.find(scope, disposition.referralId);
  if (standing) return standing;
  await referrals.create(findingToReferral(finding, disposition, settings));
  return referrals.find(scope, disposition.referralId);
};
