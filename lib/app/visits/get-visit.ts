import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { visitView } from './visit-view.ts';

export const noSuchVisit = refuse('not-found', { path: 'visitId', code: 'not-found' });

/** One visit, within the reader's scope. */
export const getVisit = async (
  ports: Pick<Ports, 'visits' | 'links'>,
  { params, principal }: RequestOf<'get-visit'>,
): Promise<ViewOf<'get-visit'> | Refusal> => {
  const visit = await ports.visits.find(scopeOf(principal), params.visitId);
  return visit ? visitView(ports, visit, principal) : noSuchVisit;
};
