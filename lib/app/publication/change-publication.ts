import { type Principal, scopeOf } from '../../domain/principal.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { withdrawalView } from './withdrawal-view.ts';

type Asked = {
  readonly params: { readonly visitId: string };
  readonly principal: Principal;
  readonly ifMatch?: number;
};

/** One change of what is public of a visit, decided again after a lost race; undefined from `decide` changes nothing. */
export const changePublication = (
  { visits }: Pick<Ports, 'visits'>,
  { params, principal, ifMatch }: Asked,
  decide: (visit: Visit) => Visit | Refusal | undefined,
): Promise<ViewOf<'request-withdrawal'> | Refusal> =>
  decideAgain(async () => {
    const visit = await visits.find(scopeOf(principal), params.visitId);
    if (!visit) return noSuchVisit;
    const mismatch = versionMismatch(ifMatch, visit.version);
    if (mismatch) return mismatch;
    const next = decide(visit) ?? visit;
    if (isRefusal(next)) return next;
    if (next !== visit && (await visits.change(next)) === 'conflict') return 'conflict';
    return next.withdrawal ? withdrawalView(next, next.withdrawal) : noSuchVisit;
  });
