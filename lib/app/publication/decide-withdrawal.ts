import { decideWithdrawal as decided } from '../../domain/publication/publication.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changePublication } from './change-publication.ts';

/** Withdraws a record from every public list, or keeps it, in one write: the lists and the feed read it from the visit. */
export const decideWithdrawal = (
  ports: Pick<Ports, 'visits'>,
  request: RequestOf<'decide-withdrawal'>,
): Promise<ViewOf<'decide-withdrawal'> | Refusal> => {
  const { body, principal, now } = request;
  const step = { at: now.toISOString(), by: principal.subject, reason: body.reason };
  return changePublication(ports, request, (visit) => decided(visit, body.decision, step));
};
