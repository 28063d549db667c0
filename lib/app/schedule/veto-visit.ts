import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { orderVisitChange } from './order-change.ts';

/** 反向否决: a street's coordinator refuses a visit in the street. The district's coordinator cancels instead. */
export const vetoVisit = async (
  ports: Pick<Ports, 'commands' | 'queues' | 'visits'>,
  request: RequestOf<'veto-visit'>,
): Promise<ViewOf<'veto-visit'> | Refusal> => {
  if (request.principal.street === undefined) {
    return refuse('forbidden', { path: 'claims.street', code: 'street-only' });
  }
  const { visitId } = request.params;
  return orderVisitChange(ports, request, { kind: 'veto-visit', visitId, reason: request.body.reason });
};
