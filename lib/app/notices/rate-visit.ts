import { recordRating } from '../../domain/notices/visit-feedback.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeByLink } from './change-by-link.ts';

/** The business rates its visit once that is done, and may correct itself. The same again answers what stands. */
export const rateVisit = async (
  ports: Pick<Ports, 'links' | 'visits'>,
  { params, body, now }: Pick<RequestOf<'rate-visit'>, 'params' | 'body' | 'now'>,
): Promise<ViewOf<'rate-visit'> | Refusal> => {
  const visit = await changeByLink(ports, params.token, now, (standing) => recordRating(standing, body, now));
  if (isRefusal(visit)) return visit;
  const { rating } = visit;
  if (!rating) throw new Error(`visit ${visit.visitId} was rated and holds no rating`);
  const { score, words, at, correctedAt } = rating;
  return { status: 'rated', score, words, ratedAt: at, correctedAt };
};
