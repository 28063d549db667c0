import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate, localTime } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { orderVisitChange } from './order-change.ts';

/** Orders that a visit moves: its new time must be a start of that day and still ahead; whether it fits is decided in its turn. */
export const rescheduleVisit = async (
  ports: Pick<Ports, 'commands' | 'queues' | 'visits' | 'settings'>,
  request: RequestOf<'reschedule-visit'>,
): Promise<ViewOf<'reschedule-visit'> | Refusal> => {
  const { params, body, principal, now } = request;
  const { district } = scopeOf(principal);
  const { starts } = settingsOn(await ports.settings.history({ district }), body.day).slots;
  if (!starts.includes(body.start)) {
    return refuse('change-refused', { path: 'start', code: 'start-unknown', values: { starts: starts.join(', ') } });
  }
  if (`${body.day} ${body.start}` <= `${localDate(now)} ${localTime(now)}`) {
    return refuse('change-refused', { path: 'day', code: 'time-past' });
  }
  return orderVisitChange(ports, request, { kind: 'reschedule-visit', visitId: params.visitId, ...body });
};
