import { askToResend } from '../../domain/notices/ask-again.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeNotice } from './change-notice.ts';

/** Sends a notice once more, as it stands, to the business's present addresses. Asking twice while it is going out asks once. */
export const resendNotice = async (
  ports: Pick<Ports, 'visits' | 'businesses' | 'queues'>,
  request: RequestOf<'resend-notice'>,
): Promise<ViewOf<'resend-notice'> | Refusal> => {
  const asked = { by: request.principal.subject, reason: request.body.reason, at: request.now.toISOString() };
  const visit = await changeNotice(ports, request, (standing, contacts) => askToResend(standing, contacts, asked));
  if (isRefusal(visit)) return visit;
  const { version: noticeVersion, resends = 0 } = visit.notice;
  return { visitId: visit.visitId, noticeVersion, status: 'due', resends };
};
