import { clockOfReferral, type Referral } from '../../domain/findings/referral.ts';
import { mayDoOnReferral } from '../../domain/findings/referral-roles.ts';
import type { Principal } from '../../domain/principal.ts';
import type { ViewOf } from '../request.ts';

const hourMs = 3_600_000;

/** A referral as staff see it at a moment, with what the reader may do about it. */
export const referralView = (referral: Referral, principal: Principal, now: Date): ViewOf<'get-referral'> => {
  const { district: _, dueAt, alertedAt, ...shown } = referral;
  const kind = clockOfReferral(referral);
  const msLeft = dueAt === undefined ? 0 : Date.parse(dueAt) - now.getTime();
  return {
    ...shown,
    ...(kind && dueAt !== undefined
      ? {
          clock: {
            kind,
            dueAt,
            hoursLeft: Math.floor((msLeft / hourMs) * 10) / 10,
            overdue: msLeft < 0,
            alerted: alertedAt !== undefined,
          },
        }
      : {}),
    mayDo: mayDoOnReferral(referral, principal),
  };
};
