import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { openLink } from './read-notice.ts';

/**
 * What a business changes of its visit: open the link, decide on the visit as it stands, write; again after a lost race.
 * A decision of undefined changes nothing. Answers the visit as it stands then.
 */
export const changeByLink = (
  ports: Pick<Ports, 'links' | 'visits'>,
  token: string,
  now: Date,
  decide: (visit: Visit) => Visit | Refusal | undefined,
): Promise<Visit | Refusal> =>
  decideAgain(async () => {
    const visit = await openLink(ports, token, now);
    if (isRefusal(visit)) return visit;
    const next = decide(visit);
    if (next === undefined || isRefusal(next)) return next ?? visit;
    return (await ports.visits.change(next)) === 'stored' ? next : 'conflict';
  });
