import { sendReferral as decide } from '../../domain/findings/decide-referral.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeReferral, type ReferralPorts } from './change-referral.ts';

/** Sends an approved referral to its receiver. */
export const sendReferral = (
  ports: ReferralPorts,
  request: RequestOf<'send-referral'>,
): Promise<ViewOf<'send-referral'> | Refusal> =>
  changeReferral(ports, request, 'send-referral', (referral, step) => decide(referral, request.body, step));
