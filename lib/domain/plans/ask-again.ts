import type { Contacts } from '../notices/contacts.ts';
import { isOpenToBusiness } from '../notices/notice-delivery.ts';
import { makeDueAgain } from '../notices/send-again.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isOver, type Visit } from '../visits/visit.ts';

export type AskedBy = { readonly by: string; readonly reason: string; readonly at: string };

const no = (code: string): Refusal => refuse('state-conflict', { path: 'notice', code });

/** Why a visit's notice cannot go out once more: there is none yet, it is going out anyway, or the visit is over. */
const refusalOf = (visit: Visit): Refusal | undefined => {
  if (!isOpenToBusiness(visit) || visit.notice.status === 'held') return no('notice-held');
  if (visit.notice.status === 'due') return no('notice-under-way');
  return isOver(visit.status) || visit.outbox?.task === 'recognise-results'
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

/**
 * The visit with every link of its notice revoked. Where the visit is still to come, the notice goes out again with a link
 * that opens, so that who should read it can: it goes to the addresses of the business, and to nobody who had the old one.
 */
export const revokeLinks = (visit: Visit, contacts: Contacts, { by, reason, at }: AskedBy): Visit | Refusal => {
  if (!isOpenToBusiness(visit) || visit.notice.status === 'held') return no('notice-held');
  if (visit.notice.status === 'due' || visit.notice.again) return no('notice-under-way');
  const revoked: Visit = {
    ...visit,
    linkGeneration: (visit.linkGeneration ?? 0) + 1,
    history: [...visit.history, { at, by, action: 'links-revoked', reason }],
    version: visit.version + 1,
  };
  return refusalOf(visit) ? revoked : makeDueAgain({ ...revoked, contacts }, 'resend', at);
};
