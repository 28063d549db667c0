import { answerReferral as decide } from '../../domain/findings/decide-referral.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeReferralWithFiles, type ReferralFilePorts } from './change-referral-with-files.ts';

/** The receiver takes a referral over, or returns it; returned, its finding is open again. */
export const answerReferral = (
  ports: ReferralFilePorts,
  request: RequestOf<'answer-referral'>,
): Promise<ViewOf<'answer-referral'> | Refusal> =>
  changeReferralWithFiles(ports, request, 'answer-referral', (referral, step) => decide(referral, request.body, step));
