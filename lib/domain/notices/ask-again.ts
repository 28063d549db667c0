import { type Refusal, refuse } from '../refusal.ts';
import { isOver, type Visit } from '../visits/visit.ts';
import type { Contacts } from './contacts.ts';
import { isOpenToBusiness } from './notice-delivery.ts';
import { makeDueAgain, statusOf } from './send-again.ts';
import { lastTold } from './told.ts';

export type AskedBy = { readonly by: string; readonly reason: string; readonly at: string };

const no = (code: string): Refusal => refuse('state-conflict', { path: 'notice', code });

const isHeld = (visit: Visit): boolean => !isOpenToBusiness(visit) || visit.notice.status === 'held';

/** Whether nobody is told anything of the visit any more: it is over, or all but closed. */
const isPast = ({ status, outbox }: Visit): boolean => isOver(status) || outbox?.task === 'recognise-results';

/** Why a visit's notice cannot go out once more: there is none yet, it is going out anyway, or the visit is over. */
const refusalOf = (visit: Visit): Refusal | undefined => {
  if (isHeld(visit)) return no('notice-held');
  if (visit.notice.status === 'due') return no('notice-under-way');
  return isPast(visit)
    ? refuse('state-conflict', { path: 'status', code: 'status', values: { status: visit.status } })
    : undefined;
};

/**
 * The visit with its notice to be sent again because somebody asked: the same version, to the addresses that its business
 * has now, on record as asked for. Undefined where it was asked for already and is still to go out.
 */
export const askToResend = (
  visit: Visit,
  contacts: Contacts,
  { by, reason, at }: AskedBy,
): Visit | Refusal | undefined => {
  const refusal = refusalOf(visit);
  if (refusal) return refusal;
  if (visit.notice.again?.kind === 'resend') return undefined;
  return {
    ...makeDueAgain({ ...visit, contacts }, 'resend', at),
    history: [...visit.history, { at, by, action: 'resend-asked', reason }],
    version: visit.version + 1,
  };
};

/** The visit as one whose notice is still to be read: nobody knows by whom the link that was given away was opened. */
const toBeRead = (visit: Visit): Visit => {
  const { readAt, ...notice } = visit.notice;
  if (readAt === undefined) return visit;
  const told = lastTold(visit);
  const status = notice.status === 'read' ? statusOf(notice.channels) : notice.status;
  return { ...visit, notice: { ...notice, status, ...(told && { told }) } };
};

/**
 * The visit with every link of its notice revoked. Where the visit is still to come, the notice goes out again with a link
 * that opens, so that who should read it can: it goes to the addresses of the business, and to nobody who had the old one. A
 * link that was given away cannot wait for a channel in trouble: a notice that is still going out begins anew. It counts as
 * unread until its new link is opened.
 */
export const revokeLinks = (visit: Visit, contacts: Contacts, { by, reason, at }: AskedBy): Visit | Refusal => {
  if (isHeld(visit)) return no('notice-held');
  const revoked: Visit = {
    ...visit,
    linkGeneration: (visit.linkGeneration ?? 0) + 1,
    history: [...visit.history, { at, by, action: 'links-revoked', reason }],
    version: visit.version + 1,
  };
  return isPast(visit) ? revoked : makeDueAgain({ ...toBeRead(revoked), contacts }, 'resend', at);
};
