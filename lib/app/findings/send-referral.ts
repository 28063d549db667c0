import { sendReferral as decide } from '../../domain/findings/decide-referral.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeReferralWithFiles, type ReferralFilePorts } from './change-referral-with-files.ts';

/** Sends an approved referral to its receiver. */
export const sendReferral = (
  ports: ReferralFilePorts,
  request: RequestOf<'send-referral'>,
): Promise<ViewOf<'send-referral'> | Refusal> =>
  changeReferralWithFiles(ports, request, 'send-referral', (referral, step) => decide(referral, request.body, step));
