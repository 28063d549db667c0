import { useAnswer } from '../../api/use-answer.ts';
import { Chip } from '../../parts/chip.tsx';
import { referralStatuses } from '../../words/finding-words.ts';
import { ReferralClock } from './referral-clock.tsx';

/** How far a finding's referral is, and the legal clock that runs while the finding itself has none. */
export const ReferralNow = ({ referralId }: { readonly referralId: string }) => {
  const { value: referral } = useAnswer('get-referral', { params: { referralId } });
  if (!referral) return null;
  return (
    <>
      <Chip state={referralStatuses[referral.status]} /> {referral.clock && <ReferralClock clock={referral.clock} />}
    </>
  );
};
