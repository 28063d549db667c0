import { answerReferral as decide } from '../../domain/findings/decide-referral.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeReferral, type ReferralPorts } from './change-referral.ts';

/** The receiver takes a referral over, or returns it; returned, its finding is open again. */
export const answerReferral = (
  ports: ReferralPorts,
  request: RequestOf<'answer-referral'>,
): Promise<ViewOf<'answer-referral'> | Refusal> =>
  changeReferral(ports, request, 'answer-referral', (referral, step) => decide(referral, request.body, step));
