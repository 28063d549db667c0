import { concludeReferral as decide } from '../../domain/findings/decide-referral.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeReferral, type ReferralPorts } from './change-referral.ts';

/** What the receiver made of a referral, which closes its finding. */
export const concludeReferral = (
  ports: ReferralPorts,
  request: RequestOf<'conclude-referral'>,
): Promise<ViewOf<'conclude-referral'> | Refusal> =>
  changeReferral(ports, request, 'conclude-referral', (referral, step) => decide(referral, request.body, step));
