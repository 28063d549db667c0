import type { Contacts } from '../../domain/notices/contacts.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { sendStored } from '../send-stored.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchVisit } from '../visits/get-visit.ts';

type Asked = {
  readonly params: { readonly visitId: string };
  readonly principal: Principal;
  readonly ifMatch?: number;
};

/**
 * What staff change of a notice without touching the schedule: read the visit and its business's present addresses, decide,
 * write; again after a lost race. Where the notice is due then, its sender is told. Answers the visit as it stands.
 */
export const changeNotice = (
  ports: Pick<Ports, 'visits' | 'businesses' | 'queues'>,
  { params, principal, ifMatch }: Asked,
  decide: (visit: Visit, contacts: Contacts) => Visit | Refusal | undefined,
): Promise<Visit | Refusal> =>
  decideAgain(async () => {
    const visit = await ports.visits.find(scopeOf(principal), params.visitId);
    if (!visit) return noSuchVisit;
    const mismatch = versionMismatch(ifMatch, visit.version);
    if (mismatch) return mismatch;
    const { district, visitId, businessId } = visit;
    const known = await ports.businesses.some({ district }, [businessId]);
    const next = decide(visit, known.get(businessId)?.contacts ?? visit.contacts);
    if (next === undefined || isRefusal(next)) return next ?? visit;
    if ((await ports.visits.change(next)) === 'conflict') return 'conflict';
    const { version, sendings, again } = next.notice;
    if (again)
      await sendStored(() => ports.queues.notify({ district, visitId, version, sending: sendings }, businessId));
    return next;
  });
