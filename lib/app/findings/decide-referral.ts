import { decideReferral as decide } from '../../domain/findings/decide-referral.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeReferral, type ReferralPorts } from './change-referral.ts';

/** Approves or rejects a referral, by somebody else than who proposed it. */
export const decideReferral = (
  ports: ReferralPorts,
  request: RequestOf<'decide-referral'>,
): Promise<ViewOf<'decide-referral'> | Refusal> =>
  changeReferral(ports, request, 'decide-referral', (referral, step) => decide(referral, request.body, step));
