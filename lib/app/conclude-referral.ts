import { concludeReferral as decide } from '../domain/decide-referral.ts';
import type { Refusal } from '../domain/refusal.ts';
import { changeReferral, type ReferralPorts } from './change-referral.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** What the receiver made of a referral, which closes its finding. */
export const concludeReferral = (
  ports: ReferralPorts,
  request: RequestOf<'conclude-referral'>,
): Promise<ViewOf<'conclude-referral'> | Refusal> =>
  changeReferral(ports, request, 'conclude-referral', (referral, step) => decide(referral, request.body, step));
