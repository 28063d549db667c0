import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { orderVisitChange } from './order-change.ts';

/** Orders that a visit of the coordinator's district, or street, is called off; its requests wait again. */
export const cancelVisit = async (
  ports: Pick<Ports, 'commands' | 'queues' | 'visits'>,
  request: RequestOf<'cancel-visit'>,
): Promise<ViewOf<'cancel-visit'> | Refusal> => {
  const { visitId } = request.params;
  return orderVisitChange(ports, request, { kind: 'cancel-visit', visitId, reason: request.body.reason });
};
