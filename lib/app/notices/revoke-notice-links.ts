import { revokeLinks } from '../../domain/notices/ask-again.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeNotice } from './change-notice.ts';

/** Lets no link of a notice that was sent so far open anything any more, and has it sent again with one that does. */
export const revokeNoticeLinks = async (
  ports: Pick<Ports, 'visits' | 'businesses' | 'queues'>,
  request: RequestOf<'revoke-notice-links'>,
): Promise<ViewOf<'revoke-notice-links'> | Refusal> => {
  const at = request.now.toISOString();
  const asked = { by: request.principal.subject, reason: request.body.reason, at };
  const visit = await changeNotice(ports, request, (standing, contacts) => revokeLinks(standing, contacts, asked));
  if (isRefusal(visit)) return visit;
  const { visitId, notice } = visit;
  return { visitId, revokedAt: at, noticeVersion: notice.version, resent: notice.again !== undefined };
};
