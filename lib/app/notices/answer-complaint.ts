import { answerComplaint as answered } from '../../domain/notices/visit-feedback.ts';
import { authorityOf, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { maySeeComplaints } from '../visits/visit-view.ts';

/** Supervision answers a complaint, and the business reads it with its notice. The same words again change nothing. */
export const answerComplaint = async (
  { visits }: Pick<Ports, 'visits'>,
  { params, body, principal, ifMatch, now }: RequestOf<'answer-complaint'>,
): Promise<ViewOf<'answer-complaint'> | Refusal> => {
  if (!maySeeComplaints(principal)) return refuse('forbidden', { path: 'complaintId', code: 'supervision-only' });
  const { visitId, complaintId } = params;
  const answer = { words: body.words, by: principal.subject, at: now.toISOString() };
  const visit = await decideAgain(async (): Promise<Visit | Refusal | 'conflict'> => {
    const standing = await visits.find(scopeOf(principal), visitId);
    if (!standing) return noSuchVisit;
    const mismatch = versionMismatch(ifMatch, standing.version);
    if (mismatch) return mismatch;
    const next = answered(standing, complaintId, answer, authorityOf(principal));
    if (next === undefined || isRefusal(next)) return next ?? standing;
    return (await visits.change(next)) === 'stored' ? next : 'conflict';
  });
  if (isRefusal(visit)) return visit;
  const kept = visit.complaints?.find((one) => one.complaintId === complaintId)?.answer ?? answer;
  return { visitId, complaintId, words: kept.words, answeredAt: kept.at };
};
