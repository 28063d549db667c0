import { concludeReferral as decide } from '../../domain/findings/decide-referral.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeReferralWithFiles, type ReferralFilePorts } from './change-referral-with-files.ts';

/** What the receiver made of a referral, which closes its finding. */
export const concludeReferral = (
  ports: ReferralFilePorts,
  request: RequestOf<'conclude-referral'>,
): Promise<ViewOf<'conclude-referral'> | Refusal> =>
  changeReferralWithFiles(ports, request, 'conclude-referral', (referral, step) =>
    decide(referral, request.body, step),
  );
