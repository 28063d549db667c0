import { recordAcknowledgement } from '../../domain/notices/notice-delivery.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { isStanding } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { openSentLink } from './read-notice.ts';

/**
 * The business says that it has the notice: open the link, decide on the visit as it stands, write; decide again after
 * a lost race. Saying so twice answers what the first time did. The version that is named, or else that of the link, is refused
 * where it is no longer current, so that nobody acknowledges what they have not seen.
 */
export const acknowledgeNotice = async (
  ports: Pick<Ports, 'links' | 'visits'>,
  { params, body, now }: Pick<RequestOf<'acknowledge-notice'>, 'params' | 'body' | 'now'>,
): Promise<ViewOf<'acknowledge-notice'> | Refusal> =>
  decideAgain(async () => {
    const opened = await openSentLink(ports, params.token, now);
    if (isRefusal(opened)) return opened;
    const { visit, sentVersion } = opened;
    const { version, acknowledgedAt } = visit.notice;
    if ((body.version ?? sentVersion) !== version) {
      return refuse('state-conflict', { path: 'version', code: 'version', values: { current: version } });
    }
    if (!isStanding(visit.status)) {
      return refuse('state-conflict', { path: 'status', code: 'status', values: { status: visit.status } });
    }
    if (acknowledgedAt !== undefined) return { status: 'acknowledged', acknowledgedAt };
    const next = recordAcknowledgement(visit, now);
    if (!next || (await ports.visits.change(next)) === 'conflict') return 'conflict';
    return { status: 'acknowledged', acknowledgedAt: now.toISOString() };
  });
