import type { Principal } from '../principal.ts';
import type { FieldError } from '../refusal.ts';
import { type ReferralAction, referralActions, referralFault } from './decide-referral.ts';
import type { Referral } from './referral.ts';

/**
 * Why an action on a referral is not this person's: the sender's head or legal reviewer decides, the sender sends, the
 * receiver answers and reports back; coordinators act for a receiver that does not work here, such as the police.
 */
export const referralRoleFault = (
  { from, to }: Referral,
  { role, level, department }: Principal,
  action: ReferralAction,
): FieldError | undefined => {
  if (role === 'coordinator' || role === 'inspector') return undefined;
  switch (action) {
    case 'decide-referral':
      return role === 'reviewer' && level === 1 && department === from
        ? undefined
        : { path: 'from', code: 'not-sender' };
    case 'send-referral':
      return department === from ? undefined : { path: 'from', code: 'not-sender' };
    case 'answer-referral':
    case 'conclude-referral':
      return department === to ? undefined : { path: 'to', code: 'not-receiver' };
    default:
      return action satisfies never;
  }
};

/** The roles that the operations ask for. */
const rolesOf = {
  'decide-referral': ['reviewer'],
  'send-referral': ['inspector', 'planner', 'coordinator'],
  'answer-referral': ['planner', 'coordinator'],
  'conclude-referral': ['planner', 'coordinator'],
} as const satisfies Record<ReferralAction, readonly Principal['role'][]>;

/** What somebody may do about a referral as it stands. */
export const mayDoOnReferral = (referral: Referral, principal: Principal): readonly ReferralAction[] =>
  referralActions.filter(
    (action) =>
      rolesOf[action].some((role) => role === principal.role) &&
      !referralRoleFault(referral, principal, action) &&
      !referralFault(referral, action) &&
      !(action === 'decide-referral' && referral.proposedBy === principal.subject),
  );
