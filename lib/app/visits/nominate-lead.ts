import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { orderVisitChange } from '../schedule/order-change.ts';

/** 指定牵头: a street's coordinator names the department that leads a visit in the street. */
export const orderNomination = async (
  ports: Pick<Ports, 'commands' | 'queues' | 'visits'>,
  request: RequestOf<'nominate-lead'>,
): Promise<ViewOf<'nominate-lead'> | Refusal> => {
  if (request.principal.street === undefined) {
    return refuse('forbidden', { path: 'claims.street', code: 'street-only' });
  }
  const { visitId } = request.params;
  return orderVisitChange(ports, request, { kind: 'nominate-lead', visitId, ...request.body });
};
